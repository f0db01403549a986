using System.Text.Json;
using Pix.Domain;

namespace Pix.Api;

/// <summary>The documentation's examples about taking and judging a certification test.</summary>
internal static class CertificationExamples
{
    private const string Chain = "9f2c6d0e4b8a1735c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7";
    private const string EvidenceAsRead =
        $$"""[{ "stream": "certification-5d1f0c1e-93b2-5c0a-8e0e-1f2a3b4c5d6e", "revision": 31, "chain": "{{Chain}}" }]""";

    private static readonly Guid Certification = new("5d1f0c1e-93b2-5c0a-8e0e-1f2a3b4c5d6e");
    private static readonly Guid Candidate = new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e11");
    private static readonly DateTimeOffset At = new(2026, 5, 19, 12, 40, 0, TimeSpan.Zero);

    public static Dictionary<string, string> Requests { get; } = new()
    {
        ["answerQuestion"] = """{ "challengeId": "adresseWeb2-a", "value": "1,3", "elapsedSeconds": 41, "focusLost": false }""",
        ["confirmNeutralisation"] = """{ "revision": 31 }""",
        ["confirmRestoration"] = """{ "revision": 33 }""",
        ["correctIdentity"] = """{ "firstName": "Zoé", "lastName": "Lefèvre", "sex": "F", "birthDate": "2011-06-23", "birthCountry": "FRANCE", "birthInseeCode": "51454", "birthCity": "Reims" }""",
        ["decideCertification"] = $$"""{ "verdict": "confirmed", "commentForJury": "Perte de focus attestée.", "evidence": {{EvidenceAsRead}} }""",
        ["revokeCertificate"] = $$"""{ "reason": "Usurpation d’identité établie.", "evidence": {{EvidenceAsRead}} }""",
    };

    private static CertificationView Test { get; } = new(
        Certification, 48_213_907, null, "started", null, 15, 3, At, At.AddMinutes(75), 4, Examples.Asked);

    private static ScoringView Scoring { get; } = new(
        "testEnd",
        null,
        At.AddMinutes(52),
        "validated",
        20,
        2,
        3,
        67,
        true,
        [new CompetenceMarkView(
            "1.1",
            3,
            28,
            2,
            20,
            "lowered",
            3,
            2,
            0,
            "Niveau 3 ramené au niveau 2 : 2 bonnes réponses sur 3, et 67 % de réussite sur tout le test (80 % attendus pour le garder).")],
        []);

    private static ScoringChangeView Change { get; } = new(
        3, true, 31, false, Scoring, Scoring with { Emitter = "neutralisation", Pix = 28, Considered = 2, Reproducibility = 100 });

    private static DecidedCertificationView Decided { get; } = new("validated", true, false, false, false, Scoring);

    private static IReadOnlyList<StreamEvidence> Evidence { get; } = [new StreamEvidence($"certification-{Certification}", 31, Chain)];

    public static Dictionary<string, string> Replies { get; } = new()
    {
        ["startCertification"] = Json(Test with { Sitting = new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e17"), Answered = 0, Number = 1 }),
        ["readCertification"] = Json(Test),
        ["presentQuestion"] = Json(Test),
        ["answerQuestion"] = Json(new AnsweredQuestion(4, false, 5, Examples.Asked)),
        ["previewNeutralisation"] = Json(Change),
        ["confirmNeutralisation"] = Json(Change with { Revision = 33 }),
        ["previewRestoration"] = Json(Change with { Neutralised = false, Lowers = true, Before = Change.After, After = Change.Before }),
        ["confirmRestoration"] = Json(Change with { Neutralised = false, Lowers = true, Before = Change.After, After = Change.Before }),
        ["decideCertification"] = Json(Decided),
        ["revokeCertificate"] = Json(Decided with { Revoked = true }),
        ["readPositioning"] = Json(new PositioningView(
            [new PositioningStepView(86, At.AddDays(-6), "AnswerRecorded.v1", "1.1", "adresseWeb2", 2, "adresseWeb2-b", "ok")], 87, Chain, 86)),
        ["readDossier"] = Json(new DossierView(
            Certification,
            48_213_907,
            Candidate,
            new Guid("3f0c9a6e-5f2b-4c0d-8a7e-6b5d4c3b2a19"),
            new CertifiedIdentityView("Zoé", "Lefèvre", "f", new DateOnly(2011, 6, 23), "FRANCE", "51454", null, "Reims"),
            null,
            new DossierSessionView("12 rue des Tilleuls, 51100 Reims", "Salle 204", new DateOnly(2026, 5, 19), new TimeOnly(14, 30)),
            "P-BCD234FG",
            1,
            8,
            4_815_162_342,
            At,
            At.AddMinutes(75),
            At.AddMinutes(52),
            "lastAnswer",
            "validated",
            false,
            false,
            false,
            false,
            false,
            31,
            [new DossierQuestionView(
                1, "1.1", "@adresseWeb2", "adresseWeb2-a", "qroc", "Quel est le nom de ce site ?", [], false, true, null, "banque.example", ["banque.example"], "ok", "ok", 41, 43, false, false, false)],
            [new DossierIssueView(1, "inChallenge", "imageNotDisplaying", 4, "L’image n’est jamais apparue.", "neutralised")],
            [Scoring],
            [new JuryDecisionView("confirmed", "0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e14", At.AddDays(14), null, null, "Rien à signaler.", Evidence)],
            [new GroupedDecisionView(1, "0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e14", At.AddDays(14), "Aucun cas contesté.", Evidence[1], true)],
            Evidence)),
    };

    private static string Json<T>(T reply) => JsonSerializer.Serialize(reply, typeof(T), ApiJson.Default);
}
