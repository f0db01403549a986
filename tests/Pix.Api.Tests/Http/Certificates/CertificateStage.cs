using System.Text.RegularExpressions;
using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;

namespace Pix.Api.Tests.Http.Certificates;

/// <summary>A host with one session of three candidates, handed in and judged: 120 pix, nothing, and 96 pix.</summary>
internal sealed partial class CertificateStage(PixHost host)
{
    public static DateTimeOffset June { get; } = new(2026, 6, 2, 8, 0, 0, TimeSpan.Zero);

    public PixHost Host => host;

    public SatSession Session { get; } = new(1);

    /// <summary>What is read waits for what was appended last.</summary>
    public async Task Publish() => await Append(Session.Published(Host.Clock.GetUtcNow()));

    public static async Task<CertificateStage> Open()
    {
        var host = await PixHost.With(SessionStage.Content);
        host.Clock.Advance(June - host.Clock.GetUtcNow());
        var stage = new CertificateStage(host);
        await stage.Append(host.Node.Aggregates.Organisations, Streams.Organisation(SatSession.Centre), [SatSession.CentreRegistered, new CentreApproved(SatTest.Monday)]);
        await stage.Append([stage.Session.Opened(SatSession.Centre), stage.Session.Enrolled(1), stage.Session.Enrolled(2), stage.Session.Enrolled(3)]);
        await stage.Sit(1, index => AnswerStatus.Ok);
        await stage.Sit(2, index => AnswerStatus.Ko);
        await stage.Sit(3, index => index < 3 ? AnswerStatus.Ko : AnswerStatus.Ok);
        await stage.Append([.. stage.Session.HandedIn()]);
        return stage;
    }

    public async Task Append(params SessionEvent[] events)
    {
        await Append(host.Node.Aggregates.Sessions, Streams.Session(Session.Id), events);
        await host.Node.ReadModels.CaughtUp(CancellationToken.None);
    }

    public async Task Append(int candidate, params CertificationEvent[] events)
    {
        await Append(host.Node.Aggregates.Certifications, Streams.Certification(Session.Test(candidate)), [.. Session.Then(candidate, events)]);
        await host.Node.ReadModels.CaughtUp(CancellationToken.None);
    }

    public async Task Append<TState, TEvent>(Aggregates<TState, TEvent> aggregates, StreamName stream, TEvent[] events)
        where TState : IAggregate<TState, TEvent>
        where TEvent : class, IDomainEvent
    {
        var command = new Command(Guid.CreateVersion7(), string.Empty, Actor.System, Guid.CreateVersion7());
        await aggregates.Decide(stream, command, (_, _) => Decision.Of(events), CancellationToken.None);
        await host.Node.ReadModels.CaughtUp(CancellationToken.None);
    }

    /// <summary>As a candidate.</summary>
    public Task<Reply> Holder(string path, int candidate = 1) =>
        host.Send(HttpMethod.Get, path, null, host.Token(Session.Learner(candidate).ToString(), Roles.Learner));

    /// <summary>Without an account.</summary>
    public Task<Reply> Anybody(object code, object score) => host.Send(HttpMethod.Post, "/certificates/verify", new { code, score }, null);

    /// <summary>A page, with what differs from run to run left out.</summary>
    public static string Lasting(string page) => HostAddress().Replace(Drawing().Replace(page, "<svg/>"), "https://pix.example");

    private Task Sit(int candidate, Func<int, AnswerStatus> answer)
    {
        var events = Session.Sat(candidate, [.. Enumerable.Range(0, 15).Select(index => (AnswerStatus?)answer(index))]);
        return Append(host.Node.Aggregates.Certifications, Streams.Certification(Session.Test(candidate)), [.. events]);
    }

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawing();

    [GeneratedRegex("http://127.0.0.1:[0-9]+")]
    private static partial Regex HostAddress();
}
