using System.Collections.Immutable;
using System.Globalization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// The tables <c>learners</c>, <c>participations</c> and <c>sendings</c> (everything ever sent, the latest of a participation counts) of read
/// model <c>campaigns</c>.
/// </summary>
internal sealed class ParticipantTables
{
    public const string Schema = """
        CREATE TABLE learners (
            learner TEXT NOT NULL PRIMARY KEY,
            person TEXT,
            first_name TEXT,
            last_name TEXT,
            search TEXT,
            erased INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE participations (
            learner TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            campaign TEXT NOT NULL,
            pupil TEXT,
            external_id TEXT,
            joined_at TEXT NOT NULL,
            assessment INTEGER,
            standing INTEGER NOT NULL,
            sent INTEGER,
            PRIMARY KEY (learner, ordinal)) WITHOUT ROWID;
        CREATE TABLE sendings (
            learner TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            sending INTEGER NOT NULL,
            at TEXT NOT NULL,
            results TEXT,
            validated INTEGER,
            pix_units INTEGER NOT NULL,
            stage INTEGER,
            badges TEXT NOT NULL,
            competences TEXT NOT NULL,
            maximum_level INTEGER NOT NULL,
            certifiable INTEGER,
            certifiable_competences INTEGER,
            PRIMARY KEY (learner, ordinal, sending)) WITHOUT ROWID;

        """;

    public const string Indexes = """
        CREATE INDEX IF NOT EXISTS learners_by_person ON learners (person);
        CREATE INDEX IF NOT EXISTS participations_by_campaign ON participations (campaign, pupil);
        CREATE INDEX IF NOT EXISTS participations_by_pupil ON participations (pupil);

        """;

    private readonly PersonalReader _personal;
    private readonly StateTable<LearnerId, Participant> _participants;
    private ReadModelTables? _tables;

    public ParticipantTables(PersonalReader personal, int inMemory)
    {
        _personal = personal;
        _participants = new StateTable<LearnerId, Participant>(
            inMemory, Comparer<LearnerId>.Create(static (one, other) => one.Value.CompareTo(other.Value)), Find);
    }

    public bool MustFlush => _participants.MustFlush;

    public void Open(ReadModelTables tables) => _tables = tables;

    /// <summary>The participation that the event is about, as it was before and as it is now; the same, or null, when nothing became of it.</summary>
    public (ParticipationRow? Before, ParticipationRow? After) Apply(LearnerId learner, LearnerEvent happened)
    {
        switch (happened)
        {
            case LearnerRegistered registered:
                var name = registered.Name is { } given ? _personal.Open(given).Value : null;
                _participants.Set(learner, (_participants.Find(learner) ?? Participant.Unknown) with { Person = registered.Person, Name = name });
                return default;
            case PersonErased when _participants.Find(learner) is { } erased:
                _participants.Set(learner, erased with
                {
                    Name = null,
                    IsErased = true,
                    Participations = erased.Participations.ToImmutableSortedDictionary(one => one.Key, one => one.Value with { ExternalId = null }),
                });
                return default;
            case CampaignJoined joined:
                return Change(learner, joined.Participation, before => before ?? new ParticipationRow(
                    joined.Campaign,
                    joined.Pupil,
                    joined.ExternalId is { } id ? _personal.Open(id).Value : null,
                    joined.At,
                    null,
                    joined.Type == CampaignType.ProfilesCollection ? ParticipationStanding.ToShare : ParticipationStanding.InProgress,
                    null,
                    []));
            case AssessmentStarted { Participation: { } ordinal } started:
                return Change(learner, ordinal, before => before is null ? null : before with
                {
                    Assessment = started.Assessment,
                    Standing = ParticipationStanding.InProgress,
                });
            case AssessmentCompleted completed:
                return Complete(learner, completed.Assessment);
            case CampaignImprovementStarted improved:
                return Change(learner, improved.Participation, before => before is null ? null : before with { Standing = ParticipationStanding.InProgress });
            case CampaignRetried retried:
                return Change(learner, retried.Participation, before => before is null ? null : before with { Standing = ParticipationStanding.InProgress });
            case ResultsShared shared:
                return Change(learner, shared.Participation, before => before?.With(SentResults.Of(shared)));
            case ProfileShared shared:
                return Change(learner, shared.Participation, before => before?.With(SentResults.Of(shared)));
            default:
                return default;
        }
    }

    public void Flush(ReadModelTransaction transaction)
    {
        var row = transaction.Statement("""
            INSERT INTO learners (learner, person, first_name, last_name, search, erased) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (learner) DO UPDATE SET
                person = excluded.person, first_name = excluded.first_name, last_name = excluded.last_name, search = excluded.search, erased = excluded.erased
            """);
        _participants.WriteChanged((learner, participant) =>
        {
            var key = learner.ToString();
            row.Bind(1, key);
            row.BindOrNull(2, participant.Person?.ToString());
            row.BindOrNull(3, participant.Name?.First);
            row.BindOrNull(4, participant.Name?.Last);
            row.BindOrNull(5, SearchText.Of(participant.Name?.Last, participant.Name?.First));
            row.Bind(6, participant.IsErased ? 1 : 0);
            row.Execute();
            foreach (var (ordinal, participation) in participant.Participations) Write(transaction, key, ordinal, participation);
        });
    }

