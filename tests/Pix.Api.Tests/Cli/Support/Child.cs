using System.Diagnostics;

namespace Pix.Api.Tests.Cli;

/// <summary>The program as built, in a process of its own.</summary>
internal static class Child
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Process Start(string workingDirectory, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Pix.Api.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static async Task<Said> Run(string workingDirectory, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        using var process = Start(workingDirectory, environment, args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new Said(process.ExitCode, await output, await error);
    }

    /// <summary>A server; waits until it serves.</summary>
    public static async Task<Process> Serve(DataFolder data)
    {
        var process = Start(Path.GetTempPath(), new Dictionary<string, string>(), "--data", data.Path, "--urls", "http://127.0.0.1:0");
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith("serving ", StringComparison.Ordinal)) return process;
        }

        throw new InvalidOperationException($"The server ended: {await process.StandardError.ReadToEndAsync()}");
    }
}
