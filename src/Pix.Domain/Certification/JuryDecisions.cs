namespace Pix.Domain;

/// <summary>What a juror says with a decision; each text is optional.</summary>
public sealed record JuryComments(string? ForCandidate, string? ForOrganisation, string? ForJury);

/// <summary>
/// What a decision rests on, as it stands: the learner's stream up to the start of the test, the certification, and the last event of the session
/// about its candidate.
/// </summary>
public sealed record DossierPieces(StreamEvidence Positioning, StreamEvidence Certification, StreamEvidence Session)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<StreamEvidence> All => [Positioning, Certification, Session];
}

/// <summary>The scorings before and after a change that a juror thinks of (Rule D21).</summary>
public sealed record ScoringChange(CertificationScored Before, CertificationScored After)
{
    /// <summary>The change takes pix away.</summary>
    public bool Lowers => After.Pix < Before.Pix;
}

/// <summary>What the jury may do with an ended and finalised test (Rules 11.24, D21, D22).</summary>
public static class JuryDecisions
{
    /// <summary>What neutralising a question, or restoring it, would change; a refusal when it may not be done.</summary>
    public static (Refusal? Refusal, ScoringChange? Change) Preview(this Certification certification, int number, bool neutralise, DateTimeOffset now)
    {
        var decision = neutralise
            ? certification.Neutralise(number, certification.Revision, now)
            : certification.Restore(number, certification.Revision, now);
        if (decision.Refusal is { } refusal) return (refusal, null);
        return (null, new ScoringChange(certification.Scoring!, certification.After(decision.Events).Scoring!));
    }

    /// <summary>
    /// Neutralises a question, which is scored again at once. <paramref name="seen"/> is the revision of which the juror saw the figures before
    /// and after: what moved since is refused.
    /// </summary>
    public static Decision<CertificationEvent> Neutralise(this Certification certification, int number, long seen, DateTimeOffset now)
    {
        if (certification.WhyNotChange(number) is { } refusal) return refusal;
        if (certification.Neutralised.Contains(number)) return [];
        return certification.Changed(new ChallengeNeutralised(number, QuestionDecisionCause.Jury, null, now), seen, now);
    }

    /// <summary>Lets a neutralised question count again; scored again at once.</summary>
    public static Decision<CertificationEvent> Restore(this Certification certification, int number, long seen, DateTimeOffset now)
    {
        if (certification.WhyNotChange(number) is { } refusal) return refusal;
        if (!certification.Neutralised.Contains(number)) return [];
        return certification.Changed(new ChallengeRestored(number, now), seen, now);
    }

    /// <summary>Corrects who is certified.</summary>
    public static Decision<CertificationEvent> CorrectIdentity(this Certification certification, CertifiedIdentity identity, DateTimeOffset now)
    {
        if (certification.Started is not { } started) return Refusal.CertificationUnknown;
        return [new IdentityCorrected(new Personal<CertifiedIdentity>(started.Person, identity), now)];
    }

    /// <summary>
    /// Decides, on the evidence that the juror has read; refused when any of it has moved since. What is decided already is granted.
    /// </summary>
    public static Decision<CertificationEvent> Decide(
        this Certification certification,
        JuryVerdict verdict,
        JuryComments comments,
        IReadOnlyList<StreamEvidence> read,
        DossierPieces current,
        DateTimeOffset now)
    {
        if (certification.WhyNotJudge() is { } refusal) return refusal;
        if (certification.IsSettled(verdict)) return [];
        if (certification.WhyMoved(read, current) is { } moved) return moved;
        if (certification.WhyNot(verdict) is { } impossible) return impossible;
        var person = certification.Started!.Person;
        var decision = new JuryDecisionRecorded(
            verdict, Sealed(comments.ForCandidate), Sealed(comments.ForOrganisation), Sealed(comments.ForJury), current.All, now);
        if (verdict is not (JuryVerdict.RejectedForFraud or JuryVerdict.FraudRejectionLifted)) return [decision];
        return [decision, certification.Evolve(decision).Score(ScoringEmitter.FraudRejection, now)];

        Personal<string>? Sealed(string? text) => string.IsNullOrWhiteSpace(text) ? null : new Personal<string>(person, text);
    }

    /// <summary>Revokes a certificate that was published, with its reason.</summary>
    public static Decision<CertificationEvent> Revoke(
        this Certification certification,
        string reason,
        bool isPublished,
        IReadOnlyList<StreamEvidence> read,
        DossierPieces current,
        DateTimeOffset now)
    {
        if (certification.WhyNotJudge() is { } refusal) return refusal;
        if (certification.IsRevoked) return [];
        if (certification.WhyMoved(read, current) is { } moved) return moved;
        if (!isPublished) return Refusal.CertificateNotPublished;
        return [new CertificateRevoked(new Personal<string>(certification.Started!.Person, reason), current.All, now)];
    }

    private static Decision<CertificationEvent> Changed(this Certification certification, CertificationEvent change, long seen, DateTimeOffset now)
    {
        if (seen != certification.Revision) return Refusal.CertificationMoved(seen, certification.Revision);
        return [change, certification.Evolve(change).Score(ScoringEmitter.Neutralisation, now)];
    }

    private static Refusal? WhyMoved(this Certification certification, IReadOnlyList<StreamEvidence> read, DossierPieces current)
    {
        // The pieces were gathered before the decision: this stream may have moved between the two.
        IEnumerable<StreamEvidence> own = current.Certification.Revision == certification.Revision ? [] : [current.Certification];
        var moved = current.All.Except(read).Union(own).Select(evidence => evidence.Stream).ToList();
        return moved.Count == 0 ? null : Refusal.EvidenceMoved(moved);
    }

    private static Refusal? WhyNotJudge(this Certification certification) =>
        certification.Started is null ? Refusal.CertificationUnknown : certification.IsJudged ? null : Refusal.CertificationNotJudged;

    private static Refusal? WhyNotChange(this Certification certification, int number) =>
        certification.WhyNotJudge() ?? (certification.Question(number) is null ? Refusal.QuestionUnknown(number, certification.Questions.Count) : null);

    private static bool IsSettled(this Certification certification, JuryVerdict verdict) => verdict switch
    {
        JuryVerdict.Confirmed or JuryVerdict.RejectedForFraud or JuryVerdict.Cancelled =>
            certification.IsDecided && certification.Decisions[^1].Verdict == verdict,
        _ => false,
    };

    private static Refusal? WhyNot(this Certification certification, JuryVerdict verdict) => verdict switch
    {
        JuryVerdict.Confirmed when certification.Status == CertificationStatus.Error => Refusal.CertificationInError,
        JuryVerdict.FraudRejectionLifted when !certification.IsFraud => Refusal.NotRejectedForFraud,
        JuryVerdict.CancellationLifted when !certification.IsCancelledByJury => Refusal.NotCancelledByJury,
        JuryVerdict.RevocationLifted when !certification.IsRevoked => Refusal.CertificateNotRevoked,
        _ => null,
    };
}
