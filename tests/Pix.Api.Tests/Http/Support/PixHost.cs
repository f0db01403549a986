using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;

namespace Pix.Api.Tests.Http;

/// <summary>The real server over a folder of its own, on a real socket; can be stopped and started again on the same folder.</summary>
internal sealed class PixHost : IAsyncDisposable
{
    private static readonly TimeSpan LongerThanAnyTest = TimeSpan.FromDays(10_000);
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;
    private HttpClient? _client;
    private Node? _node;

    private readonly PixSettings _settings;
    private readonly EventStoreDbTestServer? _ownServer;

    private PixHost(PixSettings settings, ManualClock clock, EventStoreDbTestServer? ownServer) =>
        (_settings, Clock, _ownServer) = (settings, clock, ownServer);

    public ManualClock Clock { get; }

    /// <summary>The server that holds the log, for a host that is on one.</summary>
    public EventStoreDbTestServer Server => _ownServer ?? throw new InvalidOperationException("This host started no server.");

    public static LearnerRules Rules { get; } = LearnerRules.Default(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

    public DataFolder Folder => new(_folder.Path);

    public Node Node => _node ?? throw new InvalidOperationException("The host is stopped.");

    public IServiceProvider Services => _app!.Services;

    public Uri Address => _client!.BaseAddress!;

    public EndpointDataSourceView Endpoints => new(_app!);

    /// <summary>The host with nothing released yet.</summary>
    public static Task<PixHost> Empty() => Started(new PixHost(new PixSettings(Rules, null, false), new ManualClock(), null));

    /// <summary>The same, its log on an EventStoreDB of its own.</summary>
    public static async Task<PixHost> EmptyOnServer()
    {
        var server = await EventStoreDbTestServer.Start();
        var master = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        return await Started(new PixHost(new PixSettings(Rules, master, false) { Log = server.ConnectionString }, new ManualClock(), server));
    }

    /// <summary>Another node on the same log, with a data folder of its own, at the same time of day; it takes the same tokens.</summary>
    public Task<PixHost> StartPeer() => Started(new PixHost(_settings with { KeyRing = Folder.KeyRing }, Clock, null));

    /// <summary>The host with this content in force; each file says whose content it is.</summary>
    public static async Task<PixHost> With(ReferentialBuilder content, params string[] files)
    {
        var host = await Empty();
        await host.Release(content.Draft() with { Attachments = [.. files.Select(FileOf)] });
        return host;
    }

    /// <summary>The host with the sample content in force.</summary>
    public static async Task<PixHost> WithSamples()
    {
        var host = await Empty();
        await host.Release(ReleaseFolder.Read(Samples.Referential));
        return host;
    }

    /// <summary>Releases and activates, and waits until profiles are folded under it.</summary>
    public async Task Release(ReleaseDraft draft)
    {
        var activation = await ReleaseWithoutProfiles(draft);
        await Node.ReadModels.ActivateReferential(activation, CancellationToken.None);
    }

    /// <summary>Releases and activates: learners are asked from it, profiles are not folded under it yet.</summary>
    public async Task<Referential> ReleaseWithoutProfiles(ReleaseDraft draft)
    {
        foreach (var step in ReleaseDecisions.StepsOf(draft).Append((releases, now) => releases.Activate(draft.Version, now)))
        {
            var command = new Command(Guid.CreateVersion7(), string.Empty, Actor.System, Guid.CreateVersion7());
            var decided = await Node.Releases.Decide(Streams.Referential, command, step, CancellationToken.None);
            if (decided.Refusal is { } refusal) throw new InvalidOperationException(refusal.Sentence);
        }

        return (await Node.Releases.Load(Streams.Referential, CancellationToken.None)).State.Active!;
    }

    public async Task<Referential> Content() => (await Node.Releases.Load(Streams.Referential, CancellationToken.None)).State.Active!;

    public string Token(string subject, string role) => Services.GetRequiredService<Tokens>().Issue(subject, role, LongerThanAnyTest);

    public async Task<Player> Register(string? subject = null)
    {
        var player = new Player(this, subject ?? Guid.NewGuid().ToString());
        (await player.Register()).Ok(HttpStatusCode.Created);
        return player;
    }

    /// <summary>A collège that is registered, and approved as a certification centre.</summary>
    public async Task<OrganisationId> Organisation(bool approved = false, string name = "Collège Jeanne Barret", string uai = "0511234P")
    {
        var facts = new OrganisationFacts(name, OrganisationKind.MiddleSchool, uai, "19", ManagesPupils: true, ShowsSkills: true);
        var id = OrganisationIdentity.Of(facts);
        await Decide(id, (organisation, now) => organisation.Register(facts, now));
        if (approved) await Decide(id, (organisation, now) => organisation.ApproveCentre(now));
        return id;
    }

    /// <summary>Somebody new who was invited and accepted: the subject of their token.</summary>
    public async Task<string> Join(OrganisationId organisation, MemberRole role)
    {
        var member = Guid.NewGuid();
        var code = InvitationCode.Of(Guid.NewGuid());
        await Decide(organisation, (state, now) => state.Invite(new PersonId(Guid.NewGuid()), $"{member}@ac-reims.example", role, code, [], now));
        await Decide(organisation, (state, now) => state.Accept(code, new MemberId(member), now));
        return member.ToString();
    }

    public async Task Decide(OrganisationId organisation, Func<Organisation, DateTimeOffset, Decision<OrganisationEvent>> decide)
    {
        var command = new Command(Guid.CreateVersion7(), string.Empty, Actor.System, Guid.CreateVersion7());
        var decided = await Node.Aggregates.Organisations.Decide(Streams.Organisation(organisation), command, decide, CancellationToken.None);
        if (decided.Refusal is { } refusal) throw new InvalidOperationException(refusal.Sentence);
    }

    public async Task<IReadOnlyList<LearnerEvent>> HistoryOf(LearnerId learner) =>
        await Node.Learners.History(Streams.Learner(learner), CancellationToken.None).Select(recorded => recorded.Event).ToListAsync();

    /// <summary>Stops, and starts again on the same folder.</summary>
    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    /// <summary>Sends a request; a text is sent as it is, anything else as JSON.</summary>
    public Task<Reply> Send(HttpMethod method, string path, object? body, string? token, params (string Name, string Value)[] headers) =>
        Send(method, path, body, token, CancellationToken.None, headers);

    /// <summary>The same, for who may hang up before the reply.</summary>
    public async Task<Reply> Send(
        HttpMethod method,
        string path,
        object? body,
        string? token,
        CancellationToken hangUp,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            _ => new StringContent(JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json"),
        };
        using var response = await _client!.SendAsync(request, hangUp);
        return await Reply.Of(response);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        if (_ownServer is not null) await _ownServer.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<PixHost> Started(PixHost host)
    {
        await host.Start();
        return host;
    }

    private static ReleasedFile FileOf(string name)
    {
        var content = Encoding.UTF8.GetBytes($"content of {name}");
        return new ReleasedFile(Convert.ToHexStringLower(SHA256.HashData(content)), name, "text/plain", content);
    }

    public async Task Start()
    {
        _node = await Node.Open(Folder, _settings, Clock, "test", CancellationToken.None);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = PixServer.Create(_node, builder);
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        _client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(1) };
    }

    public async Task Stop()
    {
        if (_app is null) return;
        _client!.Dispose();
        await _app.DisposeAsync();
        await _node!.DisposeAsync();
        (_app, _client, _node) = (null, null, null);
    }
}
