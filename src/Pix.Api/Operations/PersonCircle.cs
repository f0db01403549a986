using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Everything that one human being is to us: an account, and the pupils that it is; attachments lead from one to the others.</summary>
internal sealed record PersonCircle(IReadOnlyList<StreamName> Streams, IReadOnlySet<PersonId> Persons)
{
    /// <summary>What attachments lead to from these streams, themselves first.</summary>
    public static async Task<PersonCircle> Around(NodeAggregates aggregates, IEnumerable<StreamName> start, CancellationToken cancel)
    {
        var found = start.ToList();
        var persons = new HashSet<PersonId>();
        for (var index = 0; index < found.Count; index++)
        {
            var (person, linked) = await LinksOf(aggregates, found[index], cancel);
            if (person is { } known) persons.Add(known);
            found.AddRange(linked.Except(found).ToList());
        }

        return new PersonCircle(found, persons);
    }

    /// <summary>Has a stream say that its person is forgotten: the refusal, how many events say so now, and where the stream ends.</summary>
    public static async Task<(Refusal? Refusal, int Written, Revision Revision, Position Position)> Erase(NodeAggregates aggregates, StreamName stream, Command command)
    {
        if (EventStore.Streams.IsPupil(stream, out _))
        {
            var pupil = await aggregates.Pupils.Decide(stream, command, (state, now) => state.Erase(now), CancellationToken.None);
            return (pupil.Refusal, pupil.Events.Count, pupil.Revision, pupil.Position);
        }

        var learner = await aggregates.Learners.Decide(stream, command, (state, now) => state.Erase(now), CancellationToken.None);
        return (learner.Refusal, learner.Events.Count, learner.Revision, learner.Position);
    }

    private static async Task<(PersonId? Person, IEnumerable<StreamName> Linked)> LinksOf(NodeAggregates aggregates, StreamName stream, CancellationToken cancel)
    {
        if (EventStore.Streams.IsPupil(stream, out _))
        {
            var pupil = (await aggregates.Pupils.Load(stream, cancel)).State;
            return (pupil.Person, pupil.Learner is { } attached ? [EventStore.Streams.Learner(attached)] : []);
        }

        var learner = (await aggregates.Learners.Load(stream, cancel)).State;
        return (learner.Person, learner.Pupils.Values.Select(EventStore.Streams.Pupil));
    }
}
