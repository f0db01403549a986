namespace Pix.Api;

/// <summary>How far a long operation is: what is counted, how many are done, of how many (null: unknown), and the rate.</summary>
public sealed record OperationProgress(string What, long Done, long? Total, double PerSecond, double? SecondsLeft);

/// <summary>How an operation ended: one sentence, with its counts, and figures for scripts.</summary>
public sealed record OperationResult(bool Succeeded, string Sentence, System.Text.Json.JsonElement? Details = null);

/// <summary>
/// Something that an operator asks the owner of a data folder to do. It runs inside the owner: in the server that is reached through its
/// socket, or in the verb's own process when nobody owns the folder.
/// </summary>
public interface IOperation
{
    /// <summary>The verb.</summary>
    string Name { get; }

    /// <summary>Does it. Arguments are by name; what is wrong with them is a result that did not succeed, not an exception.</summary>
    Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel);
}
