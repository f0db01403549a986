using System.CommandLine;
using System.Runtime.InteropServices;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>
/// The command line. A verb that fails writes why on the error output and exits with 1, or with 2 when the command line or a setting is
/// wrong.
/// </summary>
public static class PixCommandLine
{
    private const string KeySettingPrefix = "master_key_";

    /// <summary>Runs what is asked; Ctrl-C, the end of the process and <paramref name="cancel"/> interrupt it.</summary>
    public static async Task<int> Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var parsed = Root(new CliConsole(output)).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync($"{parsed.Errors[0].Message} See --help.");
            return CliFailureException.BadUsage;
        }

        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, interruption.Token);
        }
        catch (Exception failure) when (ExitCodeOf(failure) is { } exitCode)
        {
            await error.WriteLineAsync(failure is OperationCanceledException ? "Interrupted." : failure.Message);
            return exitCode;
        }

        void Interrupt(PosixSignalContext signal)
        {
            signal.Cancel = true;
            interruption.Cancel();
        }
    }

    private static RootCommand Root(CliConsole console)
    {
        var root = new RootCommand("Pix: the service and its operator's verbs. Without a verb it serves.") { DataOption.Instance };
        ServeCommands.AddTo(root, console);
        root.Add(TokenCommand.Create(console));
        foreach (var verb in ContentCommands.Create(console)) root.Add(verb);
        foreach (var verb in ReadModelCommands.Create(console)) root.Add(verb);
        foreach (var verb in LogCommands.Create(console)) root.Add(verb);
        foreach (var verb in PersonCommands.Create(console)) root.Add(verb);
        foreach (var verb in BackupCommands.Create(console)) root.Add(verb);
        root.Add(OrganisationCommands.Create(console));
        root.Add(CopyCommand.Create(console));
        return root;
    }

    private static int? ExitCodeOf(Exception failure) => failure switch
    {
        CliFailureException known => known.ExitCode,
        SettingsException or LogConnectionException => CliFailureException.BadUsage,
        PersonKeyException key when key.Code.StartsWith(KeySettingPrefix, StringComparison.Ordinal) => CliFailureException.BadUsage,
        OperationCanceledException => CliFailureException.Failed,
        _ => OperationCatalogue.IsExpected(failure) ? CliFailureException.Failed : null,
    };
}

/// <summary><c>--data DIR</c>, which every verb takes.</summary>
internal static class DataOption
{
    private const string ByDefault = "data";

    public static Option<string> Instance { get; } = new("--data")
    {
        Description = "The data folder.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ByDefault,
        Recursive = true,
    };

    public static DataFolder Folder(this ParseResult parsed) => new(Path.GetFullPath(parsed.GetRequiredValue(Instance)));
}
