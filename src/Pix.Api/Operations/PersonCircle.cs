using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// Everything that one human being is to us: an account, the pupils that it is, and the candidates that either was. Attachments and enrolments
/// lead from one to the others.
/// </summary>
internal sealed record PersonCircle(IReadOnlyList<StreamName> Streams, IReadOnlyList<Candidacy> Candidacies, IReadOnlySet<PersonId> Persons)
{
    /// <summary>Everything that leads from this person to others and back, until nothing is new.</summary>
    public static async Task<PersonCircle> Around(NodeAggregates aggregates, PeopleReader people, PersonEntry person, CancellationToken cancel)
    {
        var streams = person.Streams.ToList();
        var persons = new HashSet<PersonId> { person.Person };
        var followed = 0;
        while (true)
        {
            for (; followed < streams.Count; followed++)
            {
                var (whose, linked) = await LinksOf(aggregates, streams[followed], cancel);
                if (whose is { } found) persons.Add(found);
                streams.AddRange(linked.Except(streams).ToList());
            }

            var candidacies = CandidaciesOf(people, persons, streams);
            streams.AddRange(candidacies.SelectMany(LinksOf).Distinct().Except(streams).ToList());
            var known = persons.Count;
            persons.UnionWith(candidacies.Select(candidacy => candidacy.Person));
            if (followed == streams.Count && persons.Count == known) return new PersonCircle(streams, candidacies, persons);
        }
    }

    /// <summary>The tests that their candidates may have begun.</summary>
    public IEnumerable<CertificationId> Tests => Candidacies.Select(TestOf);

    /// <summary>The test of one of them.</summary>
    public static CertificationId TestOf(Candidacy candidacy) => EventStore.Streams.CertificationOf(candidacy.Session, candidacy.Candidate);

    private static IReadOnlyList<Candidacy> CandidaciesOf(PeopleReader people, IEnumerable<PersonId> persons, IReadOnlyList<StreamName> streams)
    {
        var learners = new List<LearnerId>();
        var pupils = new List<PupilId>();
        foreach (var stream in streams)
        {
            if (EventStore.Streams.IsLearner(stream, out var learner)) learners.Add(learner);
            else if (EventStore.Streams.IsPupil(stream, out var pupil)) pupils.Add(pupil);
        }

        return people.Candidacies(persons, learners, pupils);
    }

    private static IEnumerable<StreamName> LinksOf(Candidacy candidacy)
    {
        if (candidacy.Learner is { } learner) yield return EventStore.Streams.Learner(learner);
        if (candidacy.Pupil is { } pupil) yield return EventStore.Streams.Pupil(pupil);
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
