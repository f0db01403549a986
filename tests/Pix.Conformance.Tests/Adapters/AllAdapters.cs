namespace Pix.Conformance.Tests.Adapters;

/// <summary>
/// What runs the cases of each area. To build an area: write its adapter in the class of its family, add that class here if it is new, and
/// remove the area from <c>areas-not-built-yet.txt</c>.
/// </summary>
public static class AllAdapters
{
    /// <summary>By exact area name. An adapter runs one case and throws when the domain's result is not the expected one.</summary>
    public static IReadOnlyDictionary<string, Action<ConformanceCase>> ByArea { get; } =
        new[]
        {
            AdaptiveAdapters.ByArea,
            AnalysisAdapters.ByArea,
            AnswerAdapters.ByArea,
            BadgeAdapters.ByArea,
            CampaignAdapters.ByArea,
            CampaignCreationAdapters.ByArea,
            CertificationAdapters.ByArea,
            CodeAdapters.ByArea,
            CsvAdapters.ByArea,
            DelayAdapters.ByArea,
            KnowledgeAdapters.ByArea,
            LearnerAdapters.ByArea,
            ParticipationAdapters.ByArea,
            ReferentialAdapters.ByArea,
            ScoreAdapters.ByArea,
            ScorecardAdapters.ByArea,
            SiecleAdapters.ByArea,
            ScoringAdapters.ByArea,
            SessionAdapters.ByArea,
            TreatmentAdapters.ByArea,
        }.SelectMany(family => family).ToDictionary();
}
