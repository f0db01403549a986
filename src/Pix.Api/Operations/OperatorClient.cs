using System.Net.Sockets;
using System.Text.Json;

namespace Pix.Api;

/// <summary>Asks the server that owns a data folder, through its operator socket.</summary>
public static class OperatorClient
{
    /// <summary>
    /// Asks for an operation and waits for its end. Cancelled, it stops waiting only: the server goes on. Rethrows
    /// <paramref name="owned"/> when the owner, such as another verb, takes no orders.
    /// </summary>
    public static async Task<OperationResult> Ask(
        DataFolder folder,
        DataFolderOwnedException owned,
        string operation,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        using var http = new HttpClient(new SocketsHttpHandler { ConnectCallback = (_, connecting) => OperatorSocket.Connect(folder, connecting) });
        http.Timeout = Timeout.InfiniteTimeSpan;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://operator/operator/{operation}");
        request.Content = JsonContent.Create(new Dictionary<string, string>(arguments), OperatorJson.Default.DictionaryStringString);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!response.IsSuccessStatusCode)
                return new OperationResult(false, $"The server does not know '{operation}': it is of another release. {owned.Message}");
            await using var body = await response.Content.ReadAsStreamAsync(cancel);
            return await ReadResult(body, progress, cancel);
        }
        catch (HttpRequestException unreachable) when (unreachable.InnerException is SocketException or ArgumentOutOfRangeException)
        {
            throw new OwnerSilentException(owned);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return new OperationResult(false, $"The server stopped before it answered: {operation} may or may not be done.");
        }
    }

    private static async Task<OperationResult> ReadResult(Stream body, IProgress<OperationProgress> progress, CancellationToken cancel)
    {
        using var lines = new StreamReader(body);
        while (await lines.ReadLineAsync(cancel) is { } text)
        {
            var line = JsonSerializer.Deserialize(text, OperatorJson.Default.OperatorLine)!;
            if (line.Result is { } result) return result;
            progress.Report(line.Progress!);
        }

        throw new IOException("The answer ended before its result.");
    }
}

/// <summary>The folder has an owner which takes no orders: a verb, or a server that is starting or stopping.</summary>
public sealed class OwnerSilentException(DataFolderOwnedException owned)
    : IOException($"{owned.Message} It takes no orders now: try again when it has ended, or once it serves.");