    public void Forget(PersonId person, ReadModelTransaction transaction)
    {
        var learners = transaction.Statement("SELECT learner FROM learners WHERE person = ?1");
        learners.Bind(1, person.ToString());
        while (learners.Step()) _participants.Drop(new LearnerId(Guid.Parse(learners.Text(0), CultureInfo.InvariantCulture)));
        learners.Reset();
        var ids = transaction.Statement("UPDATE participations SET external_id = NULL WHERE learner IN (SELECT learner FROM learners WHERE person = ?1)");
        ids.Bind(1, person.ToString());
        ids.Execute();
        var names = transaction.Statement("UPDATE learners SET first_name = NULL, last_name = NULL, search = NULL WHERE person = ?1");
        names.Bind(1, person.ToString());
        names.Execute();
    }

    private (ParticipationRow? Before, ParticipationRow? After) Complete(LearnerId learner, int assessment)
    {
        if (_participants.Find(learner) is not { } participant) return default;
        foreach (var (ordinal, participation) in participant.Participations)
        {
            if (participation.Assessment == assessment && participation.Standing == ParticipationStanding.InProgress)
                return Change(learner, ordinal, before => before! with { Standing = ParticipationStanding.ToShare });
        }

        return default;
    }

    private (ParticipationRow? Before, ParticipationRow? After) Change(LearnerId learner, int ordinal, Func<ParticipationRow?, ParticipationRow?> change)
    {
        var participant = _participants.Find(learner) ?? Participant.Unknown;
        var before = participant.Participations.GetValueOrDefault(ordinal);
        var after = change(before);
        if (after is not null && !ReferenceEquals(before, after)) _participants.Set(learner, participant.With(ordinal, after));
        return (before, after);
    }

    private static void Write(ReadModelTransaction transaction, string learner, int ordinal, ParticipationRow participation)
    {
        var row = transaction.Statement("""
            INSERT INTO participations (learner, ordinal, campaign, pupil, external_id, joined_at, assessment, standing, sent)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            ON CONFLICT (learner, ordinal) DO UPDATE SET
                external_id = excluded.external_id, assessment = excluded.assessment, standing = excluded.standing, sent = excluded.sent
            """);
        row.Bind(1, learner);
        row.Bind(2, ordinal);
        row.Bind(3, participation.Campaign.ToString());
        row.BindOrNull(4, participation.Pupil?.ToString());
        row.BindOrNull(5, participation.ExternalId);
        row.Bind(6, Instants.Write(participation.JoinedAt));
        row.BindOrNull(7, participation.Assessment);
        row.Bind(8, (int)participation.Standing);
        row.BindOrNull(9, participation.Sent?.Number);
        row.Execute();
        foreach (var sending in participation.Unwritten) SendingRow.Write(transaction, learner, ordinal, sending);
    }

    private Participant? Find(LearnerId learner)
    {
        var row = _tables!.Statement("SELECT person, first_name, last_name, erased FROM learners WHERE learner = ?1");
        row.Bind(1, learner.ToString());
        var found = row.Step()
            ? new Participant(
                row.TextOrNull(0) is { } person ? new PersonId(Guid.Parse(person, CultureInfo.InvariantCulture)) : null,
                row.IsNull(1) ? null : new PersonName(row.Text(1), row.Text(2)),
                row.Integer(3) != 0,
                ImmutableSortedDictionary<int, ParticipationRow>.Empty)
            : null;
        row.Reset();
        return found is null ? null : found with { Participations = ParticipationsOf(learner) };
    }

    private ImmutableSortedDictionary<int, ParticipationRow> ParticipationsOf(LearnerId learner)
    {
        var participations = ImmutableSortedDictionary.CreateBuilder<int, ParticipationRow>();
        var row = _tables!.Statement($"""
            SELECT p.ordinal, p.campaign, p.pupil, p.external_id, p.joined_at, p.assessment, p.standing, {SendingRow.Columns}
            FROM participations p LEFT JOIN sendings s ON s.learner = p.learner AND s.ordinal = p.ordinal AND s.sending = p.sent
            WHERE p.learner = ?1
            """);
        row.Bind(1, learner.ToString());
        while (row.Step())
        {
            participations.Add((int)row.Integer(0), new ParticipationRow(
                new CampaignId(Guid.Parse(row.Text(1), CultureInfo.InvariantCulture)),
                row.TextOrNull(2) is { } pupil ? new PupilId(Guid.Parse(pupil, CultureInfo.InvariantCulture)) : null,
                row.TextOrNull(3),
                Instants.Read(row.Text(4)),
                (int?)row.IntegerOrNull(5),
                (ParticipationStanding)row.Integer(6),
                SendingRow.Read(row, 7),
                []));
        }

        row.Reset();
        return participations.ToImmutable();
    }
}
