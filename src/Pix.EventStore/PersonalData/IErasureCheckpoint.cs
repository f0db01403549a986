namespace Pix.EventStore;

/// <summary>How far a log's erasures have reached the keys. It lies with the keys, so that restoring older keys goes back with them.</summary>
public interface IErasureCheckpoint
{
    /// <summary>Every erasure up to here has destroyed its key; <see cref="Position.Start"/> for a log that was never followed.</summary>
    Position Followed(LogIdentity log);

    /// <summary>Sets it, durably.</summary>
    Task SetFollowed(LogIdentity log, Position position);
}
