using System.Text.Json;

namespace Pix.Api;

/// <summary>
/// The examples of the documentation, by operation. Replies are made of the API's own types, so that they cannot say what the API does not.
/// </summary>
public static class Examples
{
    private const string Assessment = "3f0c9a6e5f2b4c0d8a7e6b5d4c3b2a19-1";
    private const string Challenge = "adresseWeb2-a";
    private static readonly Guid Learner = new("3f0c9a6e-5f2b-4c0d-8a7e-6b5d4c3b2a19");
    private static readonly DateTimeOffset At = new(2026, 1, 6, 9, 30, 0, TimeSpan.Zero);

    /// <summary>The queries that take a minimum position.</summary>
    public static IReadOnlySet<string> ReadsAtPosition { get; } = new HashSet<string>([
        "readProfile", "readLearner",
        .. OrganisationExamples.ReadsAtPosition,
        .. CampaignReadingExamples.ReadsAtPosition,
        .. PupilExamples.ReadsAtPosition,
        .. CertificateExamples.ReadsAtPosition,
        .. SessionExamples.ReadsAtPosition,
    ]);

    /// <summary>What is sent.</summary>
    public static IReadOnlyDictionary<string, string> Requests { get; } = new Dictionary<string, string>([
        .. OrganisationExamples.Requests,
        .. CampaignExamples.Requests,
        .. PupilExamples.Requests,
        .. SessionExamples.Requests,
        .. CertificationExamples.Requests,
        .. CertificateExamples.Requests,
    ])
    {
        ["registerLearner"] = """{ "firstName": "Camille", "lastName": "Durand" }""",
        ["startAssessment"] = """{ "competence": "1.1" }""",
        ["answerChallenge"] = $$"""{ "challengeId": "{{Challenge}}", "value": "1,3", "elapsedSeconds": 41, "focusLost": false }""",
        ["reportProblem"] = $$"""{ "challengeId": "{{Challenge}}", "category": "link", "text": "Le lien ne s’ouvre pas." }""",
        ["saveTutorial"] = """{ "useful": true }""",
    };

    private static TutorialView Tutorial { get; } = new(
        "tutoAdresse",
        "URL",
        "https://fr.wikipedia.org/wiki/Uniform_Resource_Locator",
        "page",
        "5 minutes",
        "Wikipédia");

    internal static ChallengeView Asked { get; } = new(
        Challenge,
        "qcm",
        "1.1",
        Focused: false,
        Shuffled: true,
        "texte",
        Timer: null,
        "Parmi ces adresses, lesquelles mènent vraiment au site de la banque ?",
        ["https://www.banque.example/", "https://banque.exemple.example/", "https://aide.banque.example/"],
        Template: null,
        [],
        [],
        [],
        Illustration: null,
        Embed: null);

    private static AssessmentView Test { get; } = new(
        Assessment, Learner, "1.1", "Mener une recherche et une veille d’information", "competence", "started", 0.25m, 3, At, null, Asked, false);

    private static Dictionary<string, string> Replies { get; } = new([
        .. OrganisationExamples.Replies,
        .. CampaignExamples.Replies,
        .. CampaignReadingExamples.Replies,
        .. PupilExamples.Replies,
        .. SessionExamples.Replies,
        .. CertificationExamples.Replies,
        .. CertificateExamples.Replies,
    ])
    {
        ["registerLearner"] = Json(new RegisteredLearner(Learner)),
        ["readLearner"] = Json(new LearnerView(
            Learner, new Guid("8a1f3c52-90d4-5e7b-a6c1-0d2e4f6a8b90"), "Camille", "Durand", At, false, true, [new OpenTestView(Assessment, "1.1", "competence", 3, At)])),
        ["readProfile"] = Json(new ProfileView(
            Learner,
            19,
            1024,
            false,
            4,
            1,
            [new ProfileCompetenceView("1.1", "Mener une recherche et une veille d’information", "Information et données", "completed", 2, 19, 3, 37.5m, false, 4, 5, false, 2)])),
        ["startAssessment"] = Json(Test),
        ["readAssessment"] = Json(Test),
        ["improveCompetence"] = Json(Test with { Purpose = "improvement" }),
        ["presentChallenge"] = Json(Asked with { Timer = new TimerView(60, true, 60) }),
        ["answerChallenge"] = Json(new AnswerReply(
            4,
            "ok",
            ["https://www.banque.example/", "https://aide.banque.example/"],
            "Le nom du site doit finir par banque.example avant la première barre oblique.",
            new Dictionary<string, bool>(),
            "Lisez le nom de domaine de droite à gauche.",
            [Tutorial],
            [],
            new LevelUpView("1.1", "Mener une recherche et une veille d’information", 2),
            null,
            Asked with { Id = "sourceImage3-b" },
            false)),
        ["readCorrection"] = Json(new CorrectionView(
            4,
            Challenge,
            "ok",
            "1,3",
            "Parmi ces adresses, lesquelles mènent vraiment au site de la banque ?",
            ["https://www.banque.example/", "https://aide.banque.example/"],
            "Le nom du site doit finir par banque.example avant la première barre oblique.",
            new Dictionary<string, bool>(),
            "Lisez le nom de domaine de droite à gauche.",
            [Tutorial],
            [])),
        ["readTutorials"] = Json(new TutorialsView([new SavedTutorialView(Tutorial, true)], [Tutorial with { Id = "tutoMoteur" }])),
        ["reportProblem"] = Json(new ProblemReportView(1, Assessment, Challenge, "link")),
        ["live"] = Json(new HealthView("live", [])),
        ["ready"] = Json(new HealthView("ready", [new HealthCheckView("log", true, "1204 events")])),
    };

    /// <summary>What is answered, or null.</summary>
    public static string? Reply(string operation) => Replies.GetValueOrDefault(operation);

    /// <summary>A problem of this status, or null.</summary>
    public static string? Problem(int status) => status switch
    {
        401 => Problem(401, "Accès refusé", "unauthenticated", "Un jeton valide est attendu : « Authorization: Bearer … »."),
        403 => Problem(403, "Accès refusé", "forbidden", "Ni votre rôle ni votre compte ne permettent cette action."),
        404 => Problem(404, "Introuvable", "assessment_unknown", "Ce test n’existe pas."),
        409 => Problem(409, "Impossible dans cet état", "challenge_already_answered", "Vous avez déjà répondu à cette épreuve : une réponse donnée ne change plus."),
        422 => Problem(422, "Demande invalide", "answer_malformed", "Il n’y a pas de proposition 7 : elles vont de 1 à 4."),
        503 => Problem(503, "Momentanément indisponible", "read_model_behind", "La lecture n’a pas encore rattrapé le journal : réessayez dans un instant."),
        _ => null,
    };

    private static string Problem(int status, string title, string code, string detail) =>
        $$"""{ "type": "urn:pix:problem:{{code}}", "title": "{{title}}", "status": {{status}}, "detail": "{{detail}}", "code": "{{code}}" }""";

    /// <summary>A reply as the API writes it.</summary>
    internal static string Json<T>(T reply) => JsonSerializer.Serialize(reply, typeof(T), ApiJson.Default);
}
