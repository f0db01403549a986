using System.Text;
using Microsoft.Net.Http.Headers;
using Pix.Domain;

namespace Pix.Api;

/// <summary>A CSV to be streamed: its file's name, and its lines, each ended, made as they are sent.</summary>
public sealed record CsvDocument(string FileName, IAsyncEnumerable<string> Lines);

/// <summary>Streams a CSV: little of it is in memory at a time, and a slow client holds nothing but itself.</summary>
public sealed class CsvResult(CsvDocument document) : IResult
{
    private const string MediaType = "text/csv";
    private const int FlushEvery = 32 * 1024;

    /// <summary>Whether the client prefers CSV to JSON.</summary>
    public static bool IsAskedFor(HttpContext http) =>
        http.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{MediaType}; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = document.FileName }.ToString();
        response.Headers.CacheControl = "no-store";
        Write(response, Csv.ByteOrderMark);
        var waiting = 0;
        await foreach (var line in document.Lines.WithCancellation(httpContext.RequestAborted))
        {
            waiting += Write(response, line);
            if (waiting < FlushEvery) continue;
            await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
            waiting = 0;
        }

        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private static int Write(HttpResponse response, string text)
    {
        var written = Encoding.UTF8.GetBytes(text, response.BodyWriter.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));
        response.BodyWriter.Advance(written);
        return written;
    }
}
