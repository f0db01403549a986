namespace Pix.Domain;

/// <summary>What a start is decided on (Rule 11.8).</summary>
public sealed record StartSituation(bool CodeIsRight, bool IsOpen, bool IsCentreApproved, bool IsAuthorised, bool HasStarted)
{
    /// <summary>
    /// Why the candidate may neither start nor go on, or null. A wrong code is as if there were no session; a test that was started goes on
    /// in a closed one until it is ended.
    /// </summary>
    public Refusal? WhyNot()
    {
        if (!CodeIsRight) return Refusal.SessionAccessCodeWrong;
        if (!IsOpen && !HasStarted) return Refusal.SessionNotJoinable;
        if (!IsCentreApproved) return Refusal.CentreNotApproved;
        if (IsAuthorised) return null;
        return HasStarted ? Refusal.NotAuthorisedToResume : Refusal.NotAuthorisedToJoin;
    }
}
