using Pix.Domain;

namespace Pix.Api;

/// <summary>The documentation's examples about campaigns and participations.</summary>
internal static class CampaignExamples
{
    private const string Participation = "3f0c9a6e5f2b4c0d8a7e6b5d4c3b2a19-1";
    private const string Competence = "Mener une recherche et une veille d’information";
    private static readonly Guid Campaign = new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e03");
    private static readonly Guid Organisation = new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e10");
    private static readonly Guid Teacher = new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e12");
    private static readonly DateTimeOffset At = new(2026, 1, 6, 9, 30, 0, TimeSpan.Zero);

    private static readonly CampaignView Created = new(
        Campaign,
        Organisation,
        "QSXCRH823",
        "https://pix.example/campagnes/QSXCRH823",
        "assessment",
        "Rentrée 6e B",
        "Bien chercher sur le web",
        "Bonjour à tous, ce parcours prépare notre séance du 12 janvier.",
        null,
        null,
        null,
        new DateOnly(2026, 2, 14),
        null,
        true,
        Teacher,
        Teacher,
        new CampaignTargetView("decouverte-college", "Parcours Découverte Collège", 20, 21, 7),
        false,
        At,
        0);

    private static readonly ParticipationView Sent = new(
        Participation,
        Campaign,
        "QSXCRH823",
        "assessment",
        "Bien chercher sur le web",
        "shared",
        1,
        At,
        "3f0c9a6e5f2b4c0d8a7e6b5d4c3b2a19-2",
        null,
        new ParticipationResultsView(
            20, 43, 43, 47, new StageView(2, 4, "À mi-chemin", "Continuez !"), [], [new CompetenceResultView("1.1", Competence, 20, 43, 47)]),
        new SentView(1, At, 47, null),
        null,
        null,
        new RetryView(true, true, 345_600));

    private static readonly ParticipationView Finished = Sent with { Status = "toShare", Sent = null, Retry = new RetryView(true, true, null) };

    public static Dictionary<string, string> Requests { get; } = new()
    {
        ["createCampaign"] =
            """{ "type": "assessment", "targetProfileId": "decouverte-college", "name": "Rentrée 6e B", "title": "Bien chercher sur le web", "multipleSendings": true, "endBy": "2026-02-14" }""",
        ["editCampaign"] = """{ "name": "Rentrée 6e B et C", "title": "Bien chercher sur le web", "endBy": "2026-02-28" }""",
        ["joinCampaign"] = """{ "externalId": "eleve-2026-17" }""",
    };

    public static Dictionary<string, string> Replies { get; } = new()
    {
        ["listTargetProfiles"] = Examples.Json(new TargetProfilesView(
        [
            new TargetProfileView(
                "decouverte-college",
                "Parcours Découverte Collège",
                "Un premier pas dans sept sujets.",
                20,
                7,
                4,
                0,
                [new TargetTopicView("adresseWeb", "Lire une adresse web", "1.1", 3)]),
        ])),
        ["createCampaign"] = Examples.Json(Created),
        ["readCampaignSettings"] = Examples.Json(Created),
        ["editCampaign"] = Examples.Json(Created with { Name = "Rentrée 6e B et C", EndBy = new DateOnly(2026, 2, 28), Changes = 1 }),
        ["findCampaign"] = Examples.Json(new CampaignEntranceView(
            Campaign,
            "QSXCRH823",
            "assessment",
            Organisation,
            "Collège Jeanne Barret",
            "Bien chercher sur le web",
            "Bonjour à tous, ce parcours prépare notre séance du 12 janvier.",
            20,
            null,
            true,
            false,
            null,
            new ClosedView(
                Refusal.PupilNotAttached.Code, Refusal.PupilNotAttached.Sentence))),
        ["joinCampaign"] = Examples.Json(Sent with { Status = "started", Progress = 0, Results = null, Sent = null, Retry = new RetryView(true, true, null) }),
        ["readParticipation"] = Examples.Json(Sent),
        ["shareResults"] = Examples.Json(Sent),
        ["improveResults"] = Examples.Json(Finished with { Status = "started", Progress = 0.814m, Results = null }),
        ["retryCampaign"] = Examples.Json(Sent with { Status = "started", Progress = 0.814m, Results = null }),
        ["resetCampaign"] = Examples.Json(Sent with { Status = "started", Progress = 0, Results = null }),
        ["listParticipations"] = Examples.Json(new ParticipationsView([new ParticipationLineView(Participation, Campaign, "assessment", "shared", At, At)])),
    };
}
