using Pix.Testing;

namespace Pix.Domain.Tests.Learners;

/// <summary>A learner, a competence of one tube, and the steps that tests share.</summary>
internal static class Scenario
{
    public const int First = 1;
    public const int Second = 2;
    public const long Seed = 42;

    public static readonly CompetenceCode Code = ReferentialBuilder.DefaultCompetence;
    public static readonly PersonId Person = new(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0001"));

    /// <summary>A Tuesday, 10 o'clock in Paris.</summary>
    public static readonly DateTimeOffset Tuesday = new(2026, 1, 6, 9, 0, 0, TimeSpan.Zero);

    public static readonly LearnerRules Rules = LearnerRules.Default(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

    /// <summary>Three levels of one tube, so that the test opens with level 2.</summary>
    public static readonly ReferentialBuilder Web = ReferentialBuilder.Of("@web1", "@web2", "@web3").Tutorial("tuto");

    public static Specification<Learner, LearnerEvent> Nobody { get; } = new([]);

    public static Specification<Learner, LearnerEvent> Registered { get; } = new([new LearnerRegistered(Person, null, Tuesday)]);

    public static Specification<Learner, LearnerEvent> Erased { get; } = Registered.And(new PersonErased(Person, Tuesday));

    public static Competence CompetenceOf(Referential referential) => referential.Find(Code)!;

    public static Decision<LearnerEvent> StartTest(this Learner learner, Referential referential, DateTimeOffset? at = null) =>
        learner.StartTest(CompetenceOf(referential), referential, Rules, Seed, at ?? Tuesday);

    public static Decision<LearnerEvent> Improve(this Learner learner, Referential referential, DateTimeOffset at) =>
        learner.Improve(CompetenceOf(referential), referential, Rules, Seed, at);

    public static Decision<LearnerEvent> Reset(this Learner learner, DateTimeOffset at) =>
        learner.Reset(CompetenceOf(Web.Build()), Web.Build(), Rules, Seed, at);

    public static Decision<LearnerEvent> Send(this Learner learner, SubmittedAnswer answer, Releases releases, DateTimeOffset? at = null, int test = First) =>
        learner.Answer(test, answer, releases, Rules, at ?? Tuesday);

    public static SubmittedAnswer Right(string challenge, int? claimedSeconds = 1) =>
        new(new ChallengeId(challenge), "juste", claimedSeconds, FocusLost: false);

    public static SubmittedAnswer Wrong(string challenge) => Right(challenge) with { Value = "qzxwjkv" };

    public static SubmittedAnswer Skipped(string challenge) => Right(challenge) with { Value = null };

    /// <summary>Starts the test and answers to its end.</summary>
    public static Specification<Learner, LearnerEvent> Completed(SimulatedLearner simulated, Releases releases, DateTimeOffset? at = null) =>
        Registered.And(learner => learner.StartTest(releases.Active!, at)).Play(simulated, releases, at);

    /// <summary>Answers the open test to its end.</summary>
    public static Specification<Learner, LearnerEvent> Play(
        this Specification<Learner, LearnerEvent> given,
        SimulatedLearner simulated,
        Releases releases,
        DateTimeOffset? at = null)
    {
        while (given.State.OpenTestOf(Code) is { Pending: { } pending } test)
        {
            var asked = releases.At(pending.Referential)!.Find(pending.Challenge)!;
            given = given.And(learner => learner.Send(simulated.Answer(asked), releases, at, test.Ordinal));
        }

        return given;
    }

    public static PendingChallenge Pending(string challenge, int version = 1, int? timer = null) =>
        new(new ChallengeId(challenge), new ReferentialVersion(version), timer);

    /// <summary>The pix of the competence under a referential.</summary>
    public static int PixUnder(this Learner learner, Referential referential) =>
        Profile.Of(learner.Positioning, referential).Competences.Single(competence => competence.Code == Code).Total.Floor;
}
