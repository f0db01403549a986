using System.Globalization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary><c>referential release DIR</c>: writes a release, whole or not at all; an interrupted one goes on where it stopped.</summary>
public sealed class ReleaseReferential : IOperation
{
    /// <inheritdoc />
    public string Name => "referential-release";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        ReleaseDraft draft;
        try
        {
            draft = ReleaseFolder.Read(arguments["folder"]);
        }
        catch (ReleaseFolderException malformed)
        {
            return new OperationResult(false, malformed.Message);
        }

        var steps = ReleaseDecisions.StepsOf(draft).ToList();
        var written = 0;
        for (var step = 0; step < steps.Count; step++)
        {
            // A step that failed half-way is decided again on the state it left: what is written already is nothing to do.
            var command = new Command(Guid.CreateVersion7(), string.Empty, Actor.System, Guid.CreateVersion7());
            var decided = await node.Releases.Decide(Streams.Referential, command, steps[step], cancel);
            if (decided.Refusal is { } refusal) return new OperationResult(false, $"{refusal.Code}: {refusal.Sentence}");
            written += decided.Events.Count;
            progress.Report(new OperationProgress("steps", step + 1, steps.Count, 0, null));
        }

        return new OperationResult(true, string.Create(
            CultureInfo.InvariantCulture,
            $"released {draft.Version}: {draft.Competences.Count} competences, {Skills(draft)} skills, {Challenges(draft)} challenges, {draft.Attachments.Count} files; {Counted.Of(written, "event")} written"));
    }

    private static int Skills(ReleaseDraft draft) => draft.Competences.Sum(one => one.Competence.Tubes.Sum(tube => tube.Skills.Count));

    private static int Challenges(ReleaseDraft draft) =>
        draft.Competences.Sum(one => one.Competence.Tubes.Sum(tube => tube.Skills.Sum(skill => skill.Challenges.Count)));
}

/// <summary><c>referential activate VERSION</c>: challenges are drawn from it from now on, and profiles are folded under it beside.</summary>
public sealed class ActivateReferential : IOperation
{
    /// <inheritdoc />
    public string Name => "referential-activate";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        if (!int.TryParse(arguments["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new OperationResult(false, $"'{arguments["version"]}' is not a version: a whole number is expected.");
        var version = new ReferentialVersion(number);
        var command = new Command(Guid.CreateVersion7(), string.Empty, Actor.System, Guid.CreateVersion7());
        var decided = await node.Releases.Decide(Streams.Referential, command, (releases, now) => releases.Activate(version, now), cancel);
        if (decided.Refusal is { } refusal) return new OperationResult(false, $"{refusal.Code}: {refusal.Sentence}");
        var rebuilt = RebuildReadModels.Told(await node.ReadModels.ActivateReferential(decided.After.Active!, cancel));
        return rebuilt with { Sentence = $"activated {version}{(decided.Events.Count > 0 ? string.Empty : ", which was in force already")}; {rebuilt.Sentence}" };
    }
}
