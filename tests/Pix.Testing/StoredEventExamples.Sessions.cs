using Pix.Domain;
using Pix.EventStore;

namespace Pix.Testing;

/// <summary>A certification session, from its opening to the publication of its results. Computed: initial values run in no set order over files.</summary>
public static partial class StoredEventExamples
{
    private static CandidateId Enrolled => new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e11"));
    private static CandidateId Absent => new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e12"));
    private static PersonId Papers => new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e13"));
    private static MemberId Supervisor => new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e14"));
    private static Guid Finalisation => new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e15");

    public static SessionId Session => new(48_213_907);

    private static CertificationId Taken => Streams.CertificationOf(Session, Enrolled);

    private static CandidateIdentity Identity => new(
        "Zoé",
        "Lefèvre",
        CandidateSex.F,
        new DateOnly(2011, 6, 23),
        new BirthPlace("FRANCE", "51454", null, "Reims"),
        "zoe@famille.example",
        "scolarite@college.example",
        "3B-17",
        "3B",
        33);

    /// <summary>In the order of a session's life.</summary>
    public static IEnumerable<SessionEvent> OfSession()
    {
        var details = new SessionDetails("Collège des Tilleuls, 12 rue des Tilleuls, 51100 Reims", "Salle 204", new DateOnly(2026, 5, 19), new TimeOnly(14, 30));
        yield return new SessionOpened(
            Organisation, Papers, details, new Personal<SessionTexts>(Papers, new SessionTexts("Mme Brun, M. Adam", "Classe de 3e B")), "BDFK24", "H7KQ3", At);
        yield return new SessionEdited(details with { Room = "Salle 205" }, new Personal<SessionTexts>(Papers, new SessionTexts("Mme Brun", null)), At);
        yield return new SupervisorAdmitted(Supervisor, At);
        yield return new CandidateEnrolled(
            Enrolled, Person, new Personal<CandidateIdentity>(Person, Identity), "BC2DF3GH", Pupil, At);
        yield return new CandidateCorrected(Enrolled, new Personal<CandidateIdentity>(Person, Identity with { Division = null }), At);
        yield return new CandidateWithdrawn(Absent, At);
        yield return new CandidateErased(Absent, Papers, At);
        yield return new SessionPaperIssued(SessionPaper.SignInSheet, At);
        yield return new CandidateSignedIn(Enrolled, Supervisor, IdentityDocument.IdentityCard, At);
        yield return new CandidateLinked(Enrolled, Learner, JoiningWay.PersonalCode, At);
        yield return new CandidateAuthorised(Enrolled, At);
        yield return new CandidateStarted(Enrolled, Taken, false, At);
        yield return new IncidentReported(
            1, Enrolled, IssueCategory.InChallenge, IssueSubcategory.ImageNotDisplaying, 4, new Personal<string>(Person, "L’image n’est jamais apparue."), At);
        yield return new IncidentWithdrawn(1, At);
        yield return new SessionFinalised(
            Finalisation,
            [new FinalisedTest(
                Enrolled,
                Taken,
                AbortReason.Technical,
                [new FinalisedIssue(2, IssueCategory.InChallenge, IssueSubcategory.WebsiteBlocked, 5)])],
            new Personal<string>(Papers, "Coupure de courant à 15 h 10, reprise à 15 h 20."),
            true,
            false,
            At);
        yield return new FinalisationCompleted(Finalisation, At);
        yield return new JuryOfficerAssigned(Supervisor, At);
        yield return new DeliberationHeld(
            1,
            [new DeliberatedCertification(Enrolled, Taken, 31, Sha256('c'))],
            new Personal<string>(Papers, "Délibération du 2 juin : aucun cas contesté."),
            At);
        yield return new ResultsPublished(1, [new PublishedResult(Enrolled, Taken, 31, Sha256('c'))], At);
        yield return new PublicationAnnounced(1, 1, At);
        yield return new ResultsUnpublished(1, new Personal<string>(Papers, "Erreur de session."), At);
        yield return new SessionCancelled(new Personal<string>(Papers, "Salle indisponible."), At);
    }
}
