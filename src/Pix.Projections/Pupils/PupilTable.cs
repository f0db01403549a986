using System.Globalization;
using System.Text.Json;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>The rows of read model <c>pupils</c>, and how they are written.</summary>
internal static class PupilTable
{
    public const string Schema = """
        CREATE TABLE pupils (
            pupil TEXT NOT NULL PRIMARY KEY,
            organisation TEXT NOT NULL,
            person TEXT NOT NULL,
            learner TEXT,
            enabled INTEGER NOT NULL,
            division TEXT,
            ine TEXT,
            birth_date TEXT,
            sort_name TEXT,
            sheet TEXT,
            import TEXT,
            pending TEXT);
        """;

    public const string Indexes = """
        CREATE INDEX IF NOT EXISTS pupils_by_class ON pupils (organisation, enabled, division, sort_name);
        CREATE INDEX IF NOT EXISTS pupils_by_birth ON pupils (organisation, birth_date);
        CREATE INDEX IF NOT EXISTS pupils_by_ine ON pupils (ine) WHERE ine IS NOT NULL;
        CREATE INDEX IF NOT EXISTS pupils_by_learner ON pupils (learner) WHERE learner IS NOT NULL;
        CREATE INDEX IF NOT EXISTS pupils_by_import ON pupils (import) WHERE import IS NOT NULL;
        CREATE INDEX IF NOT EXISTS pupils_by_person ON pupils (person);
        """;

    public const string Forget = """
        UPDATE pupils SET enabled = 0, ine = NULL, birth_date = NULL, sort_name = NULL, sheet = NULL, import = NULL, pending = NULL WHERE person = ?1
        """;

    /// <summary>What an import says is seen from here on.</summary>
    public const string Show = """
        UPDATE pupils SET
            sheet = pending,
            enabled = json_extract(pending, '$.isEnabled'),
            division = json_extract(pending, '$.division'),
            ine = json_extract(pending, '$.ine'),
            birth_date = json_extract(pending, '$.birthDate'),
            sort_name = json_extract(pending, '$.sortName'),
            import = NULL,
            pending = NULL
        WHERE import = ?1
        """;

    private const string Save = """
        INSERT INTO pupils (pupil, organisation, person, learner, enabled, sheet, import, pending) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (pupil) DO UPDATE SET
            person = excluded.person,
            learner = excluded.learner,
            enabled = excluded.enabled,
            sheet = excluded.sheet,
            import = excluded.import,
            pending = excluded.pending
        """;

    public static void Write(PupilId pupil, PupilRow row, ReadModelTransaction transaction)
    {
        var save = transaction.Statement(Save);
        save.Bind(1, pupil.ToString());
        save.Bind(2, row.Organisation.ToString());
        save.Bind(3, row.Person.ToString());
        save.BindOrNull(4, row.Learner?.ToString());
        save.Bind(5, row.Seen is { IsEnabled: true } ? 1 : 0);
        save.BindOrNull(6, Text(row.Seen));
        save.BindOrNull(7, row.Import?.ToString());
        save.BindOrNull(8, Text(row.Pending));
        save.Execute();
    }

    public static PupilRow? Find(PupilId pupil, ReadModelTables tables)
    {
        var row = tables.Statement("SELECT organisation, person, learner, sheet, import, pending FROM pupils WHERE pupil = ?1");
        row.Bind(1, pupil.ToString());
        var found = row.Step()
            ? new PupilRow(
                new OrganisationId(Id(row, 0)!.Value),
                new PersonId(Id(row, 1)!.Value),
                Sheet(row, 3),
                Id(row, 4) is { } import ? new ImportId(import) : null,
                Sheet(row, 5),
                Id(row, 2) is { } learner ? new LearnerId(learner) : null)
            : null;
        row.Reset();
        return found;
    }

    public static PupilSheet Read(string sheet) => JsonSerializer.Deserialize(sheet, PupilSheetJson.Default.PupilSheet)!;

    private static string? Text(PupilSheet? sheet) => sheet is null ? null : JsonSerializer.Serialize(sheet, PupilSheetJson.Default.PupilSheet);

    private static PupilSheet? Sheet(SqliteStatement row, int column) => row.IsNull(column) ? null : Read(row.Text(column));

    private static Guid? Id(SqliteStatement row, int column) =>
        row.IsNull(column) ? null : Guid.Parse(row.Text(column), CultureInfo.InvariantCulture);
}
