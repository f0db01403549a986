using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Pix.EventStore;

namespace Pix.Testing;

/// <summary>One call as the server sees it: messages in, messages out, a status.</summary>
internal sealed class ServerCall(HttpContext context, ServerFaults faults)
{
    private readonly FrameReader _requests = new(context.Request.Body, Timeout.InfiniteTimeSpan, TimeProvider.System);
    private readonly FrameWriter _answers = new();

    public CancellationToken Aborted => context.RequestAborted;

    public bool RequiresLeader => context.Request.Headers["requires-leader"] == "true";

    public string? Authorization => context.Request.Headers.Authorization;

    /// <summary>The next message, or null when there are no more.</summary>
    public async Task<T?> Read<T>(MessageParser<T> parser)
        where T : class, IMessage<T> =>
        await _requests.MoveNext(Aborted) ? parser.ParseFrom(_requests.Current.Span) : null;

    /// <summary>Adds a message to what the next <see cref="Flush"/> sends.</summary>
    public void Add(IMessage message) => _answers.Add(message);

    public async Task Flush()
    {
        Begin();
        await context.Response.Body.WriteAsync(faults.MarksCompressed ? Marked(_answers.Written) : _answers.Written, Aborted);
        _answers.Clear();
        await context.Response.Body.FlushAsync(Aborted);
    }

    public async Task Answer(IMessage message)
    {
        Add(message);
        await Flush();
    }

    /// <summary>The status: behind the messages or, when there is none, in front.</summary>
    public async Task End(GrpcStatus status, string message, params (string Name, string Value)[] metadata)
    {
        var all = metadata.Prepend(("grpc-message", Uri.EscapeDataString(message)))
            .Prepend(("grpc-status", ((int)status).ToString(CultureInfo.InvariantCulture)));
        if (context.Response.HasStarted)
        {
            foreach (var (name, value) in all) context.Response.AppendTrailer(name, value);
        }
        else
        {
            Begin();
            foreach (var (name, value) in all) context.Response.Headers[name] = value;
        }

        await context.Response.CompleteAsync();
    }

    /// <summary>Ends it as a lost connection does: without a status.</summary>
    public void Abort() => context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(errorCode: 2);

    private static byte[] Marked(ReadOnlyMemory<byte> frames)
    {
        var marked = frames.ToArray();
        if (marked.Length > 0) marked[0] = 1;
        return marked;
    }

    private void Begin()
    {
        if (!context.Response.HasStarted) context.Response.ContentType = "application/grpc";
    }
}
