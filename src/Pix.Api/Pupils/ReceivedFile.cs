using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Pix.Domain;

namespace Pix.Api;

/// <summary>A request's body in a file that has no name any more: whatever becomes of this process, nothing of it stays on the disk.</summary>
internal sealed class ReceivedFile : IAsyncDisposable
{
    private ReceivedFile(FileStream content, string hash) => (Content, Hash) = (content, hash);

    public FileStream Content { get; }

    /// <summary>Its SHA-256.</summary>
    public string Hash { get; }

    /// <summary>Receives a body of at most so many bytes; throws what is refused when there are more.</summary>
    public static async Task<ReceivedFile> Of(HttpContext http, string folder, long maximumBytes, Func<long, Refusal> tooLarge)
    {
        // The body is counted here, so as to be refused in words.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        var cancel = http.RequestAborted;
        PrivateFolder.Create(folder);
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.received");
        var content = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete);
        File.Delete(path);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[64 * 1024];
            for (int read; (read = await http.Request.Body.ReadAsync(buffer, cancel)) > 0;)
            {
                if (content.Length + read > maximumBytes) throw new RefusedException(tooLarge(maximumBytes));
                hash.AppendData(buffer, 0, read);
                await content.WriteAsync(buffer.AsMemory(0, read), cancel);
            }

            await content.FlushAsync(cancel);
            return new ReceivedFile(content, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
