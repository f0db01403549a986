using System.Globalization;
using Dapper;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>Who a person is: the name is null when none was given and once erased; the streams speak of them.</summary>
public sealed record PersonEntry(PersonId Person, PersonName? Name, DateTimeOffset RegisteredAt, bool IsErased, IReadOnlyList<StreamName> Streams);

/// <summary>Reads who people are.</summary>
public sealed class PeopleReader(ReadModels readModels)
{
    /// <summary>The read model to wait for.</summary>
    public const string ReadModel = PeopleProjection.ProjectionName;

    /// <summary>A person, or null when nothing speaks of them.</summary>
    public PersonEntry? Find(PersonId person) => readModels.Read(ReadModel, reader => Find(reader, person.ToString()));

    /// <summary>The person behind an account, or null.</summary>
    public PersonEntry? Find(LearnerId learner) => readModels.Read(ReadModel, reader =>
        reader.Connection.QueryFirstOrDefault<string>(
            "SELECT person FROM person_streams WHERE stream = @stream", new { stream = Streams.Learner(learner).Value }) is { } person
            ? Find(reader, person)
            : null);

    /// <summary>Where these persons, these accounts and these pupils were enrolled for a certification.</summary>
    public IReadOnlyList<Candidacy> Candidacies(IEnumerable<PersonId> persons, IEnumerable<LearnerId> learners, IEnumerable<PupilId> pupils) =>
        readModels.Read(ReadModel, IReadOnlyList<Candidacy> (reader) =>
        [
            .. reader.Connection.Query<CandidacyRow>(
                """
                SELECT candidate AS Candidate, session AS Session, person AS Person, pupil AS Pupil, learner AS Learner FROM candidacies
                WHERE person IN @persons OR learner IN @learners OR pupil IN @pupils
                ORDER BY session, candidate
                """,
                new
                {
                    persons = persons.Select(person => person.ToString()),
                    learners = learners.Select(learner => learner.ToString()),
                    pupils = pupils.Select(pupil => pupil.ToString()),
                }).Select(row => row.ToCandidacy()),
        ]);

    private static PersonEntry? Find(ReadModelReader reader, string person)
    {
        var row = reader.Connection.QueryFirstOrDefault<Row>(
            "SELECT first_name AS First, last_name AS Last, registered_at AS RegisteredAt, erased AS Erased FROM people WHERE person = @person",
            new { person });
        if (row is null) return null;
        var streams = reader.Connection.Query<string>("SELECT stream FROM person_streams WHERE person = @person ORDER BY stream", new { person });
        return new PersonEntry(
            new PersonId(Guid.Parse(person, CultureInfo.InvariantCulture)),
            row.First is null || row.Last is null ? null : new PersonName(row.First, row.Last),
            DateTimeOffset.Parse(row.RegisteredAt, CultureInfo.InvariantCulture),
            row.Erased != 0,
            [.. streams.Select(stream => new StreamName(stream))]);
    }

    private sealed record CandidacyRow(string Candidate, long Session, string Person, string? Pupil, string? Learner)
    {
        public Candidacy ToCandidacy() => new(
            new CandidateId(Id(Candidate)),
            new SessionId((int)Session),
            new PersonId(Id(Person)),
            Pupil is null ? null : new PupilId(Id(Pupil)),
            Learner is null ? null : new LearnerId(Id(Learner)));

        private static Guid Id(string text) => Guid.Parse(text, CultureInfo.InvariantCulture);
    }

    private sealed record Row(string? First, string? Last, string RegisteredAt, long Erased);
}
