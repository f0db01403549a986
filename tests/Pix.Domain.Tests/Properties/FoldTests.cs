using FsCheck;
using FsCheck.Fluent;
using Pix.Domain.Tests.Campaigns;
using Pix.Testing;
using Xunit;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests.Properties;

/// <summary>Folding never throws, whatever events come, in whatever order: a stored event is a fact, even one that no decision made.</summary>
public sealed class FoldTests
{
    private static readonly Gen<SkillId> Skills = Gen.Elements("@web1", "@web2", "@web3", "@other1").Select(id => new SkillId(id));
    private static readonly Gen<ChallengeId> Challenges = Gen.Elements("@web1#1", "@web2#1", "@web3#1", "@other1#1").Select(id => new ChallengeId(id));
    private static readonly Gen<CompetenceCode> Codes = Gen.Elements("1.1", "2.1").Select(code => new CompetenceCode(code));
    private static readonly Gen<ReferentialVersion> Versions = Gen.Choose(1, 3).Select(version => new ReferentialVersion(version));
    private static readonly Gen<DateTimeOffset> Instants = Gen.Choose(-400, 400).Select(hours => Tuesday.AddHours(hours));
    private static readonly Gen<int> Ordinals = Gen.Choose(0, 4);

    private static readonly Gen<PendingChallenge?> Pendings = Gen.OneOf(
        Gen.Constant<PendingChallenge?>(null),
        from challenge in Challenges
        from version in Versions
        from timer in Gen.Elements<int?>(null, 60)
        select (PendingChallenge?)new PendingChallenge(challenge, version, timer));

    private static readonly Gen<LearnerEvent> LearnerEvents = Gen.OneOf(
        Instants.Select<DateTimeOffset, LearnerEvent>(at => new LearnerRegistered(Person, null, at)),
        Instants.Select<DateTimeOffset, LearnerEvent>(at => new RulesOfTheGameSeen(at)),
        from assessment in Ordinals
        from purpose in Gen.Elements(Enum.GetValues<AssessmentPurpose>())
        from code in Codes
        from first in Pendings
        from at in Instants
        select (LearnerEvent)new AssessmentStarted(assessment, purpose, new Target(code), assessment, first, at),
        from assessment in Ordinals
        from participation in Ordinals
        from purpose in Gen.Elements(Enum.GetValues<AssessmentPurpose>())
        from skills in Skills.ArrayOf()
        from first in Pendings
        from at in Instants
        select (LearnerEvent)new AssessmentStarted(
            assessment, purpose, new Target((CompetenceCode?)null) { Skills = skills }, assessment, first, at)
        { Participation = participation },
        from participation in Ordinals
        from type in Gen.Elements(Enum.GetValues<CampaignType>())
        from at in Instants
        select (LearnerEvent)new CampaignJoined(participation, ParticipationScenario.Id, ParticipationScenario.School, type, null, null, at),
        from participation in Ordinals
        from at in Instants
        select (LearnerEvent)new CampaignImprovementStarted(participation, [], at),
        from participation in Ordinals
        from at in Instants
        select (LearnerEvent)new CampaignRetried(participation, [], at),
        from participation in Ordinals
        from skills in Skills.ArrayOf()
        from at in Instants
        select (LearnerEvent)new CampaignReset(participation, skills, at),
        from participation in Ordinals
        from results in Gen.Elements("", "V", "vF-", "?VVVVVVVV")
        from stage in Gen.Elements<int?>(null, 2)
        from version in Versions
        from at in Instants
        select (LearnerEvent)new ResultsShared(
            participation, ParticipationScenario.Id, 1, new SkillResults(results), PixAmount.Zero, [], 8, stage, [], version, at),
        from participation in Ordinals
        from version in Versions
        from at in Instants
        select (LearnerEvent)new ProfileShared(participation, ParticipationScenario.Id, 1, [], 0, false, 0, 8, version, at),
        from assessment in Ordinals
        from challenge in Challenges
        from at in Instants
        select (LearnerEvent)new ChallengePresented(assessment, challenge, at),
        from assessment in Ordinals
        from challenge in Challenges
        from skill in Skills
        from code in Codes
        from status in Gen.Elements(Enum.GetValues<AnswerStatus>())
        from version in Versions
        from next in Pendings
        from at in Instants
        select (LearnerEvent)new AnswerRecorded(
            assessment, 1, challenge, skill, new TubeId("web"), 1, code, null, status, null, 0, false, version, next, at),
        from assessment in Ordinals
        from at in Instants
        select (LearnerEvent)new AssessmentCompleted(assessment, at),
        from code in Codes
        from at in Instants
        select (LearnerEvent)new CompetenceReset(code, at),
        from code in Codes
        from at in Instants
        select (LearnerEvent)new ImprovementStarted(code, [], at),
        Instants.Select<DateTimeOffset, LearnerEvent>(at => new TutorialSaved(new TutorialId("tuto"), at)),
        Instants.Select<DateTimeOffset, LearnerEvent>(at => new TutorialRemoved(new TutorialId("tuto"), at)),
        from useful in Gen.Elements(true, false)
        from at in Instants
        select (LearnerEvent)new TutorialFoundUseful(new TutorialId("tuto"), useful, at),
        from assessment in Ordinals
        from challenge in Challenges
        from at in Instants
        select (LearnerEvent)new ProblemReported(1, assessment, challenge, ProblemCategory.Link, null, at),
        Instants.Select<DateTimeOffset, LearnerEvent>(at => new PersonErased(Person, at)));

