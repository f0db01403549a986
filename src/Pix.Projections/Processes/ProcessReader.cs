using System.Globalization;
using Dapper;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>What was open at a position of the log, or a little later.</summary>
public sealed record OpenIntentions(Position AsOf, IReadOnlyList<Intention> Intentions);

/// <summary>Reads what is open.</summary>
public sealed class ProcessReader(ReadModels readModels)
{
    /// <summary>The read model to wait for.</summary>
    public const string ReadModel = ProcessesProjection.ProjectionName;

    /// <summary>Every open intention, in no order that matters.</summary>
    public OpenIntentions Open() => readModels.Read(ReadModel, static reader =>
    {
        // The position first: what is read after it may be newer, and is then met again by who follows the log from there.
        var position = reader.Connection.QuerySingle<long>("SELECT position FROM checkpoint");
        var rows = reader.Connection.Query<Row>("SELECT process AS Process, stream AS Stream, key AS Key, id AS Id, opened_at AS OpenedAt FROM intentions");
        return new OpenIntentions(new Position(position), [.. rows.Select(row => row.Read())]);
    });

    private sealed record Row(string Process, string Stream, string Key, string Id, string OpenedAt)
    {
        public Intention Read() => new(
            new IntentionName(Process, new StreamName(Stream), Key),
            Guid.Parse(Id, CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(OpenedAt, CultureInfo.InvariantCulture));
    }
}
