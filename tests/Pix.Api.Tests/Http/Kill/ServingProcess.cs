using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pix.Api.Tests.Http;

/// <summary>The host as built, serving in a process of its own that can be killed.</summary>
internal sealed partial class ServingProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private ServingProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = address, Timeout = Patience };
    }

    public HttpClient Client { get; }

    public static async Task<ServingProcess> Start(DataFolder folder)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, "Pix.Api.dll");
        var start = new ProcessStartInfo("dotnet", [dll, "serve", "--data", folder.Path, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        var process = Process.Start(start)!;
        try
        {
            return new ServingProcess(process, await Listening(process));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is said.</summary>
    public void Kill() => _process.Kill();

    public async Task Died() => await _process.WaitForExitAsync();

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
        Client.Dispose();
    }

    // The port is the system's choice, and is read from what the host prints.
    private static async Task<Uri> Listening(Process process)
    {
        var said = new StringBuilder();
        var listening = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hear(string? line)
        {
            lock (said) said.AppendLine(line);
            if (line is not null && Address().Match(line) is { Success: true } address)
                listening.TrySetResult(int.Parse(address.Groups[1].Value, CultureInfo.InvariantCulture));
        }

        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var first = await Task.WhenAny(listening.Task, process.WaitForExitAsync()).WaitAsync(Patience);
        lock (said)
        {
            return first == listening.Task
                ? new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{listening.Task.Result}"))
                : throw new InvalidOperationException($"The host does not serve: {said}");
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:([1-9]\d*)")]
    private static partial Regex Address();
}
