using System.Globalization;
using System.Text.Json;
using Pix.Domain;
using Pix.Testing;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>How long to wait, and what is asked again then (Rule 6).</summary>
public static class DelayAdapters
{
    private static readonly LearnerRules Rules = LearnerRules.Default(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["delay.reset"] = @case => ExpectDays(@case, card => card.DaysBeforeReset),
        ["delay.improve"] = @case => ExpectDays(@case, card => card.DaysBeforeImproving),
        ["improve.filter"] = ExpectKept,
    };

    private static void ExpectDays(ConformanceCase @case, Func<Scorecard, int?> ofNobody)
    {
        var nobody = Profile.Of(Positioning.Initial, ReferentialBuilder.Of("@web1").Build()).Competences[0].At(DateTimeOffset.UnixEpoch, Rules);
        @case.Expect(@case.Input.Number("daysSinceLastKnowledgeElement") is { } days
            ? Delays.Remaining(days, (int)@case.Input.Number("minimumDelayInDays")!.Value)
            : ofNobody(nobody));
    }

    private static void ExpectKept(ConformanceCase @case)
    {
        var input = @case.Input;
        var startedAt = Date(input, "assessmentDate");
        var delay = input.Flag("isFromCampaign") == true
            ? input.Number("minimumDelayInDaysBeforeRetrying") ?? Rules.Delays.DaysBeforeRetrying
            : input.Number("minimumDelayInDaysBeforeImproving") ?? Rules.Delays.DaysBeforeImproving;
        var again = input.Flag("isImproving") == true || input.Flag("isRetrying") == true;
        var skill = ReferentialBuilder.Of("@web1").Build().SkillsOf(ReferentialBuilder.DefaultCompetence)[0];
        @case.Expect(input.List("knowledgeElements")
            .Where(written => !again || Rules.Delays.StaysKnown(
                new KnowledgeElement(skill, KnowledgeSource.Direct, ChallengeReader.Text(written, "status") == "validated", Date(written, "createdAt")),
                startedAt,
                (int)delay))
            .Select(written => ChallengeReader.Text(written, "skill")));
    }

    private static DateTimeOffset Date(JsonElement input, string name) =>
        DateTimeOffset.Parse(ChallengeReader.Text(input, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
