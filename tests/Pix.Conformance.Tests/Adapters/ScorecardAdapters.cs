using System.Text.Json;
using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>What a competence's card says and allows (Rules 5.4, 5.5).</summary>
public static class ScorecardAdapters
{
    private const int UsualMaximum = 5;

    private static readonly Dictionary<string, ScorecardStatus> Statuses = new()
    {
        ["NOT_STARTED"] = ScorecardStatus.NotStarted,
        ["STARTED"] = ScorecardStatus.Started,
        ["COMPLETED"] = ScorecardStatus.Completed,
    };

    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["score.scorecard.status"] = ExpectStatus,
        ["score.scorecard.flags"] = ExpectFlags,
    };

    private static void ExpectStatus(ConformanceCase @case)
    {
        Evaluation? evaluation = ChallengeReader.Text(@case.Input, "competenceEvaluationStatus") switch
        {
            "" => null,
            "reset" => Evaluation.Reset,
            "completed" => Evaluation.Completed,
            _ => IsAssessmentCompleted(@case.Input) ? Evaluation.Completed : Evaluation.Started,
        };
        var status = Scorecard.StatusOf(evaluation, @case.Input.Flag("hasKnowledgeElements") == true);
        @case.Expect(Statuses.Single(known => known.Value == status).Key);
    }

    /// <summary>The platform's evaluation goes on for ever: its assessment says whether it was taken to its end.</summary>
    private static bool IsAssessmentCompleted(JsonElement input) => input.EnumerateObject().Any(field =>
        field.Name.StartsWith("assessment", StringComparison.Ordinal) && ChallengeReader.Text(input, field.Name) == "completed");

    private static void ExpectFlags(ConformanceCase @case)
    {
        var maximum = new MaximumLevel((int)(@case.Input.Number("maxReachableLevel") ?? UsualMaximum));
        var level = (int)(@case.Input.Number("level") ?? (@case.Input.Flag("isFinishedWithMaxLevel") == true ? maximum.Level : 0));
        var card = new Scorecard(
            StatusOf(@case.Input),
            new CompetenceScore(PixAmount.Of(level * PixAmount.PixPerLevel), level * PixAmount.PixPerLevel, level),
            maximum,
            ImprovableSkills: 1,
            (int?)@case.Input.Number("remainingDaysBeforeImproving"),
            (int?)@case.Input.Number("remainingDaysBeforeReset"));
        @case.ExpectFields(new
        {
            isFinishedWithMaxLevel = card.IsFinishedWithMaximumLevel,
            isProgressable = card.IsProgressable,
            isImprovable = card.IsImprovable,
            shouldWaitBeforeImproving = card.MustWaitBeforeImproving,
            isResettable = card.IsResettable,
        });
    }

    private static ScorecardStatus StatusOf(JsonElement input) =>
        Statuses.TryGetValue(ChallengeReader.Text(input, "status"), out var status) ? status
        : input.Flag("isFinished") == true ? ScorecardStatus.Completed
        : input.Flag("isStarted") == true ? ScorecardStatus.Started
        : ScorecardStatus.NotStarted;
}
