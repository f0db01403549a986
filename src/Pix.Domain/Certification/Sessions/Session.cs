using System.Collections.Immutable;

namespace Pix.Domain;

/// <summary>A certification session: the state of one stream <c>session-{id}</c>.</summary>
public sealed record Session : IAggregate<Session, SessionEvent>
{
    /// <inheritdoc />
    public static Session Initial { get; } = new();

    /// <summary>How it was opened, or null before.</summary>
    public SessionOpened? Opened { get; private init; }

    /// <summary>Where and when, as last said.</summary>
    public SessionDetails? Details { get; private init; }

    /// <summary>Who supervises and what is said of it, as last said.</summary>
    public Personal<SessionTexts>? Texts { get; private init; }

    /// <summary>How often its details were written, 1 when opened: what an edit must have seen.</summary>
    public int Edition { get; private init; }

    /// <summary>It does not take place.</summary>
    public bool IsCancelled { get; private init; }

    /// <summary>The accounts that showed the supervisors' code.</summary>
    public ImmutableHashSet<MemberId> Supervisors { get; private init; } = [];

    /// <summary>Who is expected, in the order of their enrolment.</summary>
    public ImmutableList<Candidate> Candidates { get; private init; } = [];

    /// <summary>Who everybody is that was ever enrolled, withdrawn or not.</summary>
    public ImmutableDictionary<CandidateId, PersonId> Persons { get; private init; } = ImmutableDictionary<CandidateId, PersonId>.Empty;

    /// <summary>The candidates who were forgotten.</summary>
    public ImmutableHashSet<CandidateId> Erased { get; private init; } = [];

    /// <summary>The issue reports that stand, by ordinal.</summary>
    public ImmutableSortedDictionary<int, IncidentReported> Incidents { get; private init; } = ImmutableSortedDictionary<int, IncidentReported>.Empty;

    /// <summary>The ordinal of the latest issue report, withdrawn or not.</summary>
    public int LatestIncident { get; private init; }

    /// <summary>What was handed in, or null before.</summary>
    public SessionFinalised? Finalised { get; private init; }

    /// <summary>Every test is ended, judged and scored.</summary>
    public bool IsFinalisationCompleted { get; private init; }

    /// <summary>The jury officer in charge, or null.</summary>
    public MemberId? Officer { get; private init; }

    /// <summary>How many deliberations were held.</summary>
    public int Deliberations { get; private init; }

    /// <summary>Who was deliberated together with others, as last decided.</summary>
    public ImmutableDictionary<CertificationId, DeliberatedCertification> Deliberated { get; private init; } =
        ImmutableDictionary<CertificationId, DeliberatedCertification>.Empty;

    /// <summary>The publication in force, or null.</summary>
    public ResultsPublished? Published { get; private init; }

    /// <summary>The ordinal of the latest publication, taken back or not; 0 before the first.</summary>
    public int LatestPublication { get; private init; }

    /// <summary>The latest publication that was announced; 0 before the first.</summary>
    public int LatestAnnouncement { get; private init; }

    /// <summary>When results were published for the first time, or null.</summary>
    public DateTimeOffset? FirstPublishedAt { get; private init; }

    /// <summary>Where it stands in its life (Rule 11.3).</summary>
    public SessionStatus Status => IsCancelled
        ? SessionStatus.Cancelled
        : SessionStatuses.Of(Published is not null, Officer is not null, Finalised is not null);

    /// <inheritdoc />
    public Session Evolve(SessionEvent happened) => happened switch
    {
        SessionOpened opened => this with { Opened = opened, Details = opened.Details, Texts = opened.Texts, Edition = 1 },
        SessionEdited edited => this with { Details = edited.Details, Texts = edited.Texts, Edition = Edition + 1 },
        SessionCancelled => this with { IsCancelled = true },
        SupervisorAdmitted admitted => this with { Supervisors = Supervisors.Add(admitted.Supervisor) },
        CandidateEnrolled enrolled => this with
        {
            Candidates = Candidates.Add(new Candidate(enrolled)),
            Persons = Persons.SetItem(enrolled.Candidate, enrolled.Person),
        },
        CandidateErased erased => this with { Erased = Erased.Add(erased.Candidate) },
        CandidateCorrected corrected => Change(corrected.Candidate, candidate => candidate with { Identity = corrected.Identity }),
        CandidateWithdrawn withdrawn => this with { Candidates = Candidates.RemoveAll(candidate => candidate.Id == withdrawn.Candidate) },
        CandidateSignedIn signed => Change(signed.Candidate, candidate => candidate with { SignedIn = signed }),
        CandidateLinked linked => Change(linked.Candidate, candidate => candidate with { Learner = linked.Learner }),
        CandidateAuthorised authorised => Change(authorised.Candidate, candidate => candidate with { IsAuthorised = true }),
        CandidateStarted started => Change(started.Candidate, candidate => candidate with
        {
            Certification = started.Certification,
            IsAuthorised = false,
            Attempts = candidate.Attempts + 1,
        }),
        IncidentReported reported => this with { Incidents = Incidents.SetItem(reported.Incident, reported), LatestIncident = reported.Incident },
        IncidentWithdrawn withdrawn => this with { Incidents = Incidents.Remove(withdrawn.Incident) },
        SessionFinalised finalised => this with { Finalised = finalised },
        FinalisationCompleted => this with { IsFinalisationCompleted = true },
        JuryOfficerAssigned assigned => this with { Officer = assigned.Officer },
        DeliberationHeld held => this with
        {
            Deliberations = held.Deliberation,
            Deliberated = Deliberated.SetItems(held.Certifications.Select(one => KeyValuePair.Create(one.Certification, one))),
        },
        ResultsPublished published => this with
        {
            Published = published,
            LatestPublication = published.Publication,
            FirstPublishedAt = FirstPublishedAt is { } first ? first : published.At,
        },
        PublicationAnnounced announced => this with { LatestAnnouncement = announced.Publication },
        ResultsUnpublished => this with { Published = null },
        _ => this,
    };

    /// <summary>A candidate, or null.</summary>
    public Candidate? Find(CandidateId candidate) => Candidates.Find(one => one.Id == candidate);

    /// <summary>The candidate whose test this is, or null.</summary>
    public Candidate? Find(CertificationId certification) => Candidates.Find(one => one.Certification == certification);

    private Session Change(CandidateId id, Func<Candidate, Candidate> change) =>
        Candidates.FindIndex(one => one.Id == id) is var index and >= 0
            ? this with { Candidates = Candidates.SetItem(index, change(Candidates[index])) }
            : this;
}
