using Microsoft.Net.Http.Headers;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Replies that a client may keep: <c>ETag</c>, and 304 to who has it already.</summary>
public static class EntityTags
{
    /// <summary>A reply that stays the same as long as these numbers do, in one log.</summary>
    public static IResult Tagged<TReply>(HttpContext http, LogIdentity log, TReply reply, params ReadOnlySpan<long> numbers)
    {
        var tag = $"\"{log.Log:N}-{log.Epoch}-{string.Join('-', numbers.ToArray())}\"";
        http.Response.Headers.ETag = tag;
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known == EntityTagHeaderValue.Any || known.Tag == tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(reply);
    }
}
