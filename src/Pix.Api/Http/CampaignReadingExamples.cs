namespace Pix.Api;

/// <summary>The documentation's examples of what teachers read about campaigns.</summary>
internal static class CampaignReadingExamples
{
    private const string Code = "QSXCRH823";
    private const string Competence = "Mener une recherche et une veille d’information";
    private const string Participation = "3f0c9a6e5f2b4c0d8a7e6b5d4c3b2a19-1";
    private const string Tube = "adresseWeb";
    private const string Title = "Adresse web";
    private static readonly Guid Campaign = new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e03");
    private static readonly Guid Owner = new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e12");
    private static readonly DateTimeOffset At = new(2026, 1, 6, 9, 30, 0, TimeSpan.Zero);

    private static readonly CampaignItemView Item =
        new(Campaign, "Rentrée 6e B", Code, "assessment", Owner, "claire.martin@ac-reims.example", At, null, 24, 22);

    private static readonly AnalysisView Analysis = new(
        Campaign,
        22,
        0,
        25,
        [
            new TopicView(
                Tube,
                Title,
                "Lire et comprendre une adresse web.",
                "1.1",
                Competence,
                "Information et données",
                "jaffa",
                46.67m,
                3,
                new ScoreTermsView(12.12m, 20m, 9.55m, 5m),
                new TopicCountsView(3, 20, 11, 12, 16, 7),
                false,
                1,
                [new TutorialView("tutoAdresse", "URL", "https://fr.wikipedia.org/wiki/Uniform_Resource_Locator", "page", "5 minutes", "Wikipédia")]),
        ]);

    private static readonly StageCountView Stage = new(1, 50, "À mi-chemin", 15);
    private static readonly BadgeCountView Badge = new("bien-cherche", "Bien cherché", 9);

    public static IEnumerable<string> ReadsAtPosition => [.. Replies.Keys, "exportResults", "exportClassReport"];

    public static Dictionary<string, string> Replies { get; } = new()
    {
        ["listCampaigns"] = Examples.Json(new PageView<CampaignItemView>([Item], 1, 25, 1)),
        ["readCampaign"] = Examples.Json(new CampaignPageView(Item, "Parcours Découverte Collège", 43, 47, null, null, [Stage], [Badge])),
        ["listParticipants"] = Examples.Json(new PageView<ParticipantItemView>(
            [new ParticipantItemView(Participation, null, "Durand", "Camille", false, "6B", "shared", false, 1, At, At.AddDays(3), 47, null, null)], 1, 25, 24)),
        ["readParticipant"] = Examples.Json(new ParticipantView(
            Participation,
            null,
            "Durand",
            "Camille",
            false,
            "6B",
            null,
            "shared",
            false,
            1,
            At,
            At.AddDays(3),
            new SharedResultView(
                20,
                43,
                43,
                47,
                61,
                0,
                1,
                "Premier pas",
                [new SharedBadgeView("bien-cherche", "Bien cherché", false, 59)],
                [new MasteryView("1.1", Competence, 20, 43, 43, 47)],
                [new MasteryView(Tube, Title, 1, 3, 3, 33)]),
            null)),
        ["readResults"] = Examples.Json(new ResultsView(
            Campaign, 22, 47, 25, [new CompetenceResultsView("1.1", Competence, "Information et données", "jaffa", 43, 20.14m, 47)], [Stage], [Badge])),
        ["readAnalysis"] = Examples.Json(Analysis),
        ["readParticipantAnalysis"] = Examples.Json(Analysis with { Participants = 1 }),
        ["readTopicParticipants"] = Examples.Json(new TopicGroupsView(
            Tube, Title, 1, 25, [new TopicGroupView("partial", 1, 9, [new TopicParticipantView(Participation, "Durand", "Camille", "6B", 1, 1, 1)])])),
        ["readProgressBetweenDays"] = Examples.Json(Progress),
        ["readProgressBetweenCampaigns"] = Examples.Json(Progress),
    };

    private static ProgressView Progress => new(18, 774, 41, 52, [new CompetenceProgressView("1.1", Competence, 774, 317, 402, 99, 14)]);
}
