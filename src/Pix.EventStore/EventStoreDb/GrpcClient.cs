using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Google.Protobuf;

namespace Pix.EventStore;

/// <summary>What a call asks for besides its message.</summary>
/// <param name="Method">Such as <c>event_store.client.streams.Streams/Read</c>.</param>
/// <param name="RequiresLeader">Whether any other node is to refuse.</param>
/// <param name="Patience">How long each answer may take; infinite for a subscription.</param>
internal sealed record GrpcMethod(string Method, bool RequiresLeader, TimeSpan Patience)
{
    /// <summary>Whether the server is told to give up when we do: for one answer, which nobody reads slowly.</summary>
    public bool TellsDeadline { get; init; }
}

/// <summary>Calls over HTTP/2. Connections are shared, opened when needed, and asked now and then whether they live.</summary>
internal sealed class GrpcClient : IDisposable
{
    private const int ReceiveWindow = 1024 * 1024;
    private static readonly MediaTypeHeaderValue Grpc = new("application/grpc");
    private readonly EventStoreDbConnection _connection;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue? _authorization;

    public GrpcClient(EventStoreDbConnection connection, TimeProvider clock)
    {
        _connection = connection;
        _clock = clock;
        _http = new HttpClient(Handler(connection)) { Timeout = Timeout.InfiniteTimeSpan };
        if (connection.Credentials is { } credentials)
            _authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.User}:{credentials.Password}")));
    }

    /// <summary>How far this process's clock is ahead of the server's, as the last answer told; null before one did.</summary>
    public TimeSpan? ClockAhead { get; private set; }

    /// <summary>Whether this is the connection's failure, or the server's way of ending it, and not the caller's wish.</summary>
    public static bool IsTransport(Exception failure, CancellationToken cancel) =>
        failure is HttpRequestException or IOException or ObjectDisposedException or InvalidProtocolBufferException
        || (failure is OperationCanceledException && !cancel.IsCancellationRequested);

    /// <summary>One message, one answer, within the method's patience.</summary>
    public async Task<T> Ask<T>(NodeEndpoint node, GrpcMethod method, IMessage request, MessageParser<T> parser, CancellationToken cancel)
        where T : IMessage<T>
    {
        using var call = await Start(node, method with { TellsDeadline = true }, request, cancel).ConfigureAwait(false);
        if (!await call.MoveNext(cancel).ConfigureAwait(false)) throw new GrpcFailure(GrpcStatus.Unavailable, "The server answered nothing.");
        var answer = Parse(parser, call.Current);
        await call.MoveNext(cancel).ConfigureAwait(false);
        return answer;
    }

    /// <summary>One message, many answers.</summary>
    public async Task<GrpcCall> Start(NodeEndpoint node, GrpcMethod method, IMessage request, CancellationToken cancel)
    {
        var patience = method.Patience == Timeout.InfiniteTimeSpan ? _connection.DefaultDeadline : method.Patience;
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var content = new ByteArrayContent(FrameWriter.Frame(request));
        var start = Start(node, method, content, abort.Token);
        try
        {
            return await start.WaitAsync(patience, _clock, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await abort.CancelAsync().ConfigureAwait(false);
            throw GrpcFailure.TooSlow(patience);
        }
    }

    /// <summary>Many messages, many answers: the content goes on writing while answers come. Ends when the first answer, or the status, is there.</summary>
    public async Task<GrpcCall> Start(NodeEndpoint node, GrpcMethod method, HttpContent content, CancellationToken cancel)
    {
        try
        {
            var response = await _http.SendAsync(Request(node, method, content), HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            if (response.Headers.Date is { } theirs) ClockAhead = _clock.GetUtcNow() - theirs;
            return await GrpcCall.Open(response, method.Patience, _clock, cancel).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsTransport(failure, cancel))
        {
            throw GrpcFailure.Unreachable(failure);
        }
    }

    public void Dispose() => _http.Dispose();

    private static T Parse<T>(MessageParser<T> parser, ReadOnlySpan<byte> message)
        where T : IMessage<T>
    {
        try
        {
            return parser.ParseFrom(message);
        }
        catch (InvalidProtocolBufferException failure)
        {
            throw GrpcFailure.Unreadable(failure.Message);
        }
    }

    private static SocketsHttpHandler Handler(EventStoreDbConnection connection)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = connection.GossipTimeout,
            EnableMultipleHttp2Connections = true,
            InitialHttp2StreamWindowSize = ReceiveWindow,
            KeepAlivePingDelay = connection.KeepAliveInterval,
            KeepAlivePingTimeout = connection.KeepAliveTimeout,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always,
        };
#pragma warning disable CA5359 // Asked for by name in the connection string.
        if (!connection.VerifyCertificate) handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        return handler;
    }

    private HttpRequestMessage Request(NodeEndpoint node, GrpcMethod method, HttpContent content)
    {
        content.Headers.ContentType = Grpc;
        var request = new HttpRequestMessage(HttpMethod.Post, $"{(_connection.Tls ? "https" : "http")}://{node}/{method.Method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        request.Headers.Add("requires-leader", method.RequiresLeader ? "true" : "false");
        request.Headers.Authorization = _authorization;
        if (method.TellsDeadline)
            request.Headers.Add("grpc-timeout", string.Create(CultureInfo.InvariantCulture, $"{(long)method.Patience.TotalMilliseconds}m"));
        return request;
    }
}
