using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>Every operation that the owner of a data folder can be asked for.</summary>
public static class OperationCatalogue
{
    private static readonly Dictionary<string, IOperation> ByName = new IOperation[]
    {
        new ReleaseReferential(),
        new ActivateReferential(),
        new ReleaseTargetProfiles(),
        new GrantTargetProfiles(),
        new ReadStatus(),
        new PlanRebuild(),
        new RebuildReadModels(),
        new AbortRebuild(),
        new RollBackReadModel(),
        new ErasePerson(),
        new ExportPerson(),
        new BackUp(),
        new ImportOrganisations(),
        new InviteInWaves(),
        new ApproveCentres(),
    }.ToDictionary(operation => operation.Name);

    /// <summary>The operation of this name, or null.</summary>
    public static IOperation? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Does it; what an operator must expect to go wrong becomes a result that did not succeed.</summary>
    public static async Task<OperationResult> RunToResult(
        this IOperation operation,
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        try
        {
            return await operation.Run(node, arguments, progress, cancel);
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            return new OperationResult(false, failure.Message);
        }
        catch (OperationCanceledException)
        {
            return new OperationResult(false, $"{operation.Name} was interrupted.");
        }
    }

    /// <summary>Whether an exception's message is all that an operator needs.</summary>
    public static bool IsExpected(Exception failure) => failure
        is LogUnavailableException or LogCopyException or PersonKeyException or ReadModelsException or DataFolderOwnedException
        or EventTypesException or IOException or UnauthorizedAccessException;
}
