using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Pix.EventStore.Tests;

/// <summary>
/// Between a client and a server: passes everything on. Once frozen, connections stay open and carry nothing, as when a machine or a cable
/// is gone; those made later are passed on again.
/// </summary>
internal sealed class FreezableProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<IDisposable> _opened = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly NodeEndpoint _server;
    private readonly Task _accepting;
    private volatile CancellationTokenSource _flow = new();

    public FreezableProxy(NodeEndpoint server)
    {
        _server = server;
        _listener.Start();
        _accepting = Task.Run(Accept);
    }

    public NodeEndpoint Endpoint => new("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port);

    public async Task Freeze()
    {
        var flow = _flow;
        _opened.Add(flow);
        _flow = new CancellationTokenSource();
        await flow.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        foreach (var opened in _opened) opened.Dispose();
        _flow.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _opened.Add(client);
                var server = new TcpClient();
                _opened.Add(server);
                await server.ConnectAsync(_server.Host, _server.Port, _stop.Token);
                _ = Pass(client.GetStream(), server.GetStream(), _flow.Token);
                _ = Pass(server.GetStream(), client.GetStream(), _flow.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task Pass(NetworkStream from, NetworkStream to, CancellationToken flow)
    {
        try
        {
            await from.CopyToAsync(to, flow);
            to.Close();
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or ObjectDisposedException)
        {
        }
    }
}
