using Pix.Domain.Tests.Learners;
using Pix.Testing;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests.Campaigns;

/// <summary>A campaign on one tube of three levels, and what a learner does in it.</summary>
internal static class ParticipationScenario
{
    public static readonly CampaignId Id = new(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0002"));
    public static readonly OrganisationId School = new(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0003"));
    public static readonly MemberId Teacher = new(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0004"));
    public static readonly PupilId SomePupil = new(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0005"));
    public static readonly Pix.Domain.Releases Content = ReferentialBuilder.Released(Web);

    public static readonly FrozenTarget Frozen = FrozenTarget.Of(
        new TargetProfile("web", "Web", "", 20, [new CappedTube(new TubeId("1.1/web"), 8)])
        {
            Stages = [new TargetStage(0, "Début", ""), new TargetStage(50, "Moitié", "")],
            Badges = [new TargetBadge("tout", "Tout", "", [new TargetCriterion(100)])],
        },
        Web.Build());

    public static Campaign Open { get; } = CampaignOf(CampaignType.Assessment);

    public static Campaign SeveralSendings { get; } = CampaignOf(CampaignType.Assessment, multipleSendings: true);

    public static Campaign Resettable { get; } =
        CampaignOf(CampaignType.Assessment, multipleSendings: true, target: Frozen with { AllowsReset = true });

    public static Campaign Collection { get; } = CampaignOf(CampaignType.ProfilesCollection, multipleSendings: true);

    public static Campaign Archived { get; } = Open.Evolve(new CampaignArchived(Tuesday));

    public static Campaign CampaignOf(
        CampaignType type,
        bool multipleSendings = false,
        ExternalIdRequest? externalId = null,
        DateOnly? startBy = null,
        DateOnly? endBy = null,
        FrozenTarget? target = null) =>
        Campaign.Initial.Evolve(new CampaignCreated(
            School,
            Teacher,
            Teacher,
            type,
            new CampaignCode("QSXCRH823"),
            new CampaignSettings("6e B", null, null, null, null, startBy, endBy),
            externalId,
            multipleSendings,
            type == CampaignType.ProfilesCollection ? null : target ?? Frozen,
            Tuesday));

    public static Decision<LearnerEvent> Enter(
        this Learner learner,
        Campaign campaign,
        DateTimeOffset? at = null,
        string? externalId = null,
        bool restricted = false,
        bool disabled = false) =>
        learner.Join(new CampaignEntrance(Id, campaign, restricted, disabled), externalId, Web.Build(), Rules, Seed, at ?? Tuesday);

    public static Decision<LearnerEvent> Send(this Learner learner, Campaign campaign, DateTimeOffset? at = null, Pix.Domain.Referential? under = null) =>
        learner.Share(1, campaign, under ?? Web.Build(), Rules, at ?? Tuesday);

    public static Decision<LearnerEvent> TryAgain(this Learner learner, Campaign campaign, DateTimeOffset? at = null) =>
        learner.ImproveResults(1, campaign, Web.Build(), Rules, Seed, at ?? Tuesday);

    public static Decision<LearnerEvent> Retry(this Learner learner, Campaign campaign, DateTimeOffset at, bool disabled = false) =>
        learner.Retry(1, new CampaignEntrance(Id, campaign, IsRestricted: false, disabled), Web.Build(), Rules, Seed, at);

    public static Decision<LearnerEvent> ResetAndRetry(this Learner learner, Campaign campaign, DateTimeOffset at, bool disabled = false) =>
        learner.ResetAndRetry(1, new CampaignEntrance(Id, campaign, IsRestricted: false, disabled), Web.Build(), Rules, Seed, at);

    /// <summary>Answers the participation's open test to its end.</summary>
    public static Specification<Learner, LearnerEvent> Playing(
        this Specification<Learner, LearnerEvent> given,
        SimulatedLearner simulated,
        DateTimeOffset? at = null,
        Releases? releases = null)
    {
        while (given.State.OpenTestOf(given.State.FindParticipation(1)!) is { Pending: { } pending } test)
        {
            var asked = (releases ?? Content).At(pending.Referential)!.Find(pending.Challenge)!;
            given = given.And(learner => Scenario.Send(learner, simulated.Answer(asked), releases ?? Content, at, test.Ordinal));
        }

        return given;
    }

    /// <summary>Entered, and played to the end.</summary>
    public static Specification<Learner, LearnerEvent> Finished(SimulatedLearner simulated, Campaign campaign) =>
        Registered.And(learner => learner.Enter(campaign)).Playing(simulated);

    /// <summary>And sent.</summary>
    public static Specification<Learner, LearnerEvent> Sent(SimulatedLearner simulated, Campaign campaign) =>
        Finished(simulated, campaign).And(learner => learner.Send(campaign));

    public static ParticipationStatus Status(this Specification<Learner, LearnerEvent> given) =>
        given.State.StatusOf(given.State.FindParticipation(1)!);
}
