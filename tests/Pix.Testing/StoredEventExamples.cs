using Pix.Domain;
using Pix.EventStore;

namespace Pix.Testing;

/// <summary>An example of an event, and the stream that it stands in.</summary>
public sealed record StoredEventExample(StreamName Stream, IDomainEvent Event);

/// <summary>One example of every stored event: what golden files, the catalogue and tests show.</summary>
public static partial class StoredEventExamples
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 9, 30, 0, TimeSpan.Zero);
    private static readonly ReferentialVersion Release = new(1);
    private static readonly CompetenceCode Competence = new("1.1");
    private static readonly ChallengeId Question = new("adresseWeb2-a");
    private static readonly TutorialId DomainName = new("tutoDomaine");

    public static LearnerId Learner { get; } = new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e01"));

    public static PersonId Person { get; } = new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e02"));

    /// <summary>By stored name.</summary>
    public static IReadOnlyDictionary<string, StoredEventExample> All { get; } =
        OfLog().Select(happened => new StoredEventExample(Streams.Log, happened))
            .Concat(OfEpoch().Select(happened => new StoredEventExample(Streams.Epoch(2), happened)))
            .Concat(OfReferential().Select(happened => new StoredEventExample(Streams.Referential, happened)))
            .Concat(OfLearner().Select(happened => new StoredEventExample(Streams.Learner(Learner), happened)))
            .Concat(OfSession().Select(happened => new StoredEventExample(Streams.Session(Session), happened)))
            .Concat(OfParticipation().Select(happened => new StoredEventExample(Streams.Learner(Learner), happened)))
            .Concat(OfCampaign().Select(happened => new StoredEventExample(Streams.Campaign(Campaign), happened)))
            .Concat(OfExports().Select(happened => new StoredEventExample(Streams.ExportsOf(Campaign), happened)))
            .Concat(OfTargetProfiles().Select(happened => new StoredEventExample(Streams.TargetProfiles, happened)))
            .Concat(OfClaim().Select(happened => new StoredEventExample(Streams.ClaimOf(Code), happened)))
            .Concat(OfOrganisation().Select(happened => new StoredEventExample(Streams.Organisation(Organisation), happened)))
            .Concat(OfPupils())
            .Concat(OfCertification().Select(happened => new StoredEventExample(Streams.Certification(Taken), happened)))
            .Concat(OfDossier().Select(happened => new StoredEventExample(Streams.Dossier(Taken), happened)))
            .Concat(OfDeferredErasure().Select(happened => new StoredEventExample(Streams.Erasure(Person), happened)))
            .ToDictionary(example => EventTypes.Pix.Of(example.Event).Name);

    /// <summary>In the order that a test goes through.</summary>
    public static IEnumerable<LearnerEvent> OfLearner()
    {
        yield return new LearnerRegistered(Person, new Personal<PersonName>(Person, new PersonName("Zoé", "Lefèvre")), At);
        yield return new RulesOfTheGameSeen(At);
        yield return new AssessmentStarted(
            1, AssessmentPurpose.Competence, new Target(Competence), 4_815_162_342, new PendingChallenge(Question, Release, 120), At);
        yield return new ChallengePresented(1, Question, At);
        yield return new AnswerRecorded(
            1,
            1,
            Question,
            new SkillId("adresseWeb2"),
            new TubeId("adresseWeb"),
            2,
            Competence,
            new Personal<string>(Person, "1,3"),
            AnswerStatus.Ok,
            41,
            43,
            false,
            Release,
            new PendingChallenge(new ChallengeId("outilsAcces4-b"), Release, null),
            At);
        yield return new ProblemReported(
            1, 1, Question, ProblemCategory.Other, new Personal<string>(Person, "La banque de ma mère a la même adresse, à une lettre près."), At);
        yield return new AssessmentCompleted(1, At);
        yield return new CompetenceReset(Competence, At);
        yield return new ImprovementStarted(Competence, [new SkillId("sourceImage5"), new SkillId("indiceQualite4")], At);
        yield return new TutorialSaved(DomainName, At);
        yield return new TutorialRemoved(DomainName, At);
        yield return new TutorialFoundUseful(DomainName, true, At);
        yield return new PersonErased(Person, At);
    }

    private static IEnumerable<LogCreated> OfLog()
    {
        yield return new LogCreated(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e00"), At);
    }

    private static IEnumerable<EpochEvent> OfEpoch()
    {
        yield return new LogCopyStarted(2, At);
        yield return new LogCopied(2, 1_204_331, At);
        yield return new LogRestored(2, At);
    }

    private static IEnumerable<ReferentialEvent> OfReferential()
    {
        yield return new ReleaseOpened(Release, [new Area("1", "Informations et données", "#f45b3d")], At);
        yield return new CompetenceReleased(Release, Sha256('a'), FirstCompetence(), At);
        yield return new AttachmentReleased(Release, "plan-du-site.txt", "text/plain", Sha256('b'), "Accueil > Aide > Contact"u8.ToArray(), At);
        yield return new ReferentialReleased(
            Release,
            [new ContentHash("1.1", Sha256('a'))],
            [new ContentHash("plan-du-site.txt", Sha256('b'))],
            [new ChallengeId("adresseWeb1-c")],
            [new SkillMove(new SkillId("adresseWeb3"), new SkillId("adresseWeb4"))],
            At);
        yield return new ReferentialActivated(Release, At);
    }

    private static Competence FirstCompetence() => new(
        Competence,
        "Mener une recherche et une veille d’information",
        "Chercher, trier et suivre des informations.",
        [new Tube(
            new TubeId("adresseWeb"),
            "adresseWeb",
            "Se repérer sur le web",
            "Adresse web",
            "Lire une adresse web",
            "Reconnaître les parties d’une adresse web, repérer une adresse trompeuse.",
            [new Skill(
                new SkillId("adresseWeb2"),
                2,
                "Le site se reconnaît à ce qui précède la première barre oblique simple.",
                [DomainName],
                [],
                [new Challenge(
                    Question,
                    1,
                    ChallengeType.Qcm,
                    ChallengeStatus.Validated,
                    "Parmi ces adresses, lesquelles mènent vraiment à la banque Marelle ? Cochez **toutes** les bonnes réponses.",
                    "Le nom du site doit finir par `banque-marelle.example`.")
                {
                    Choices =
                    [
                        "https://www.banque-marelle.example/mon-compte",
                        "https://banque-marelle.example.connexion-sure.example/compte",
                        "https://aide.banque-marelle.example/carte-perdue",
                    ],
                    RightChoices = [1, 3],
                    Shuffled = true,
                    TimerSeconds = 120,
                    Attachments = ["plan-du-site.txt"],
                    WrongAnswers = ["1,2,3", "1"],
                }])])],
        [new Tutorial(DomainName, "Les noms de domaine", "https://tutoriels.example/noms-de-domaine", "vidéo", "2 minutes", "Tutoriels libres")]);

    private static string Sha256(char digit) => new(digit, 64);
}
