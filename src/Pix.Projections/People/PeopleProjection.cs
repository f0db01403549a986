using System.Collections.Immutable;
using System.Globalization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// Read model <c>people</c>: who a person is, in clear, and which streams speak of them. The name goes with the erasure. A key that was lost,
/// not destroyed, stops it with <c>person_key_missing</c>.
/// </summary>
public sealed class PeopleProjection : IProjection
{
    internal const string ProjectionName = "people";
    private const int CurrentVersion = 3;
    private const int PeopleInMemory = 8192;

    private readonly PersonalReader _personal;
    private readonly StateTable<PersonId, PersonRow> _people;
    private readonly CandidacyTable _candidacies;
    private ReadModelTables? _tables;

    /// <summary>Names are opened with this reader.</summary>
    public PeopleProjection(PersonalReader personal)
    {
        _personal = personal;
        _people = new StateTable<PersonId, PersonRow>(
            PeopleInMemory, Comparer<PersonId>.Create(static (one, other) => one.Value.CompareTo(other.Value)), Find);
        _candidacies = new CandidacyTable(PeopleInMemory, () => _tables!);
    }

    /// <inheritdoc />
    public string Name => ProjectionName;

    /// <inheritdoc />
    public int Version => CurrentVersion;

    /// <inheritdoc />
    public string Schema => $"""
        {CandidacyTable.Schema}
        CREATE TABLE people (
            person TEXT NOT NULL PRIMARY KEY,
            first_name TEXT,
            last_name TEXT,
            registered_at TEXT NOT NULL,
            erased INTEGER NOT NULL);
        CREATE TABLE person_streams (
            stream TEXT NOT NULL PRIMARY KEY,
            person TEXT NOT NULL) WITHOUT ROWID;
        """;

    /// <inheritdoc />
    public string Indexes => $"CREATE INDEX IF NOT EXISTS person_streams_by_person ON person_streams (person); {CandidacyTable.Indexes}";

    /// <inheritdoc />
    public IReadOnlySet<Type> Handles { get; } = new HashSet<Type>
    {
        typeof(LearnerRegistered), typeof(PupilImported), typeof(CandidateEnrolled), typeof(CandidateLinked),
        typeof(PersonErased), typeof(PupilErased), typeof(CandidateErased),
    };

    /// <inheritdoc />
    public bool HoldsPersonalData => true;

    /// <inheritdoc />
    public bool MustFlush => _people.MustFlush || _candidacies.MustFlush;

    /// <summary>Its definition: names are opened with this reader.</summary>
    public static ProjectionDefinition Definition(PersonalReader personal) =>
        new(ProjectionName, CurrentVersion, DependsOnReferential: false, _ => new PeopleProjection(personal));

    /// <inheritdoc />
    public void Open(ReadModelTables tables) => _tables = tables;

    /// <inheritdoc />
    public void Apply(RecordedEvent recorded)
    {
        switch (recorded.Event)
        {
            case LearnerRegistered registered:
                Register(registered.Person, registered.Name is null ? null : _personal.Open(registered.Name).Value, recorded.Stream, registered.At);
                break;
            case PupilImported imported:
                Register(imported.Facts.Person, NameOf(_personal.Open(imported.Facts).Value), recorded.Stream, imported.At);
                break;
            case CandidateEnrolled enrolled when Streams.IsSession(recorded.Stream, out var session):
                Register(enrolled.Person, NameOf(_personal.Open(enrolled.Identity).Value), null, enrolled.At);
                _candidacies.Enrol(enrolled, session);
                break;
            case CandidateLinked linked:
                _candidacies.Link(linked);
                break;
            case IErasure erased when _people.Find(erased.Person) is { } person:
                _people.Set(erased.Person, person with { Name = null, IsErased = true });
                break;
        }
    }

    /// <inheritdoc />
    public void Flush(ReadModelTransaction transaction)
    {
        _candidacies.Flush(transaction);
        var row = transaction.Statement("""
            INSERT INTO people (person, first_name, last_name, registered_at, erased) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (person) DO UPDATE SET
                first_name = excluded.first_name,
                last_name = excluded.last_name,
                erased = excluded.erased
            """);
        var link = transaction.Statement("INSERT INTO person_streams (stream, person) VALUES (?1, ?2) ON CONFLICT (stream) DO NOTHING");
        _people.WriteChanged((person, state) =>
        {
            row.Bind(1, person.ToString());
            row.BindOrNull(2, state.Name?.First);
            row.BindOrNull(3, state.Name?.Last);
            row.Bind(4, state.RegisteredAt);
            row.Bind(5, state.IsErased ? 1 : 0);
            row.Execute();
            foreach (var stream in state.Streams)
            {
                link.Bind(1, stream);
                link.Bind(2, person.ToString());
                link.Execute();
            }
        });
    }

    /// <inheritdoc />
    public void Forget(PersonId person, ReadModelTransaction transaction)
    {
        _people.Drop(person);
        var row = transaction.Statement("UPDATE people SET first_name = NULL, last_name = NULL WHERE person = ?1");
        row.Bind(1, person.ToString());
        row.Execute();
    }

    // A person may be registered by several streams: the first name that was given stays. A session is the stream of nobody in particular.
    private void Register(PersonId person, PersonName? opened, StreamName? stream, DateTimeOffset at)
    {
        ImmutableList<string> streams = stream is { } own ? [own.Value] : [];
        var known = _people.Find(person);
        _people.Set(person, known is null
            ? new PersonRow(opened, at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), false, streams)
            : known with { Name = known.Name ?? opened, Streams = known.Streams.AddRange(streams) });
    }

    private static PersonName? NameOf(CandidateIdentity? identity) => identity is null ? null : new PersonName(identity.FirstName, identity.LastName);

    private static PersonName? NameOf(PupilFacts? facts) =>
        facts is null ? null : new PersonName(facts.FirstName ?? string.Empty, facts.LastName ?? facts.PreferredLastName ?? string.Empty);

    private PersonRow? Find(PersonId person)
    {
        var row = _tables!.Statement("SELECT first_name, last_name, registered_at, erased FROM people WHERE person = ?1");
        row.Bind(1, person.ToString());
        var found = row.Step()
            ? new PersonRow(row.IsNull(0) ? null : new PersonName(row.Text(0), row.Text(1)), row.Text(2), row.Integer(3) != 0, [])
            : null;
        row.Reset();
        return found;
    }

    // Streams: those that are not in the table yet.
    private sealed record PersonRow(PersonName? Name, string RegisteredAt, bool IsErased, ImmutableList<string> Streams);
}
