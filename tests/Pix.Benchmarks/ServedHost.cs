using System.Diagnostics;
using Pix.Api;

namespace Pix.Benchmarks;

/// <summary>
/// The host as shipped in a process of its own, whose memory is nobody else's. It lives until its input ends. Linux only: memory is what
/// <c>/proc</c> says is resident.
/// </summary>
internal sealed class ServedHost : IAsyncDisposable
{
    /// <summary>What this program is called with to be such a process: the folder and the subject of a token follow.</summary>
    public const string Verb = "host";

    private readonly Process _process;

    private ServedHost(Process process, Uri address, string token) => (_process, Address, Token) = (process, address, token);

    public Uri Address { get; }

    /// <summary>A teacher's.</summary>
    public string Token { get; }

    /// <summary>Resident now, in MiB.</summary>
    public double Resident => ReadMiB("VmRSS:");

    /// <summary>The most that was resident since <see cref="ForgetPeak"/>, in MiB.</summary>
    public double Peak => ReadMiB("VmHWM:");

    /// <summary>Starts it over a folder that nobody owns any more; answers once its read models are caught up.</summary>
    public static async Task<ServedHost> Start(string folder, string teacher)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Verb, folder, teacher]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The host did not start.");
        var token = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The host gave no token.");
        return new ServedHost(process, new Uri(address), token);
    }

    /// <summary>The process itself.</summary>
    public static async Task Serve(string folder, string teacher)
    {
        var (node, app) = await Hosts.Over(folder);
        await using (node)
        await using (app)
        {
            await node.ReadModels.CaughtUp(CancellationToken.None);
            Console.WriteLine(Hosts.AddressOf(app));
            Console.WriteLine(app.Services.GetRequiredService<Tokens>().Issue(teacher, Roles.Teacher, Tokens.DefaultLifetime));
            await Console.In.ReadToEndAsync();
        }
    }

    /// <summary>The peak is what is resident now.</summary>
    public void ForgetPeak() => File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private double ReadMiB(string name)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..^" kB".Length], System.Globalization.CultureInfo.InvariantCulture) / 1024d;
    }
}
