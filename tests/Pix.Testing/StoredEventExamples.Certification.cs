using Pix.Domain;
using Pix.EventStore;

namespace Pix.Testing;

/// <summary>One candidate's test, and the jury's work on it. Computed: initial values run in no set order over files.</summary>
public static partial class StoredEventExamples
{
    private static IReadOnlyList<StreamEvidence> Evidence =>
    [
        new(Streams.Learner(Learner).Value, 87, Sha256('d')),
        new(Streams.Certification(Taken).Value, 31, Sha256('c')),
        new(Streams.Session(Session).Value, 64, Sha256('e')),
    ];

    private static CertifiedIdentity Certified => new(
        "Zoé", "Lefèvre", CandidateSex.F, new DateOnly(2011, 6, 23), new BirthPlace("FRANCE", "51454", null, "Reims"));

    /// <summary>In the order of a test's life.</summary>
    public static IEnumerable<CertificationEvent> OfCertification()
    {
        yield return new CertificationStarted(
            Taken,
            Session,
            Enrolled,
            Learner,
            Person,
            new Personal<CertifiedIdentity>(Person, Certified),
            new Personal<ExtraTime>(Person, new ExtraTime(33)),
            "P-BCD234FG",
            new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e17"),
            Evidence[0],
            Release,
            8,
            4_815_162_342,
            [new PositionedCompetence(Competence, 3, PixAmount.Of(28))],
            [new CertificationQuestion(
                1,
                Competence,
                new SkillId("adresseWeb2"),
                "@adresseWeb2",
                2,
                new Challenge(Question, 1, ChallengeType.Qroc, ChallengeStatus.Validated, "Quel est le nom de ce site ?", "Il finit par `banque-marelle.example`.")
                {
                    Accepted = ["banque-marelle.example"],
                    Focused = true,
                    TimerSeconds = 120,
                    Attachments = ["plan-du-site.txt"],
                },
                true)],
            At.AddMinutes(100),
            At);
        yield return new CertificationStartBarred(1, At);
        yield return new CertificationResumed(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e18"), At);
        yield return new CertificationQuestionPresented(1, At);
        yield return new CertificationFocusLost(1, At);
        yield return new CertificationAnswerRecorded(
            1, Question, new Personal<string>(Person, "banque-marelle.example"), AnswerStatus.Ok, AnswerStatus.FocusedOut, 41, 43, true, At);
        yield return new ChallengeSkippedAutomatically(2, At);
        yield return new CertificationEnded(CertificationEnd.Time, At);
        yield return new IssueReported(2, IssueCategory.InChallenge, IssueSubcategory.UnintentionalFocusOut, 1, IssueResolution.Accepted, At);
        yield return new AnswerAccepted(1, AnswerStatus.Ok, 2, At);
        yield return new ChallengeNeutralised(2, QuestionDecisionCause.IssueReport, 3, At);
        yield return new ChallengeRestored(2, At);
        yield return new AutomaticJuryHeld(Finalisation, AbortReason.Technical, At);
        yield return new CertificationScored(
            ScoringEmitter.AutomaticJury,
            ScoringStatus.Validated,
            20,
            3,
            5,
            60,
            8,
            true,
            [new CompetenceMark(
                Competence, 3, PixAmount.Of(28), 2, 20, CompetenceVerdict.Lowered, MarkReason.AnswersConfirmInPart, 3, 2, 0)],
            [new ScoringFinding(ScoringFindingKind.UnansweredQuestion, Competence)],
            At);
        yield return new IdentityCorrected(new Personal<CertifiedIdentity>(Person, Certified with { FirstName = "Zoë" }), At);
        yield return new JuryDecisionRecorded(
            JuryVerdict.Confirmed,
            new Personal<string>(Person, "Félicitations."),
            new Personal<string>(Person, "Résultat confirmé."),
            new Personal<string>(Person, "Perte de focus involontaire, attestée par la surveillante."),
            Evidence,
            At);
        yield return new CertificateRevoked(new Personal<string>(Person, "Usurpation d’identité établie après la publication."), Evidence, At);
    }

    private static IEnumerable<DeferredErasureEvent> OfDeferredErasure()
    {
        yield return new ErasureDeferred(Person, [Taken], At);
        yield return new DeferredErasureCompleted(Person, [Streams.Learner(Learner).Value, Streams.Session(Session).Value], At);
    }

    private static IEnumerable<DossierEvent> OfDossier()
    {
        yield return new DossierRead(Evidence, At);
    }
}
