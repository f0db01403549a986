namespace Pix.Domain;

/// <summary>Where a session stands in its life (Rule 11.3).</summary>
public enum SessionStatus
{
    /// <summary>Candidates enrol and take their tests.</summary>
    Created,

    /// <summary>Handed in by the centre.</summary>
    Finalised,

    /// <summary>A jury officer is in charge.</summary>
    InProcess,

    /// <summary>Its results are published.</summary>
    Processed,

    /// <summary>It did not take place (Rule D26).</summary>
    Cancelled,
}

/// <summary>A session's status, from what happened to it.</summary>
public static class SessionStatuses
{
    /// <summary>The furthest that it came (Rule 11.3).</summary>
    public static SessionStatus Of(bool published, bool officerAssigned, bool finalised) => (published, officerAssigned, finalised) switch
    {
        (true, _, _) => SessionStatus.Processed,
        (_, true, _) => SessionStatus.InProcess,
        (_, _, true) => SessionStatus.Finalised,
        _ => SessionStatus.Created,
    };
}
