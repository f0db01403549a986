using Pix.Api;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Benchmarks;

/// <summary>A learner who acts through the aggregates, as the host's use cases do, without the wire in between.</summary>
internal sealed class NodePlayer(Node node, Releases releases, LearnerId id)
{
    private readonly Random _random = new(id.GetHashCode());

    /// <summary>Opens the account.</summary>
    public Task<Learner> Register(CancellationToken cancel) =>
        Decide((learner, now) => learner.Register(new PersonId(id.Value), new PersonName("Alex", "Martin"), now), cancel);

    /// <summary>Takes the first test to its end, seven answers in ten right.</summary>
    public async Task AnswerAll(CancellationToken cancel)
    {
        var player = (await node.Learners.Load(Streams.Learner(id), cancel)).State;
        while (player.Find(1)!.Pending is { } pending)
        {
            var challenge = releases.Active!.Find(pending.Challenge)!.Challenge;
            var value = _random.Next(100) < 70 ? AnswerMaker.Right(challenge) : AnswerMaker.Wrong(challenge);
            var submitted = new SubmittedAnswer(pending.Challenge, value, 12, false);
            player = await Decide((learner, now) => learner.Answer(1, submitted, releases, node.Settings.Rules, now), cancel);
        }
    }

    /// <summary>Decides anything else.</summary>
    public async Task<Learner> Decide(Func<Learner, DateTimeOffset, Decision<LearnerEvent>> decide, CancellationToken cancel)
    {
        var command = Guid.CreateVersion7();
        var decided = await node.Learners.Decide(
            Streams.Learner(id), new Command(command, string.Empty, new Actor(id.ToString(), Roles.Learner), command), decide, cancel);
        return decided.Refusal is { } refusal ? throw new InvalidOperationException(refusal.Code) : decided.After;
    }
}
