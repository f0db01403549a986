using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary><c>target-profiles release DIR</c>: releases what a folder holds, checked against the release in force, all or none.</summary>
public sealed class ReleaseTargetProfiles : IOperation
{
    /// <inheritdoc />
    public string Name => "target-profiles-release";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        if ((await node.Releases.Load(Streams.Referential, cancel)).State.Active is not { } active)
            return new OperationResult(false, "No release is in force: 'referential activate VERSION' chooses one.");
        IReadOnlyList<TargetProfile> wished;
        try
        {
            wished = TargetProfileFolder.Read(arguments["folder"], active);
        }
        catch (TargetProfileFolderException malformed)
        {
            return new OperationResult(false, malformed.Message);
        }

        var decided = await node.Aggregates.TargetProfiles.Decide(
            Streams.TargetProfiles, Operated.Command(), (profiles, now) => profiles.Release(wished, now), cancel);
        return decided.Refusal is { } refusal
            ? new OperationResult(false, $"{refusal.Code}: {refusal.Sentence}")
            : new OperationResult(true, $"released {Counted.Of(decided.Events.Count, "target profile")} of {wished.Count}, the others being as they are already");
    }
}

/// <summary><c>target-profiles grant</c> and <c>revoke</c>: who may use which.</summary>
public sealed class GrantTargetProfiles : IOperation
{
    /// <summary>Instead of an organisation: every one.</summary>
    public const string All = "all";

    /// <inheritdoc />
    public string Name => "target-profiles-grant";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        var named = arguments["organisation"];
        OrganisationId? organisation = Guid.TryParse(named, out var id) ? new OrganisationId(id) : null;
        if (organisation is null && named != All) return new OperationResult(false, $"'{named}' is not an organisation's id.");
        if (organisation is { } one && (await node.Aggregates.Organisations.Load(Streams.Organisation(one), cancel)).State.Facts is null)
            return new OperationResult(false, $"There is no organisation {one}.");

        var ids = arguments["profiles"].Split(',', StringSplitOptions.RemoveEmptyEntries);
        var revokes = arguments["verb"] == "revoke";
        var decided = await node.Aggregates.TargetProfiles.Decide(
            Streams.TargetProfiles,
            Operated.Command(),
            (profiles, now) => revokes ? profiles.Revoke(ids, organisation, now) : profiles.Grant(ids, organisation, now),
            cancel);
        var done = revokes ? "revoked" : "granted";
        return decided.Refusal is { } refusal
            ? new OperationResult(false, $"{refusal.Code}: {refusal.Sentence}")
            : new OperationResult(true, $"{done} {Counted.Of(decided.Events.Count, "target profile")}, {(organisation is null ? "for every organisation" : $"for {named}")}");
    }
}

/// <summary>What operators' verbs have alike.</summary>
internal static class Operated
{
    /// <summary>A command of the operator's, new each time.</summary>
    public static Command Command() => new(Guid.CreateVersion7(), string.Empty, Actor.System, Guid.CreateVersion7());
}
