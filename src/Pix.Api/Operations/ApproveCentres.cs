using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary><c>organisations approve UAI</c>: lets an establishment hold certification sessions (Rule D26).</summary>
public sealed class ApproveCentres : IOperation
{
    /// <summary>The argument that names the establishment.</summary>
    public const string ExternalId = "uai";

    /// <inheritdoc />
    public string Name => "organisations-approve";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        var organisation = OrganisationIdentity.OfExternalId(arguments[ExternalId]);
        var id = Guid.CreateVersion7();
        var decided = await node.Aggregates.Organisations.Decide(
            Streams.Organisation(organisation), new Command(id, string.Empty, Actor.System, id), (state, now) => state.ApproveCentre(now), cancel);
        return decided.Refusal is { } refusal
            ? new OperationResult(false, $"{refusal.Code}: {refusal.Sentence}")
            : new OperationResult(true, $"approved {Counted.Of(decided.Events.Count, "centre")}: organisation {organisation}");
    }
}
