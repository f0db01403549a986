using System.Text.Json;
using Pix.Domain;
using Pix.Testing;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>Starting, sending and improving a participation (Rules 7.5 to 7.7), on a learner whose events the case implies.</summary>
public static class ParticipationAdapters
{
    private const int Participation = 1;
    private static readonly LearnerRules Rules = LearnerRules.Default(TimeZoneInfo.Utc);
    private static readonly DateTimeOffset At = new(2026, 1, 6, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Person = new(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0001"));
    private static readonly CampaignId Id = new(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0002"));
    private static readonly Pix.Domain.Referential Content = ReferentialBuilder.Of("@web1").Build();

    private static readonly Dictionary<string, string> Errors = new()
    {
        ["results_already_sent"] = "AlreadySharedCampaignParticipation",
        ["test_not_completed"] = "AssessmentNotCompleted",
        ["campaign_archived"] = "ArchivedCampaign",
        ["learner_erased"] = "CampaignParticipationDeleted",
        ["profile_not_improved_here"] = "CantImproveCampaignParticipation",
    };

    private static readonly Dictionary<ParticipationStatus, string> Statuses = new()
    {
        [ParticipationStatus.Started] = "STARTED",
        [ParticipationStatus.ToShare] = "TO_SHARE",
        [ParticipationStatus.Shared] = "SHARED",
    };

    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["campaign.participation.start"] = @case =>
            Expect(@case, Registered(), (learner, campaign) => learner.Join(new CampaignEntrance(Id, campaign, false, false), null, Content, Rules, 1, At)),
        ["campaign.participation.share"] = @case =>
            Expect(@case, Participating(@case), (learner, campaign) => learner.Share(Participation, campaign, Content, Rules, At)),
        ["campaign.participation.improve"] = @case =>
            Expect(@case, Participating(@case), (learner, campaign) => learner.ImproveResults(Participation, campaign, Content, Rules, 1, At)),
    };

    private static void Expect(ConformanceCase @case, IEnumerable<LearnerEvent> given, Func<Learner, Campaign, Decision<LearnerEvent>> decide)
    {
        var learner = Fold<Learner, LearnerEvent>(given);
        var decision = decide(learner, Fold<Campaign, CampaignEvent>(CampaignOf(@case)));
        if (decision.Refusal is { } refusal)
        {
            @case.ExpectFields(new { error = Errors.GetValueOrDefault(refusal.Code) });
            return;
        }

        var after = decision.Events.Aggregate(learner, (state, happened) => state.Evolve(happened));
        @case.ExpectFields(new { status = Statuses[after.StatusOf(after.FindParticipation(Participation)!)] });
    }

    private static IEnumerable<CampaignEvent> CampaignOf(ConformanceCase @case)
    {
        var type = TypeOf(@case);
        yield return new CampaignCreated(
            new OrganisationId(Guid.Empty),
            new MemberId(Guid.Empty),
            new MemberId(Guid.Empty),
            type,
            new CampaignCode("QSXCRH823"),
            new CampaignSettings("Campagne", null, null, null, null, null, null),
            null,
            false,
            type == CampaignType.ProfilesCollection ? null : Frozen(),
            At);
        if (@case.Input.Flag("campaignArchived") == true) yield return new CampaignArchived(At);
    }

    private static IEnumerable<LearnerEvent> Registered() => [new LearnerRegistered(Person, null, At)];

    private static IEnumerable<LearnerEvent> Participating(ConformanceCase @case)
    {
        foreach (var happened in Registered()) yield return happened;
        yield return new CampaignJoined(Participation, Id, new OrganisationId(Guid.Empty), TypeOf(@case), null, null, At);
        foreach (var happened in TestsOf(@case).SelectMany((completed, index) => Test(index + 1, completed))) yield return happened;
        if (Said(@case, "status") == "SHARED")
        {
            yield return new ResultsShared(
                Participation, Id, 1, new SkillResults("F"), PixAmount.Zero, [], 8, null, [], Content.Version, At);
        }

        if (@case.Input.Flag("participationDeleted") == true) yield return new PersonErased(Person, At);
    }

    /// <summary>Whether each test was completed, oldest first; a case that says nothing of tests has one that is.</summary>
    private static IEnumerable<bool> TestsOf(ConformanceCase @case) => @case.Input.TryGetProperty("assessments", out _)
        ? @case.Input.List("assessments")
            .OrderBy(test => test.GetProperty("createdAt").GetString(), StringComparer.Ordinal)
            .Select(test => test.GetProperty("state").GetString() == "completed")
        : TypeOf(@case) == CampaignType.ProfilesCollection ? [] : [Said(@case, "status") != "STARTED"];

    private static IEnumerable<LearnerEvent> Test(int ordinal, bool completed)
    {
        var question = new PendingChallenge(new ChallengeId("@web1#1"), Content.Version, null);
        yield return new AssessmentStarted(ordinal, AssessmentPurpose.Campaign, Target.Of(Frozen()), ordinal, question, At) { Participation = Participation };
        if (!completed) yield break;
        yield return new AnswerRecorded(
            ordinal, 1, question.Challenge, new SkillId("@web1"), new TubeId("1.1/web"), 1, Targets.Competence, null, AnswerStatus.Ko, 1, 1, false, Content.Version, null, At);
        yield return new AssessmentCompleted(ordinal, At);
    }

    private static FrozenTarget Frozen() => Targets.Of([Targets.Skill("@web1")]);

    private static CampaignType TypeOf(ConformanceCase @case) => Said(@case, "campaignType") switch
    {
        "PROFILES_COLLECTION" => CampaignType.ProfilesCollection,
        "EXAM" => CampaignType.Exam,
        _ => CampaignType.Assessment,
    };

    private static string? Said(ConformanceCase @case, string name) =>
        @case.Input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TState Fold<TState, TEvent>(IEnumerable<TEvent> events)
        where TState : IAggregate<TState, TEvent>
        where TEvent : IDomainEvent => events.Aggregate(TState.Initial, (state, happened) => state.Evolve(happened));
}
