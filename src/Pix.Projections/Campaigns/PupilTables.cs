using System.Globalization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// The tables <c>pupils</c> (as their school names them) and <c>imports</c> (the completed ones: a pupil is seen from then on) of read model
/// <c>campaigns</c>.
/// </summary>
internal sealed class PupilTables
{
    public const string Schema = """
        CREATE TABLE pupils (
            pupil TEXT NOT NULL PRIMARY KEY,
            organisation TEXT NOT NULL,
            import TEXT NOT NULL,
            person TEXT NOT NULL,
            division TEXT NOT NULL,
            ine TEXT,
            first_name TEXT,
            last_name TEXT,
            search TEXT,
            learner TEXT,
            enabled INTEGER NOT NULL,
            erased INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE imports (import TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;

        """;

    public const string Indexes = """
        CREATE INDEX IF NOT EXISTS pupils_by_person ON pupils (person);
        CREATE INDEX IF NOT EXISTS pupils_by_division ON pupils (organisation, division);

        """;

    private readonly PersonalReader _personal;
    private readonly StateTable<PupilId, PupilRow> _pupils;
    private readonly SortedSet<string> _completed = new(StringComparer.Ordinal);
    private ReadModelTables? _tables;

    public PupilTables(PersonalReader personal, int inMemory)
    {
        _personal = personal;
        _pupils = new StateTable<PupilId, PupilRow>(
            inMemory, Comparer<PupilId>.Create(static (one, other) => one.Value.CompareTo(other.Value)), Find);
    }

    public bool MustFlush => _pupils.MustFlush;

    public void Open(ReadModelTables tables) => _tables = tables;

    public void Apply(PupilId id, PupilEvent happened)
    {
        if (happened is PupilImported imported)
        {
            _pupils.Set(id, new PupilRow(
                imported.Organisation,
                imported.Import,
                imported.Facts.Person,
                imported.Division,
                NamedPupil.Of(_personal.Open(imported.Facts).Value),
                _pupils.Find(id)?.Learner,
                IsEnabled: true,
                IsErased: false));
            return;
        }

        if (_pupils.Find(id) is not { } pupil) return;
        _pupils.Set(id, happened switch
        {
            PupilUpdated updated => pupil with
            {
                Person = updated.Facts.Person,
                Division = updated.Division,
                Name = NamedPupil.Of(_personal.Open(updated.Facts).Value),
                IsEnabled = true,
            },
            PupilDisabled => pupil with { IsEnabled = false },
            PupilAttached attached => pupil with { Learner = attached.Learner },
            PupilDetached => pupil with { Learner = null },
            PupilErased => pupil with { Name = NamedPupil.Nobody, Learner = null, IsEnabled = false, IsErased = true },
            _ => pupil,
        });
    }

    public void Complete(ImportId import) => _completed.Add(import.ToString());

    public void Flush(ReadModelTransaction transaction)
    {
        var row = transaction.Statement("""
            INSERT INTO pupils (pupil, organisation, import, person, division, ine, first_name, last_name, search, learner, enabled, erased)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            ON CONFLICT (pupil) DO UPDATE SET
                organisation = excluded.organisation,
                import = excluded.import,
                person = excluded.person,
                division = excluded.division,
                ine = excluded.ine,
                first_name = excluded.first_name,
                last_name = excluded.last_name,
                search = excluded.search,
                learner = excluded.learner,
                enabled = excluded.enabled,
                erased = excluded.erased
            """);
        _pupils.WriteChanged((id, pupil) =>
        {
            row.Bind(1, id.ToString());
            row.Bind(2, pupil.Organisation.ToString());
            row.Bind(3, pupil.Import.ToString());
            row.Bind(4, pupil.Person.ToString());
            row.Bind(5, pupil.Division);
            row.BindOrNull(6, pupil.Name.Ine);
            row.BindOrNull(7, pupil.Name.First);
            row.BindOrNull(8, pupil.Name.Last);
            row.BindOrNull(9, SearchText.Of(pupil.Name.Last, pupil.Name.First));
            row.BindOrNull(10, pupil.Learner?.ToString());
            row.Bind(11, pupil.IsEnabled ? 1 : 0);
            row.Bind(12, pupil.IsErased ? 1 : 0);
            row.Execute();
        });
        var import = transaction.Statement("INSERT INTO imports (import) VALUES (?1) ON CONFLICT (import) DO NOTHING");
        foreach (var completed in _completed)
        {
            import.Bind(1, completed);
            import.Execute();
        }

        _completed.Clear();
    }

    public void Forget(PersonId person, ReadModelTransaction transaction)
    {
        var pupils = transaction.Statement("SELECT pupil FROM pupils WHERE person = ?1");
        pupils.Bind(1, person.ToString());
        while (pupils.Step()) _pupils.Drop(new PupilId(Guid.Parse(pupils.Text(0), CultureInfo.InvariantCulture)));
        pupils.Reset();
        var names = transaction.Statement("UPDATE pupils SET ine = NULL, first_name = NULL, last_name = NULL, search = NULL WHERE person = ?1");
        names.Bind(1, person.ToString());
        names.Execute();
    }

    private PupilRow? Find(PupilId id)
    {
        var row = _tables!.Statement("""
            SELECT organisation, import, person, division, ine, first_name, last_name, learner, enabled, erased FROM pupils WHERE pupil = ?1
            """);
        row.Bind(1, id.ToString());
        var found = row.Step()
            ? new PupilRow(
                new OrganisationId(Guid.Parse(row.Text(0), CultureInfo.InvariantCulture)),
                new ImportId(Guid.Parse(row.Text(1), CultureInfo.InvariantCulture)),
                new PersonId(Guid.Parse(row.Text(2), CultureInfo.InvariantCulture)),
                row.Text(3),
                new NamedPupil(row.TextOrNull(4), row.TextOrNull(5), row.TextOrNull(6)),
                row.TextOrNull(7) is { } learner ? new LearnerId(Guid.Parse(learner, CultureInfo.InvariantCulture)) : null,
                row.Integer(8) != 0,
                row.Integer(9) != 0)
            : null;
        row.Reset();
        return found;
    }

    private sealed record PupilRow(
        OrganisationId Organisation,
        ImportId Import,
        PersonId Person,
        string Division,
        NamedPupil Name,
        LearnerId? Learner,
        bool IsEnabled,
        bool IsErased);

    /// <summary>The personal part in clear; nothing of it once erased.</summary>
    private sealed record NamedPupil(string? Ine, string? First, string? Last)
    {
        public static NamedPupil Nobody { get; } = new(null, null, null);

        public static NamedPupil Of(PupilFacts? facts) =>
            facts is null ? Nobody : new NamedPupil(facts.Ine, facts.FirstName, facts.LastName ?? facts.PreferredLastName);
    }
}
