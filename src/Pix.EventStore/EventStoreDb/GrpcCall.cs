using System.Net;

namespace Pix.EventStore;

/// <summary>The answering half of a call: messages, then a status. Whatever goes wrong is a <see cref="GrpcFailure"/>.</summary>
internal sealed class GrpcCall : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly FrameReader _frames;

    private GrpcCall(HttpResponseMessage response, FrameReader frames)
    {
        _response = response;
        _frames = frames;
    }

    /// <summary>The message, until the next is read.</summary>
    public ReadOnlySpan<byte> Current => _frames.Current.Span;

    /// <summary>Whether the next message is here already.</summary>
    public bool HasNext => _frames.HasNext;

    /// <summary>Takes the head of an answer. A status that comes with it, and not OK, is thrown.</summary>
    public static async Task<GrpcCall> Open(HttpResponseMessage response, TimeSpan patience, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                throw new GrpcFailure(GrpcStatus.Unauthenticated, $"The server answered HTTP {(int)response.StatusCode}.");
            if (!response.IsSuccessStatusCode)
                throw new GrpcFailure(GrpcStatus.Unavailable, $"The server answered HTTP {(int)response.StatusCode}: is this an EventStoreDB?");
            if (response.Headers.NonValidated.Contains("grpc-status") && GrpcFailure.Read(response.Headers) is { } failure) throw failure;
            return new GrpcCall(response, new FrameReader(await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false), patience, clock));
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>Takes the next message; false when the call ended well.</summary>
    public ValueTask<bool> MoveNext(CancellationToken cancel) => HasNext ? _frames.MoveNext(cancel) : Wait(cancel);

    /// <summary>Ends the call, at its end or before.</summary>
    public void Dispose() => _response.Dispose();

    private async ValueTask<bool> Wait(CancellationToken cancel)
    {
        try
        {
            if (await _frames.MoveNext(cancel).ConfigureAwait(false)) return true;
        }
        catch (Exception failure) when (GrpcClient.IsTransport(failure, cancel))
        {
            throw GrpcFailure.Unreachable(failure);
        }

        // An answer without messages may carry its status in front.
        var status = _response.Headers.NonValidated.Contains("grpc-status")
            ? GrpcFailure.Read(_response.Headers)
            : GrpcFailure.Read(_response.TrailingHeaders);
        return status is null ? false : throw status;
    }
}
