using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Puts a list of pupils into the log, each sealed under their own key, in as few appends as fit.</summary>
public sealed class PupilListing(
    Aggregates<PupilImport, PupilImportEvent> imports,
    Aggregates<Pupil, PupilEvent> pupils,
    IPersonKeys keys,
    Pseudonyms pseudonyms)
{
    // An append may weigh a mebibyte; a letter weighs up to six bytes in JSON, and a third more once sealed.
    private const int MostBytes = 900 * 1024;
    private const int BytesOfEvent = 900;
    private const int BytesOfLetter = 8;
    private const int MostPupils = 500;

    /// <summary>The whole list, as it is in the log in the end. A retry of the command lists nobody twice.</summary>
    public async Task<PupilImport> List(
        OrganisationId organisation,
        ImportId import,
        PupilFileFormat format,
        string hash,
        IReadOnlyList<PupilEntry> entries,
        Command command,
        CancellationToken cancel)
    {
        var stream = Streams.Import(import);
        var list = await imports.Decide(
            stream, StepOf(command, "read"), (state, now) => state.Open(organisation, format, hash, entries.Count, now), cancel);
        var from = 0;
        foreach (var some in Appends(entries))
        {
            var listed = await Task.WhenAll(some.Select(entry => Known(organisation, import, entry, cancel)));
            var first = from;
            list = await imports.Decide(stream, StepOf(command, $"list {first}"), (state, now) => state.List(first, listed, now), cancel);
            from += listed.Length;
        }

        return list.Refusal is { } refusal ? throw new RefusedException(refusal) : (await imports.Load(stream, cancel)).State;
    }

    private static Command StepOf(Command command, string step) => command with { Id = command.IdFor(step) };

    private static IEnumerable<IReadOnlyList<PupilEntry>> Appends(IReadOnlyList<PupilEntry> entries)
    {
        var some = new List<PupilEntry>();
        var bytes = 0;
        foreach (var entry in entries)
        {
            var weight = BytesOfEvent + (BytesOfLetter * LettersOf(entry));
            if (some.Count == MostPupils || (bytes + weight > MostBytes && some.Count > 0))
            {
                yield return some;
                (some, bytes) = ([], 0);
            }

            some.Add(entry);
            bytes += weight;
        }

        if (some.Count > 0) yield return some;
    }

    private static int LettersOf(PupilEntry entry)
    {
        var facts = entry.Facts;
        string?[] free =
            [facts.LastName, facts.PreferredLastName, facts.FirstName, facts.MiddleName, facts.ThirdName, facts.BirthCity, facts.Ine, entry.Division, facts.MefCode, facts.Status];
        return free.Sum(text => text?.Length ?? 0);
    }

    // The person stays the same for as long as the pupil is not erased. Keys are made together: one by one, each would wait for the disk.
    private async Task<ListedPupil> Known(OrganisationId organisation, ImportId import, PupilEntry entry, CancellationToken cancel)
    {
        var id = pseudonyms.Pupil(organisation, entry.Facts.Ine);
        var pupil = (await pupils.Load(Streams.Pupil(id), cancel)).State;
        var person = pupil.Person ?? new PersonId(NameBasedGuid.Of("person", import.ToString(), id.ToString()));
        await keys.GetOrCreate(person, cancel);
        return new ListedPupil(id, person, entry);
    }
}
