using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Pix.Api;

/// <summary>The Unix domain socket by which verbs reach the server that owns a data folder. Only the server's own user may open it.</summary>
public static class OperatorSocket
{
    // What every system that .NET runs on takes: macOS has the shortest, 104 bytes with the closing zero.
    private const int LongestPath = 103;

    /// <summary>Has the server listen on it, beside its addresses. Throws <see cref="SettingsException"/> when the path is too long.</summary>
    public static void Listen(WebApplicationBuilder builder, DataFolder folder)
    {
        var bytes = Encoding.UTF8.GetByteCount(folder.OperatorSocket);
        if (bytes > LongestPath)
        {
            throw new SettingsException(
                $"The path of the operator socket has {bytes} bytes, of which systems take {LongestPath}: choose a shorter --data ({folder.OperatorSocket}).");
        }

        // Whoever listens owns the folder: what lies there is a killed server's.
        File.Delete(folder.OperatorSocket);
        builder.Configuration["Kestrel:Endpoints:Operator:Url"] = $"http://unix:{folder.OperatorSocket}";
        builder.Services.Configure<SocketTransportOptions>(transport => transport.CreateBoundListenSocket = Bind);
    }

    /// <summary>A connection to the owner's socket; throws <see cref="SocketException"/> when nobody listens.</summary>
    public static async ValueTask<Stream> Connect(DataFolder folder, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(folder.OperatorSocket), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Bound, but not listening yet: nobody connects before the file is closed to others.
    private static Socket Bind(EndPoint endPoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endPoint);
        if (endPoint is UnixDomainSocketEndPoint && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(endPoint.ToString()!, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return socket;
    }
}
