using Microsoft.Data.Sqlite;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>What a projection is doing.</summary>
public enum ProjectionState
{
    /// <summary>Follows the log.</summary>
    Live,

    /// <summary>Nothing can be read yet: the first generation, or one in place of a damaged file, is being built.</summary>
    Building,

    /// <summary>What is read was folded under another referential or by another version; its replacement is being built, unless an operator rolled back to it.</summary>
    Stale,

    /// <summary>Stopped at an event; what is read is the last good state.</summary>
    Failed,

    /// <summary>Stopped by an operator.</summary>
    Paused,
}

/// <summary>
/// Why a projection stopped: at which event (null: not at one), a stable code (<c>projection_failed</c>, <c>event_unknown</c>,
/// <c>person_key_missing</c>, <c>read_model_damaged</c>, <c>read_model_io_error</c>, or
/// that of the log which cannot answer) and the cause.
/// </summary>
public sealed record ProjectionError(Position? Position, string? EventType, string Code, string Cause)
{
    internal static ProjectionError Of(Exception failure, Record? at) => new(at?.Position, at?.Type, CodeOf(failure), failure.Message);

    internal bool IsDamage => Code == "read_model_damaged";

    private static string CodeOf(Exception failure) => failure switch
    {
        PersonKeyException key => key.Code,
        LogUnavailableException log => log.Code,
        EventTypesException => "event_unknown",
        SqliteException sqlite when sqlite.IsDamage() => "read_model_damaged",
        SqliteException => "read_model_io_error",
        _ => "projection_failed",
    };
}

/// <summary>
/// Where a projection stands: the generation that is read (null: none), how far its readers see, the log's head and how many positions lie
/// between, the referential that it was folded under, the generation being built beside it, the reason of the last rebuild that the engine
/// started by itself, and why it stopped, or waits for the log.
/// </summary>
public sealed record ProjectionStatus(
    string Name,
    ProjectionState State,
    int? Generation,
    Position Checkpoint,
    Position Head,
    ReferentialVersion? Referential,
    int? Building,
    int? Kept,
    string? RebuiltBecause,
    ProjectionError? Error,
    long PositionsPerEvent)
{
    /// <summary>Events between what is read and the head: exactly where positions count events, about so elsewhere.</summary>
    public long EventsBehind => (Math.Max(0, Head.Value - Checkpoint.Value) + PositionsPerEvent - 1) / PositionsPerEvent;
}
