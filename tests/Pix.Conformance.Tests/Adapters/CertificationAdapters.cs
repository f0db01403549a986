using System.Globalization;
using System.Text.Json;
using Pix.Domain;
using Pix.Testing;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>Eligibility, drawing and results of a certification (Rules 11.1, 11.10, 11.23, 11.25, 11.30).</summary>
public static class CertificationAdapters
{
    private static readonly Dictionary<IssueStrategy, string> Strategies = new()
    {
        [IssueStrategy.DoNotResolve] = "doNotResolve",
        [IssueStrategy.NeutraliseWithoutChecking] = "neutralizeWithoutChecking",
        [IssueStrategy.NeutraliseIfImageOrEmbed] = "neutralizeIfImageOrEmbed",
        [IssueStrategy.NeutraliseIfAttachment] = "neutralizeIfAttachment",
        [IssueStrategy.NeutraliseIfTimed] = "neutralizeIfTimedChallenge",
        [IssueStrategy.AcceptOrNeutraliseIfFocused] = "neutralizeOrValidateIfFocusedChallenge",
    };

    private static readonly string[] GlobalLevels =
    [
        "LEVEL_PRE_BEGINNER", "LEVEL_BEGINNER_1", "LEVEL_BEGINNER_2", "LEVEL_INDEPENDENT_3", "LEVEL_INDEPENDENT_4", "LEVEL_ADVANCED_5",
        "LEVEL_ADVANCED_6", "LEVEL_EXPERT_7", "LEVEL_EXPERT_8",
    ];

    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["certification.eligibility"] = ExpectEligibility,
        ["certification.v2.pick"] = ExpectPicked,
        ["certification.autoJury.strategy"] = @case => @case.Expect(Strategies[AutomaticJury.StrategyFor(SubcategoryOf(@case.Input))]),
        ["certification.autoJury.unfinished"] = ExpectUnfinished,
        ["certification.globalLevel"] = ExpectGlobalLevel,
        ["certificate.status"] = ExpectStatus,
        ["certificate.maxScore"] = @case => @case.Expect(
            GlobalLevel.MaximumScore(new MaximumLevel((int)@case.Input.Number("maxReachableLevelOnCertificationDate")!.Value))),
    };

    private static void ExpectEligibility(ConformanceCase @case)
    {
        var eligibility = new Eligibility([.. @case.Input.Numbers("levels").Select((level, index) => new PositionedCompetence(
            new CompetenceCode(string.Create(CultureInfo.InvariantCulture, $"1.{index + 1}")),
            level,
            PixAmount.Of(level * PixAmount.PixPerLevel)))]);
        @case.ExpectFields(new { isCertifiable = eligibility.IsCertifiable, certifiableCompetencesCount = eligibility.Certifiable.Count });
    }

    private static void ExpectPicked(ConformanceCase @case)
    {
        var challenges = @case.Input.TryGetProperty("challengesBySkill", out var bySkill)
            ? bySkill.EnumerateObject().ToDictionary(skill => skill.Name, skill => skill.Value)
            : [];
        var validated = @case.Input.Texts("validatedSkills").Select(name => SkillOf(name, challenges.GetValueOrDefault(name)));
        var level = (int)@case.Input.Number("competenceLevel")!.Value;
        var picked = QuestionDraw.Pick(
            new PositionedCompetence(ReferentialBuilder.DefaultCompetence, level, PixAmount.Of(level * PixAmount.PixPerLevel)),
            validated,
            @case.Input.Texts("alreadyAnswered").Select(id => new ChallengeId(id)).ToHashSet(),
            "fr",
            seed: 42);
        @case.Expect(picked.Select(one => one.Challenge.Id.Value));
    }

    // Skills with ids of their own, and challenges that several skills may share.
    private static PlacedSkill SkillOf(string name, JsonElement challenges)
    {
        var built = ReferentialBuilder.Of(name).Build().SkillsOf(ReferentialBuilder.DefaultCompetence).Single();
        string[] ids = challenges.ValueKind == JsonValueKind.Array ? [.. challenges.EnumerateArray().Select(id => id.GetString()!)] : [];
        return built with
        {
            Skill = built.Skill with
            {
                Challenges = [.. ids.Select((id, index) => built.Skill.Challenges[0] with { Id = new ChallengeId(id), Variant = index + 1 })],
            },
        };
    }

    private static void ExpectUnfinished(ConformanceCase @case)
    {
        var completed = @case.Input.Flag("completed") == true;
        AbortReason? abort = ChallengeReader.Text(@case.Input, "abortReason") switch
        {
            "candidate" => AbortReason.Candidate,
            "technical" => AbortReason.Technical,
            _ => null,
        };
        var ended = completed ? SatTest.OfAnswers(AnswerStatus.Ok, AnswerStatus.Ok) : SatTest.OfAnswers(AnswerStatus.Ok, null);
        var judged = ended.Judge(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e15"), abort, [], SatTest.Monday);
        @case.ExpectFields(new
        {
            unanswered = judged.Any(happened => happened is ChallengeNeutralised) ? "neutralized"
                : judged.Any(happened => happened is ChallengeSkippedAutomatically) ? "skippedAutomatically"
                : null,
            rescored = judged.Any(happened => happened is CertificationScored),
        });
    }

    private static void ExpectGlobalLevel(ConformanceCase @case)
    {
        var level = GlobalLevel.Of((int)@case.Input.Number("score")!.Value, new MaximumLevel((int)@case.Input.Number("maxReachableLevel")!.Value));
        if (@case.Expected.ValueKind == JsonValueKind.Number) @case.Expect(level.Index);
        else @case.Expect(GlobalLevels[level.Index]);
    }

    private static void ExpectStatus(ConformanceCase @case)
    {
        ScoringStatus? result = Enum.TryParse<ScoringStatus>(ChallengeReader.Text(@case.Input, "assessmentResultStatus"), ignoreCase: true, out var status)
            ? status
            : null;
        var shown = Certification.StatusOf(result, @case.Input.Flag("isCancelled") == true);
        @case.Expect(JsonNamingPolicy.CamelCase.ConvertName(shown.ToString()));
    }

    private static IssueSubcategory? SubcategoryOf(JsonElement input) =>
        Enum.TryParse<IssueSubcategory>(
            ChallengeReader.Text(input, "subcategory").Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true, out var subcategory)
            ? subcategory
            : null;
}
