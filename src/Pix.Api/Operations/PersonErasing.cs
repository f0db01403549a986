using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>Which certifications of a person an erasure need not wait for, and which it must.</summary>
internal sealed record ErasureSituation(IReadOnlySet<CertificationId> Settled, IReadOnlyList<CertificationId> Awaited);

/// <summary>What an erasure did: the streams that it wrote to or found written, events in them, those written now, and where the log ends with it.</summary>
internal sealed record ErasureDone(IReadOnlyList<StreamName> Streams, long Events, int Written, Position Last);

/// <summary>Has every stream of a person say that they are forgotten; whoever follows erasures destroys the keys.</summary>
internal sealed class PersonErasing(NodeAggregates aggregates, IEventStore store, EventCodec codec, ReadModels readModels)
{
    private readonly CertificationEvidence _evidence = new(store, codec);
    private readonly PeopleReader _people = new(readModels);

    /// <summary>Everything that this person is.</summary>
    public Task<PersonCircle> CircleOf(PersonEntry person, CancellationToken cancel) => PersonCircle.Around(aggregates, _people, person, cancel);

    /// <summary>Where the jury is with the certifications of these candidates.</summary>
    public async Task<ErasureSituation> SituationOf(PersonCircle circle, CancellationToken cancel)
    {
        var settled = new HashSet<CertificationId>();
        var awaited = new List<CertificationId>();
        foreach (var candidacy in circle.Candidacies)
        {
            var id = PersonCircle.TestOf(candidacy);
            var test = await aggregates.Certifications.Reread(Streams.Certification(id), cancel);
            if (test.Started is null || await IsDeliberated(candidacy.Session, test, cancel)) settled.Add(id);
            else awaited.Add(id);
        }

        return new ErasureSituation(settled, awaited);
    }

    /// <summary>
    /// Forgets them in every stream, each under a command of its own. Candidates come first: a test that began since the situation was looked at
    /// holds the erasure back, and <see cref="ProcessStepException"/> says so.
    /// </summary>
    public async Task<ErasureDone> Erase(PersonCircle circle, IReadOnlySet<CertificationId> settled, Func<string, Command> commandFor, CancellationToken cancel)
    {
        var (streams, events, written, last) = (new List<StreamName>(), 0L, 0, Position.Start);
        foreach (var candidacy in circle.Candidacies)
        {
            var stream = Streams.Session(candidacy.Session);
            Count(stream, await Write(
                aggregates.Sessions, stream, commandFor($"{stream} {candidacy.Candidate}"), (session, now) => session.Erase(candidacy.Candidate, settled, now), cancel));
        }

        foreach (var stream in circle.Streams)
        {
            Count(stream, Streams.IsPupil(stream, out _)
                ? await Write(aggregates.Pupils, stream, commandFor(stream.Value), (pupil, now) => pupil.Erase(now), cancel)
                : await Write(aggregates.Learners, stream, commandFor(stream.Value), (learner, now) => learner.Erase(now), cancel));
        }

        return new ErasureDone(streams, events, written, last);

        void Count(StreamName stream, (int Written, Revision Revision, Position Position) done)
        {
            if (!streams.Contains(stream))
            {
                streams.Add(stream);
                events += done.Revision.Value + 1;
            }

            written += done.Written;
            if (done.Position > last) last = done.Position;
        }
    }

    private async Task<bool> IsDeliberated(SessionId session, Certification test, CancellationToken cancel) =>
        (await aggregates.Sessions.Reread(Streams.Session(session), cancel))
            .IsDeliberated(JudgedTests.Of(test, await _evidence.LatestScoring(test.Started!.Certification, cancel)));

    private static async Task<(int Written, Revision Revision, Position Position)> Write<TState, TEvent>(
        Aggregates<TState, TEvent> streams,
        StreamName stream,
        Command command,
        Func<TState, DateTimeOffset, Decision<TEvent>> decide,
        CancellationToken cancel)
        where TState : IAggregate<TState, TEvent>
        where TEvent : class, IDomainEvent
    {
        var decided = ProcessStepException.OrThrow(await streams.Decide(stream, command, decide, cancel));
        return (decided.Events.Count, decided.Revision, decided.Position);
    }
}
