using Pix.Domain;

namespace Pix.Api;

/// <summary>The documentation's examples about certificates and published results.</summary>
internal static class CertificateExamples
{
    private const int Session = 48_213_907;
    private const string Code = "P-BCD234FG";
    private static readonly Guid Certification = new("5d1f0c1e-93b2-5c0a-8e0e-1f2a3b4c5d6e");
    private static readonly Guid Candidate = new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e11");
    private static readonly Guid Centre = new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e10");
    private static readonly Guid Learner = new("3f0c9a6e-5f2b-4c0d-8a7e-6b5d4c3b2a19");

    public static IReadOnlyList<string> ReadsAtPosition { get; } =
        ["readCertificates", "readCertificate", "readCertificatePage", "verifyCertificate", "exportSchoolRecord", "listSessions", "listSessionsAsJury"];

    public static Dictionary<string, string> Requests { get; } = new()
    {
        ["verifyCertificate"] = $$"""{ "code": "{{Code}}", "score": 210 }""",
    };

    public static Dictionary<string, string> Replies { get; } = new()
    {
        ["readCertificates"] = Examples.Json(new CertificatesView(Learner, [Certificate])),
        ["readCertificate"] = Examples.Json(Certificate),
        ["verifyCertificate"] = Examples.Json(new VerifiedCertificateView(
            "valid", "Ce certificat est authentique et valable jusqu’au 02/06/2029.", Code, VerifiedFactsView.Of(Certificate))),
        ["readJuryTests"] = Examples.Json(new JuryTestsView(
            Session,
            "inProcess",
            true,
            1,
            [new JuryTestView(Certification, Candidate, "Zoé", "Lefèvre", "validated", 210, 87, true, false, 1, 0, [])])),
        ["listSessions"] = Examples.Json(Sessions),
        ["listSessionsAsJury"] = Examples.Json(Sessions),
    };

    private static CertificateView Certificate => new(
        Certification,
        Session,
        "valid",
        Code,
        new DateOnly(2026, 5, 19),
        new DateOnly(2026, 6, 2),
        new DateOnly(2029, 6, 2),
        "Collège Jeanne Barret",
        "Zoé",
        "Lefèvre",
        new DateOnly(2011, 6, 23),
        "Reims",
        210,
        1024,
        2,
        new GlobalLevel(2).Label,
        null,
        [new CertifiedAreaView("1", "Information et données", [new CertifiedCompetenceView("1.1", "Mener une recherche et une veille d’information", 4)])]);

    private static PageView<SessionLineView> Sessions => new(
        [
            new SessionLineView(
                Session, Centre, "Collège Jeanne Barret", "inProcess", "12 rue des Tilleuls, 51100 Reims", "Salle 204", new DateOnly(2026, 5, 19), "14:30", true, null, null, 20, 19),
        ],
        1,
        25,
        1);
}
