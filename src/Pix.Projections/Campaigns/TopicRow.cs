using Pix.Domain;

namespace Pix.Projections;

/// <summary>A row of table <c>topics</c>: what was sent about one topic of one campaign.</summary>
internal static class TopicRow
{
    /// <summary>The columns, in the order of <see cref="TopicTotals"/>.</summary>
    public const string Columns =
        "participants, whole, validated, validated_by_inference, invalidated, invalidated_by_inference, untested, highest_validated, closeness";

    public static void Write(ReadModelTransaction transaction, string campaign, int place, TopicTotals totals)
    {
        var row = transaction.Statement($"""
            INSERT INTO topics (campaign, place, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            ON CONFLICT (campaign, place) DO UPDATE SET
                participants = excluded.participants,
                whole = excluded.whole,
                validated = excluded.validated,
                validated_by_inference = excluded.validated_by_inference,
                invalidated = excluded.invalidated,
                invalidated_by_inference = excluded.invalidated_by_inference,
                untested = excluded.untested,
                highest_validated = excluded.highest_validated,
                closeness = excluded.closeness
            """);
        row.Bind(1, campaign);
        row.Bind(2, place);
        row.Bind(3, totals.Participants);
        row.Bind(4, totals.Whole);
        row.Bind(5, totals.Validated);
        row.Bind(6, totals.ValidatedByInference);
        row.Bind(7, totals.Invalidated);
        row.Bind(8, totals.InvalidatedByInference);
        row.Bind(9, totals.Untested);
        row.Bind(10, totals.HighestValidated);
        row.Bind(11, totals.Closeness);
        row.Execute();
    }

    /// <summary>Fills the totals of a campaign's topics, each at its place.</summary>
    public static void Read(ReadModelTables tables, string campaign, TopicTotals[] totals)
    {
        var row = tables.Statement($"SELECT place, {Columns} FROM topics WHERE campaign = ?1");
        row.Bind(1, campaign);
        while (row.Step())
        {
            totals[row.Integer(0)] = new TopicTotals(
                (int)row.Integer(1),
                (int)row.Integer(2),
                row.Integer(3),
                row.Integer(4),
                row.Integer(5),
                row.Integer(6),
                row.Integer(7),
                row.Integer(8),
                row.Integer(9));
        }

        row.Reset();
    }
}
