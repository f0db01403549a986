using Pix.EventStore;

namespace Pix.Api;

/// <summary>
/// Has the owner of a data folder do something: the server that runs, through its socket, or this process, which becomes the owner for as
/// long as it takes.
/// </summary>
internal static class OperationRunner
{
    /// <summary>The same, on a folder that must hold a log already.</summary>
    public static Task<OperationResult> Run(
        this CliConsole console,
        IOperation operation,
        DataFolder folder,
        IReadOnlyDictionary<string, string> arguments,
        CancellationToken cancel) =>
        Configured.Settings().LogOf(folder) is LogConnection.Embedded log && !File.Exists(log.File)
            ? throw new CliFailureException(
                CliFailureException.Failed, $"There is no log in {log.Folder}: 'serve', 'demo', 'referential release' and 'restore' make one.")
            : console.RunOrCreate(operation, folder, arguments, cancel);

    /// <summary>Runs it and answers its result, shown progress meanwhile; makes an empty log when there is none.</summary>
    public static Task<OperationResult> RunOrCreate(
        this CliConsole console,
        IOperation operation,
        DataFolder folder,
        IReadOnlyDictionary<string, string> arguments,
        CancellationToken cancel) =>
        console.Track(operation.Name, progress => RunAsOwner(operation, folder, arguments, progress, cancel));

    private static async Task<OperationResult> RunAsOwner(
        IOperation operation,
        DataFolder folder,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        Node node;
        try
        {
            node = await Node.Open(folder, Configured.Settings(), TimeProvider.System, operation.Name, cancel);
        }
        catch (DataFolderOwnedException owned)
        {
            return await AskOwner(operation, folder, owned, arguments, progress, cancel);
        }

        await using (node) return await operation.RunToResult(node, arguments, progress, cancel);
    }

    private static async Task<OperationResult> AskOwner(
        IOperation operation,
        DataFolder folder,
        DataFolderOwnedException owned,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        try
        {
            return await OperatorClient.Ask(folder, owned, operation.Name, arguments, progress, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw new CliFailureException(
                CliFailureException.Failed, $"Interrupted: the server goes on with {operation.Name}; 'status' shows how far it is, 'abort' stops a rebuild.");
        }
    }
}
