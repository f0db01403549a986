namespace Pix.Api;

/// <summary>The documentation's examples about certification sessions.</summary>
internal static class SessionExamples
{
    private const int Session = 48_213_907;
    private const string Address = "Collège Jeanne Barret, 12 rue des Tilleuls, 51100 Reims";
    private static readonly Guid Candidate = new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e11");
    private static readonly Guid Pupil = new("0195a3c2-7d1e-5b60-9d4f-2f6c1a8b3e20");
    private static readonly Guid Centre = new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e10");
    private static readonly Guid Certification = new("5d1f0c1e-93b2-5c0a-8e0e-1f2a3b4c5d6e");
    private static readonly DateTimeOffset At = new(2026, 5, 19, 13, 40, 0, TimeSpan.Zero);

    public static IEnumerable<string> ReadsAtPosition { get; } = ["enrolPupils"];

    public static Dictionary<string, string> Requests { get; } = new()
    {
        ["openSession"] = SessionAsWritten,
        ["editSession"] = SessionAsWritten,
        ["cancelSession"] = """{ "reason": "La salle est indisponible." }""",
        ["enrolCandidate"] = CandidateAsWritten,
        ["correctCandidate"] = CandidateAsWritten,
        ["enrolPupils"] = $$"""{ "pupilIds": ["{{Pupil}}"], "division": "3B", "completions": { "{{Pupil}}": { "birthCountry": "PORTUGAL", "birthCity": "Porto" } } }""",
        ["admitSupervisor"] = """{ "code": "H7KQ3" }""",
        ["signInCandidate"] = """{ "document": "identityCard" }""",
        ["joinSession"] = """{ "session": 48213907, "firstName": "Zoé", "lastName": "Lefèvre", "birthDate": "2011-06-23", "accessCode": "BDFK24" }""",
        ["reportIncident"] = $$"""{ "candidateId": "{{Candidate}}", "category": "inChallenge", "subcategory": "imageNotDisplaying", "questionNumber": 4 }""",
        ["finaliseSession"] = $$"""{ "abortReasons": { "{{Candidate}}": "technical" }, "comment": "Coupure de courant à 15 h 10.", "hadIncident": true, "hadJoiningIssue": false }""",
        ["deliberateSession"] = $$"""{ "certifications": ["{{Certification}}"], "minutes": "Délibération du 2 juin : aucun cas contesté." }""",
        ["unpublishSession"] = """{ "reason": "Une identité est à corriger." }""",
    };

    public static Dictionary<string, string> Replies { get; } = new()
    {
        ["openSession"] = Examples.Json(new OpenedSession(Session, "BDFK24", "H7KQ3")),
        ["readSession"] = Examples.Json(Read),
        ["readSessionAsJury"] = Examples.Json(Read),
        ["enrolCandidate"] = Examples.Json(new EnrolledCandidates([Candidate], 1, null)),
        ["enrolPupils"] = Examples.Json(new EnrolledCandidates([Candidate], 24, "24 candidats sont inscrits ; 20 au plus passent leur test en même temps.")),
        ["importSessions"] = Examples.Json(new ImportedSessions([new ImportedSession(Session, true, 18, 18, null)])),
        ["joinSession"] = Examples.Json(new JoinedSession(Session, Candidate)),
        ["reportIncident"] = Examples.Json(new ReportedIncident(1)),
        ["deliberateSession"] = Examples.Json(new HeldDeliberation(1)),
        ["publishSession"] = Examples.Json(new PublishedSession(1, 20)),
    };

    private static string SessionAsWritten =>
        $$"""{ "address": "{{Address}}", "room": "Salle 204", "date": "2026-05-19", "time": "14:30", "examiners": "Mme Brun", "description": null }""";

    private static string CandidateAsWritten => """
        { "firstName": "Zoé", "lastName": "Lefèvre", "sex": "F", "birthDate": "2011-06-23", "birthCountry": "FRANCE", "birthInseeCode": "51454",
          "birthPostalCode": null, "birthCity": null, "email": null, "resultsEmail": "scolarite@college.example", "externalId": null,
          "division": "3B", "extraTimePercent": 33 }
        """;

    private static SessionView Read => new(
        Session,
        Centre,
        "created",
        1,
        Address,
        "Salle 204",
        new DateOnly(2026, 5, 19),
        "14:30",
        "Mme Brun",
        null,
        "BDFK24",
        "H7KQ3",
        20,
        false,
        false,
        null,
        null,
        [new CandidateView(Candidate, "Zoé", "Lefèvre", new DateOnly(2011, 6, 23), "3B", 33, null, "started", true, Certification)],
        [new IncidentView(1, Candidate, "inChallenge", "imageNotDisplaying", 4, null, At)]);
}
