using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>A way to start the test of a competence under the active release, from a drawn seed.</summary>
public delegate Decision<LearnerEvent> StartsTest(Learner learner, Competence competence, Referential active, long seed, DateTimeOffset now);

/// <summary>What starting and improving have alike: the competence is looked up, a seed is drawn from the command, the test is shown.</summary>
public sealed class TestStart(
    Aggregates<Learner, LearnerEvent> learners,
    Content content,
    LearnerRules rules,
    CurrentCommand current,
    TimeProvider clock)
{
    /// <summary>Decides, and replies with the test that was started, or with the open one that goes on.</summary>
    public async Task<Outcome<AssessmentView>> Handle(LearnerId id, CompetenceCode code, StartsTest starts, CancellationToken cancel)
    {
        var (refusal, competence, releases) = await content.Find(code, cancel);
        var command = current.Value;
        var decided = await learners.Decide(
            Streams.Learner(id),
            command,
            (learner, now) => refusal is null ? starts(learner, competence!, releases.Active!, command.SeedFor("assessment"), now) : refusal,
            cancel);
        return decided.ToOutcome(done => View(done, id, code, releases), created: true);
    }

    private AssessmentView View(Decided<Learner, LearnerEvent> done, LearnerId learner, CompetenceCode competence, Releases releases)
    {
        var test = done.Events.OfType<AssessmentStarted>().FirstOrDefault() is { } started
            ? done.After.Find(started.Assessment)!
            : done.After.OpenTestOf(competence)!;
        return AssessmentView.Of(new AssessmentId(learner, test.Ordinal), done.After, test, releases, rules, clock.GetUtcNow());
    }
}
