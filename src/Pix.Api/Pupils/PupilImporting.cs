using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// Process <c>pupil-import</c>: takes a list over, pupil by pupil, then disables whom the previous list named and this one does not (Rule 10.6). The
/// list lies whole in the log, so that any node goes on with it; readers see nothing before it is completed.
/// </summary>
public sealed class PupilImporting(NodeAggregates aggregates, PersonalReader personal) : IProcess
{
    private const int AtOnce = 128;

    /// <summary>The start of an import opens it, its completion closes it.</summary>
    public static ProcessDefinition Process { get; } = new ProcessDefinition("pupil-import", 1)
        .OpenedBy<ImportStarted>(started => started.Import.ToString())
        .ClosedBy<ImportCompleted>(completed => completed.Import.ToString());

    /// <inheritdoc />
    public ProcessDefinition Definition => Process;

    /// <inheritdoc />
    public async Task Advance(Intention intention, CancellationToken cancel)
    {
        var import = new ImportId(Guid.Parse(intention.Key, System.Globalization.CultureInfo.InvariantCulture));
        Streams.IsOrganisation(intention.Stream, out var organisation);
        var school = (await aggregates.Organisations.Load(intention.Stream, cancel)).State;
        var (added, updated, unchanged) = (0, 0, 0);
        var listed = new HashSet<PupilId>();
        await foreach (var some in Listed(import, cancel).Chunk(AtOnce).WithCancellation(cancel))
        {
            listed.UnionWith(some.Select(pupil => pupil.Pupil));
            foreach (var taken in await Task.WhenAll(some.Select(pupil => TakeOver(organisation, import, pupil, intention, cancel))))
            {
                if (taken is PupilImported) added++;
                else if (taken is PupilUpdated) updated++;
                else unchanged++;
            }
        }

        var disabled = 0;
        if (school.Imports.FindLast(earlier => earlier.Completed is not null && earlier.Started.Import != import) is { } previous)
        {
            var gone = Listed(previous.Started.Import, cancel).Where(pupil => !listed.Contains(pupil.Pupil));
            await foreach (var some in gone.Chunk(AtOnce).WithCancellation(cancel))
                disabled += (await Task.WhenAll(some.Select(pupil => Disable(pupil.Pupil, import, intention, cancel)))).Sum();
        }

        var counts = new ImportCounts(added, updated, unchanged, disabled);
        ProcessStepException.OrThrow(await aggregates.Organisations.Decide(
            intention.Stream, intention.Step("completed"), (state, now) => state.CompleteImport(import, counts, now), cancel));
    }

    private IAsyncEnumerable<PupilListed> Listed(ImportId import, CancellationToken cancel) =>
        aggregates.PupilImports.History(Streams.Import(import), cancel).Select(recorded => recorded.Event).OfType<PupilListed>();

    // What happened, now or at an earlier attempt; nothing when all was as before, or when the person was erased meanwhile.
    private async Task<PupilEvent?> TakeOver(OrganisationId organisation, ImportId import, PupilListed listed, Intention intention, CancellationToken cancel)
    {
        if (personal.Open(listed.Facts).Value is not { } facts) return null;
        var decided = ProcessStepException.OrThrow(await aggregates.Pupils.Decide(
            Streams.Pupil(listed.Pupil),
            intention.Step($"import {listed.Pupil}"),
            (pupil, now) => pupil.Import(
                organisation,
                import,
                new Personal<PupilFacts>(pupil.Person ?? listed.Facts.Person, facts),
                listed.Division,
                pupil.Facts is { } known ? personal.Open(known).Value : null,
                now),
            cancel));
        return decided.Events.SingleOrDefault();
    }

    private async Task<int> Disable(PupilId pupil, ImportId import, Intention intention, CancellationToken cancel) =>
        ProcessStepException.OrThrow(await aggregates.Pupils.Decide(
            Streams.Pupil(pupil), intention.Step($"disable {pupil}"), (state, now) => state.Disable(import, now), cancel)).Events.Count;
}
