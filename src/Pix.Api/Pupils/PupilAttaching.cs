using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// Process <c>pupil-attachment</c>: the account's stream says what the pupil's stream decided, whoever died in between. An account that is another
/// pupil of the school already gives this one back (Rule 10.9, R70).
/// </summary>
public sealed class PupilAttaching(NodeAggregates aggregates) : IProcess
{
    /// <summary>What the pupil's stream decides about an account opens it; the pupil's stream says when it is settled.</summary>
    public static ProcessDefinition Process { get; } = new ProcessDefinition("pupil-attachment", 1)
        .OpenedBy<PupilAttached>(attached => attached.Learner.ToString())
        .OpenedBy<PupilDetached>(detached => detached.Learner.ToString())
        .ClosedBy<PupilAttachmentSettled>(settled => settled.Learner.ToString());

    /// <inheritdoc />
    public ProcessDefinition Definition => Process;

    /// <inheritdoc />
    public Task Advance(Intention intention, CancellationToken cancel)
    {
        Streams.IsPupil(intention.Stream, out var pupil);
        var learner = new LearnerId(Guid.Parse(intention.Key, System.Globalization.CultureInfo.InvariantCulture));
        return Settle(aggregates, pupil, learner, cancel);
    }

    /// <summary>Brings the account's stream to what the pupil's says now, and answers why it would not be linked, if so.</summary>
    internal static async Task<Refusal?> Settle(NodeAggregates aggregates, PupilId pupil, LearnerId learner, CancellationToken cancel)
    {
        var stream = Streams.Pupil(pupil);
        Refusal? refused = null;
        while (true)
        {
            var loaded = await aggregates.Pupils.Load(stream, cancel);
            if (!loaded.State.Unsettled.Contains(learner)) return refused;
            var isAttached = loaded.State.Learner == learner;
            var organisation = loaded.State.Organisation!.Value;

            // Of this revision: what was decided for an earlier one does not answer for it.
            Command Step(string step) =>
                Command.Step(NameBasedGuid.Of(stream.Value, learner.ToString(), loaded.Head.Revision.ToString()), step);

            var linked = await aggregates.Learners.Decide(
                Streams.Learner(learner),
                Step("link"),
                (state, now) => isAttached ? state.LinkPupil(organisation, pupil, now) : state.UnlinkPupil(organisation, pupil, now),
                cancel);
            if (linked.Refusal is { } refusal)
            {
                refused = refusal;
                await aggregates.Pupils.Decide(
                    stream, Step("give back"), (state, now) => state.Learner == learner ? state.Detach(now) : [], cancel);
            }
            else
            {
                await aggregates.Pupils.Decide(stream, Step("settle"), (state, now) => state.Settle(learner, isAttached, now), cancel);
            }
        }
    }
}
