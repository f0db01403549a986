using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Pix.EventStore;
using Pix.EventStore.Protocol;

namespace Pix.Testing;

/// <summary>A server in this process that speaks EventStoreDB's protocol, in memory, and misbehaves when it is told to.</summary>
public sealed class EventStoreDbTestServer : IAsyncDisposable
{
    private const int LeaderState = 8;
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(5);
    private readonly ServerLog _log;
    private readonly BatchAppendService _appends;
    private readonly ReadService _reads;
    private readonly X509Certificate2? _certificate;
    private int _calls;
    private int _port;
    private WebApplication? _host;
    private CancellationTokenSource _stopping = new();

    private EventStoreDbTestServer(ServerLog log, X509Certificate2? certificate)
    {
        _log = log;
        _certificate = certificate;
        _appends = new BatchAppendService(log, Faults);
        _reads = new ReadService(log, Faults);
    }

    /// <summary>How it misbehaves.</summary>
    public ServerFaults Faults { get; } = new();

    /// <summary>Where it listens.</summary>
    public NodeEndpoint Endpoint => new("127.0.0.1", _port);

    /// <summary>What a client connects with.</summary>
    public string ConnectionString => $"esdb://{Endpoint}?tls={(_certificate is null ? "false" : "true")}";

    /// <summary>How many calls came in, whatever became of them.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>The last call's <c>authorization</c>.</summary>
    public string? LastAuthorization { get; private set; }

    /// <summary>A server with a log that holds what every server's does, and other applications' events.</summary>
    public static Task<EventStoreDbTestServer> Start() => Start(new ServerLog(), null);

    /// <summary>The same, encrypted.</summary>
    public static Task<EventStoreDbTestServer> StartEncrypted(X509Certificate2 certificate) => Start(new ServerLog(), certificate);

    /// <summary>Another node of the same cluster: it has the same log.</summary>
    public Task<EventStoreDbTestServer> StartPeer() => Start(_log, _certificate);

    /// <summary>Breaks every connection and listens no more. What was written stays.</summary>
    public async Task Stop()
    {
        if (_host is not { } host) return;
        _host = null;
        await _stopping.CancelAsync();
        using var patience = new CancellationTokenSource(LongestStop);
        await host.StopAsync(patience.Token);
        await host.DisposeAsync();
        _stopping.Dispose();
    }

    /// <summary>Listens again, on the same port.</summary>
    public async Task Restart()
    {
        _stopping = new CancellationTokenSource();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (_certificate is not null) listen.UseHttps(_certificate);
        }));
        _host = builder.Build();
        _host.Run(Serve);
        await _host.StartAsync();
        _port = new Uri(_host.Urls.Single()).Port;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Stop();

    internal static Task RefuseToLead(ServerCall call, NodeEndpoint leader) => call.End(
        (GrpcStatus)5,
        "Leader info available",
        ("exception", "not-leader"),
        ("leader-endpoint-host", leader.Host),
        ("leader-endpoint-port", $"{leader.Port}"));

    private static async Task<EventStoreDbTestServer> Start(ServerLog log, X509Certificate2? certificate)
    {
        var server = new EventStoreDbTestServer(log, certificate);
        await server.Restart();
        return server;
    }

    private async Task Serve(HttpContext context)
    {
        Interlocked.Increment(ref _calls);
        using var stopped = _stopping.Token.UnsafeRegister(static request => ((HttpContext)request!).Abort(), context);
        var call = new ServerCall(context, Faults);
        LastAuthorization = call.Authorization;
        try
        {
            await (Faults.TakeUnavailable() ? call.End(GrpcStatus.Unavailable, "Server Is Not Ready") : Serve(context.Request.Path, call));
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or InvalidOperationException && context.RequestAborted.IsCancellationRequested)
        {
            // The client went away, or this server did.
        }
    }

    private Task Serve(PathString method, ServerCall call) => method.Value switch
    {
        "/event_store.client.streams.Streams/BatchAppend" => _appends.Serve(call),
        "/event_store.client.streams.Streams/Read" => _reads.Serve(call),
        "/event_store.client.streams.Streams/Tombstone" => Tombstone(call),
        "/event_store.client.gossip.Gossip/Read" => Gossip(call),
        _ => call.End((GrpcStatus)12, "No such method."),
    };

    private async Task Tombstone(ServerCall call)
    {
        var options = (await call.Read(TombstoneReq.Parser))!.Options;
        var stream = options.StreamIdentifier.StreamName.ToStringUtf8();
        if (Faults.Leader is { } leader && call.RequiresLeader)
        {
            await RefuseToLead(call, leader);
        }
        else if (_log.Stream(stream).IsDeleted)
        {
            await call.End((GrpcStatus)9, $"Event stream '{stream}' is deleted.", ("exception", "stream-deleted"));
        }
        else
        {
            _log.Tombstone(stream);
            await call.Answer(new TombstoneResp { NoPosition = new Empty() });
            await call.End(GrpcStatus.Ok, string.Empty);
        }
    }

    private async Task Gossip(ServerCall call)
    {
        await call.Answer(new ClusterInfo
        {
            Members =
            {
                (Faults.Gossip ?? [(Endpoint, LeaderState, true)]).Select(member => new MemberInfo
                {
                    State = member.State,
                    IsAlive = member.IsAlive,
                    HttpEndPoint = new Pix.EventStore.Protocol.EndPoint { Address = member.Node.Host, Port = (uint)member.Node.Port },
                }),
            },
        });
        await call.End(GrpcStatus.Ok, string.Empty);
    }
}
