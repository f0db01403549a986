using System.Text.Json;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>A row of table <c>sendings</c>.</summary>
internal static class SendingRow
{
    /// <summary>What <see cref="Read"/> takes, of a table named <c>s</c>.</summary>
    public const string Columns =
        "s.sending, s.at, s.results, s.pix_units, s.stage, s.badges, s.competences, s.maximum_level, s.certifiable, s.certifiable_competences";

    public static void Write(ReadModelTransaction transaction, string learner, int ordinal, SentResults sending)
    {
        var row = transaction.Statement("""
            INSERT INTO sendings (learner, ordinal, sending, at, results, validated, pix_units, stage, badges, competences, maximum_level, certifiable, certifiable_competences)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            ON CONFLICT (learner, ordinal, sending) DO NOTHING
            """);
        row.Bind(1, learner);
        row.Bind(2, ordinal);
        row.Bind(3, sending.Number);
        row.Bind(4, Instants.Write(sending.At));
        row.BindOrNull(5, sending.Results?.Value);
        row.BindOrNull(6, sending.Results?.Validated);
        row.Bind(7, sending.Pix.Units);
        row.BindOrNull(8, sending.Stage);
        row.Bind(9, JsonSerializer.Serialize(sending.Badges, StoredEventsJson.TypeOf<IReadOnlyList<string>>()));
        row.Bind(10, JsonSerializer.Serialize(sending.Competences, StoredEventsJson.TypeOf<IReadOnlyList<SharedCompetence>>()));
        row.Bind(11, sending.MaximumLevel);
        row.BindOrNull(12, sending.Certifiable is { } certifiable ? certifiable ? 1 : 0 : null);
        row.BindOrNull(13, sending.CertifiableCompetences);
        row.Execute();
    }

    /// <summary>The sending that starts at a column, or null when the participation has none.</summary>
    public static SentResults? Read(SqliteStatement row, int first) => row.IsNull(first)
        ? null
        : new SentResults(
            (int)row.Integer(first),
            Instants.Read(row.Text(first + 1)),
            row.TextOrNull(first + 2) is { } results ? new SkillResults(results) : null,
            new PixAmount(row.Integer(first + 3)),
            (int?)row.IntegerOrNull(first + 4),
            ReadBadges(row.Text(first + 5)),
            ReadCompetences(row.Text(first + 6)),
            (int)row.Integer(first + 7),
            row.IntegerOrNull(first + 8) is { } certifiable ? certifiable != 0 : null,
            (int?)row.IntegerOrNull(first + 9));

    public static IReadOnlyList<string> ReadBadges(string badges) => JsonSerializer.Deserialize(badges, StoredEventsJson.TypeOf<IReadOnlyList<string>>())!;

    public static IReadOnlyList<SharedCompetence> ReadCompetences(string competences) =>
        JsonSerializer.Deserialize(competences, StoredEventsJson.TypeOf<IReadOnlyList<SharedCompetence>>())!;
}