    private static readonly Gen<ReferentialEvent> ReferentialEvents =
        from version in Versions
        from kind in Gen.Choose(0, 4)
        from hash in Gen.Elements("a", "b")
        select kind switch
        {
            0 => new ReleaseOpened(version, [], Tuesday),
            1 => new CompetenceReleased(version, hash, CompetenceOf(Web.Build()), Tuesday),
            2 => new AttachmentReleased(version, hash, "text/plain", hash, default, Tuesday),
            3 => new ReferentialReleased(version, [new ContentHash("1.1", hash)], [new ContentHash(hash, hash)], [new ChallengeId("@web1#1")], [], Tuesday),
            _ => (ReferentialEvent)new ReferentialActivated(version, Tuesday),
        };

    private static readonly Releases Released = ReferentialBuilder.Released(Web.With(new CompetenceCode("2.1"), "@other1"), Web.As(2), Web.Without("@web2").As(3));

    [Fact]
    public void Any_events_of_a_learner_fold_and_can_be_read_under_any_release() => ForAll(LearnerEvents.ArrayOf(), events =>
    {
        var learner = Fold<Learner, LearnerEvent>(events);
        foreach (var version in Released.Released.Keys)
        {
            var referential = Released.At(new ReferentialVersion(version))!;
            var profile = Profile.Of(learner.Positioning, referential);
            Assert.All(profile.Competences, competence => Assert.NotNull(competence.At(Tuesday, Rules)));
            Assert.All(learner.Assessments.Values, test => Assert.InRange(learner.ProgressIn(test, referential, Rules).Displayed, 0, 1));
            Assert.All(learner.Participations.Values, part =>
            {
                Assert.True(Enum.IsDefined(learner.StatusOf(part)));
                Assert.InRange(learner.ProgressOf(part, referential, Rules).Displayed, 0, 1);
            });
        }
    });

    [Fact]
    public void Any_wish_is_decided_whatever_was_stored() => ForAll(LearnerEvents.ArrayOf(), events =>
    {
        var world = new Wishes.World(Fold<Learner, LearnerEvent>(events), [], Released, Tuesday.AddDays(3));
        foreach (var wish in Wishes.All)
        {
            // Nothing to assert but that it decides: granted, nothing to do, or refused.
            var decision = wish.Decide(world);
            Assert.True(decision.Refusal is null || decision.Events.Count == 0);
        }
    });

    [Fact]
    public void What_the_profile_needs_is_folded_alone_as_with_all_the_rest() => ForAll(LearnerEvents.ArrayOf(), events => Assert.Equivalent(
        Fold<Learner, LearnerEvent>(events).Positioning,
        events.Aggregate(Positioning.Initial, (positioning, happened) => positioning.Evolve(happened)),
        strict: true));

    [Fact]
    public void Any_events_of_the_referential_fold_and_can_be_read() => ForAll(ReferentialEvents.ArrayOf(), events =>
    {
        var releases = Fold<Releases, ReferentialEvent>(events);
        Assert.Equal(releases.Active is null, releases.ActiveVersion is not { } version || !releases.Released.ContainsKey(version.Value));
        Assert.All(releases.Released.Keys, version => Assert.NotNull(releases.At(new ReferentialVersion(version))));
        Assert.All(releases.Released.Keys, version => _ = releases.Attachment(new ReferentialVersion(version), "a"));
    });

    private static TState Fold<TState, TEvent>(IEnumerable<TEvent> events)
        where TState : IAggregate<TState, TEvent>
        where TEvent : IDomainEvent => events.Aggregate(TState.Initial, (state, happened) => state.Evolve(happened));

    private static void ForAll<T>(Gen<T> gen, Action<T> assert) => Check.QuickThrowOnFailure(Prop.ForAll(gen.ToArbitrary(), assert));
}
