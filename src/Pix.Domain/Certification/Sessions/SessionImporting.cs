namespace Pix.Domain;

/// <summary>Sessions that a centre sends as a file (Rule 11.5).</summary>
public static class SessionImporting
{
    /// <summary>The most candidates of one session that a file may name: they are enrolled as one fact.</summary>
    public const int MostCandidates = 200;

    /// <summary>
    /// Opens a session and enrols its candidates as one fact: nobody ever sees the one without the others. <paramref name="draw"/> gives a
    /// number below its argument.
    /// </summary>
    public static Decision<SessionEvent> OpenWith(
        this Session session,
        SessionId id,
        OrganisationId centre,
        bool isCentreApproved,
        PersonId papers,
        SessionForm form,
        IReadOnlyList<NewCandidate> candidates,
        Opens<CandidateIdentity> open,
        Func<int, int> draw,
        DateTimeOffset now)
    {
        var opened = session.Open(centre, isCentreApproved, papers, form, draw, now);
        if (opened.Refusal is not null) return opened;
        var enrolled = opened.Events.Aggregate(session, (state, happened) => state.Evolve(happened)).Enrol(id, candidates, open, draw, now);
        return enrolled.Refusal is not null ? enrolled : Decision.Of<SessionEvent>([.. opened.Events, .. enrolled.Events]);
    }

    /// <summary>Whether this centre holds it, there and then, and did not cancel it.</summary>
    public static bool IsHeld(this Session session, OrganisationId centre, SessionDetails details) =>
        session.Opened?.Centre == centre && session.Details == details && !session.IsCancelled;

    /// <summary>Whether somebody of these names and birth date is enrolled.</summary>
    public static bool Expects(this Session session, CandidateIdentity candidate, Opens<CandidateIdentity> open) =>
        session.Candidates.Exists(one => open(one.Identity) is { } identity && PersonNames.AreSame(identity, candidate));
}
