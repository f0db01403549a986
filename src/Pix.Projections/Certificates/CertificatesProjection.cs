using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// Read model <c>certificates</c>: every certification test with the scoring that is published of it, and the sessions that they were taken in. It
/// depends on no release and on no setting: a certificate says what was scored and published, whatever came since. Identities and comments are
/// in clear, and go with an erasure.
/// </summary>
public sealed class CertificatesProjection : IProjection
{
    internal const string ProjectionName = "certificates";
    private const int CurrentVersion = 1;
    private const int RowsInMemory = 4096;

    private readonly PersonalReader _personal;
    private readonly int _rowsInMemory;
    private readonly List<(PersonId Person, LearnerId? Learner)> _erased = [];
    private StateTable<CertificationId, CertificateRow> _certificates;
    private StateTable<CandidateId, CandidateRow> _candidates;
    private readonly StateTable<SessionId, SessionRow> _sessions;
    private readonly StateTable<OrganisationId, CentreRow> _centres;
    private ReadModelTables? _tables;

    /// <summary>Identities and comments are opened with this reader.</summary>
    public CertificatesProjection(PersonalReader personal)
        : this(personal, RowsInMemory)
    {
    }

    internal CertificatesProjection(PersonalReader personal, int rowsInMemory)
    {
        (_personal, _rowsInMemory) = (personal, rowsInMemory);
        (_certificates, _candidates) = NobodyInMemory();
        _sessions = new(rowsInMemory, By<SessionId>((one, other) => one.Value.CompareTo(other.Value)), id => CertificateTables.Find(id, _tables!));
        _centres = new(rowsInMemory, By<OrganisationId>((one, other) => one.Value.CompareTo(other.Value)), id => CertificateTables.Find(id, _tables!));
    }

    /// <inheritdoc />
    public string Name => ProjectionName;

    /// <inheritdoc />
    public int Version => CurrentVersion;

    /// <inheritdoc />
    public string Schema => CertificateTables.Schema;

    /// <inheritdoc />
    public string Indexes => CertificateTables.Indexes;

    /// <inheritdoc />
    public IReadOnlySet<Type> Handles { get; } = new HashSet<Type>
    {
        typeof(OrganisationRegistered),
        typeof(SessionOpened), typeof(SessionEdited), typeof(SessionCancelled), typeof(CandidateEnrolled), typeof(CandidateCorrected), typeof(CandidateWithdrawn),
        typeof(SessionFinalised), typeof(FinalisationCompleted), typeof(JuryOfficerAssigned), typeof(ResultsPublished), typeof(ResultsUnpublished),
        typeof(CertificationStarted), typeof(CertificationScored), typeof(IdentityCorrected), typeof(JuryDecisionRecorded), typeof(CertificateRevoked),
        typeof(PersonErased), typeof(PupilErased), typeof(CandidateErased),
    };

    /// <inheritdoc />
    public bool HoldsPersonalData => true;

    /// <inheritdoc />
    public bool MustFlush => _erased.Count > 0 || _certificates.MustFlush || _candidates.MustFlush || _sessions.MustFlush || _centres.MustFlush;

    /// <summary>Its definition: identities and comments are opened with this reader.</summary>
    public static ProjectionDefinition Definition(PersonalReader personal) =>
        new(ProjectionName, CurrentVersion, DependsOnReferential: false, _ => new CertificatesProjection(personal));

    /// <inheritdoc />
    public void Open(ReadModelTables tables) => _tables = tables;

    /// <inheritdoc />
    public void Apply(RecordedEvent recorded)
    {
        switch (recorded.Event)
        {
            case IErasure erasure:
                _erased.Add((erasure.Person, Streams.IsLearner(recorded.Stream, out var learner) ? learner : null));
                break;
            case OrganisationRegistered registered when Streams.IsOrganisation(recorded.Stream, out var organisation):
                _centres.Set(organisation, new CentreRow(registered.Name));
                break;
            case CertificationStarted started:
                Start(started);
                break;
            case CertificationEvent happened when Streams.IsCertification(recorded.Stream, out var certification):
                Change(certification, row => After(row, happened, recorded.Revision.Value));
                break;
            case SessionEvent happened when Streams.IsSession(recorded.Stream, out var session):
                Apply(session, happened);
                break;
        }
    }

    /// <inheritdoc />
    public void Flush(ReadModelTransaction transaction)
    {
        _centres.WriteChanged((id, row) => CertificateTables.Write(id, row, transaction));
        _sessions.WriteChanged((id, row) => CertificateTables.Write(id, row, transaction));
        _candidates.WriteChanged((id, row) => CertificateTables.Write(id, row, transaction));
        _certificates.WriteChanged((id, row) => CertificateTables.Write(id, row, transaction));
        foreach (var (person, learner) in _erased)
        {
            Run(CertificateTables.ForgetPerson, person.ToString(), transaction);
            if (learner is { } account) Run(CertificateTables.ForgetLearner, account.ToString(), transaction);
        }

        // What is in memory is from before.
        if (_erased.Count > 0) (_certificates, _candidates) = NobodyInMemory();
        _erased.Clear();
    }

    /// <inheritdoc />
    public void Forget(PersonId person, ReadModelTransaction transaction)
    {
        (_certificates, _candidates) = NobodyInMemory();
        Run(CertificateTables.ForgetPerson, person.ToString(), transaction);
    }

    private static void Run(IEnumerable<string> statements, string id, ReadModelTransaction transaction)
    {
        foreach (var statement in statements.Select(transaction.Statement))
        {
            statement.Bind(1, id);
            statement.Execute();
        }
    }

    private void Start(CertificationStarted started)
    {
        if (_sessions.Find(started.Session) is not { } session || _centres.Find(session.Centre) is not { } centre) return;
        var (identity, isErased) = _personal.Open(started.Identity);
        var state = new CertificateState(centre.Name, started.Referential.Value, started.At);
        _certificates.Set(
            started.Certification,
            new CertificateRow(started.Session, started.Candidate, started.Learner, started.Person, started.VerificationCode, state)
            {
                Identity = identity,
                IsErased = isErased,
            });
    }

    private CertificateRow After(CertificateRow row, CertificationEvent happened, long revision) => happened switch
    {
        CertificationScored scored => row with { State = row.State with { Scorings = row.State.Scorings.Add(ScoredResult.Of(revision, scored)) } },
        IdentityCorrected corrected => row with { Identity = row.IsErased ? null : _personal.Open(corrected.Identity).Value },
        CertificateRevoked => row with { State = row.State with { IsRevoked = true } },
        JuryDecisionRecorded decision => (row.IsErased ? row : Commented(row, decision)) with { State = Decided(row.State, decision.Verdict) },
        _ => row,
    };

    // A decision without a comment leaves the one before.
    private CertificateRow Commented(CertificateRow row, JuryDecisionRecorded decision) => row with
    {
        CommentForCandidate = decision.CommentForCandidate is { } forCandidate ? _personal.Open(forCandidate).Value : row.CommentForCandidate,
        CommentForOrganisation = decision.CommentForOrganisation is { } forOrganisation ? _personal.Open(forOrganisation).Value : row.CommentForOrganisation,
    };

    private static CertificateState Decided(CertificateState state, JuryVerdict verdict) => verdict switch
    {
        JuryVerdict.RejectedForFraud => state with { IsFraud = true },
        JuryVerdict.FraudRejectionLifted => state with { IsFraud = false },
        JuryVerdict.Cancelled => state with { IsCancelledByJury = true },
        JuryVerdict.CancellationLifted => state with { IsCancelledByJury = false },
        JuryVerdict.RevocationLifted => state with { IsRevoked = false },
        _ => state,
    };

    private void Apply(SessionId session, SessionEvent happened)
    {
        switch (happened)
        {
            case SessionOpened opened:
                _sessions.Set(session, new SessionRow(opened.Centre, StateOf(opened.Details)));
                break;
            case CandidateEnrolled enrolled:
                _candidates.Set(enrolled.Candidate, new CandidateRow(session, enrolled.Person, enrolled.Pupil, SheetOf(enrolled.Identity)));
                break;
            case CandidateCorrected corrected when _candidates.Find(corrected.Candidate) is { } candidate:
                _candidates.Set(corrected.Candidate, candidate with { Sheet = SheetOf(corrected.Identity) });
                break;
            case CandidateWithdrawn withdrawn when _candidates.Find(withdrawn.Candidate) is { } candidate:
                _candidates.Set(withdrawn.Candidate, candidate with { IsWithdrawn = true });
                break;
            default:
                if (_sessions.Find(session) is { } row) _sessions.Set(session, row with { State = After(row.State, happened) });
                break;
        }
    }

    private SessionState After(SessionState session, SessionEvent happened)
    {
        switch (happened)
        {
            case SessionEdited edited:
                return session with { Address = edited.Details.Address, Room = edited.Details.Room, Date = edited.Details.Date, Time = edited.Details.Time };
            case SessionCancelled:
                return session with { IsCancelled = true };
            case SessionFinalised:
                return session with { IsFinalised = true };
            case FinalisationCompleted:
                return session with { IsFinalisationCompleted = true };
            case JuryOfficerAssigned assigned:
                return session with { Officer = assigned.Officer.Value };
            case ResultsPublished published:
                foreach (var result in published.Results)
                    Change(result.Certification, row => row with { State = row.State.Publish(result.Revision, published.At) });
                return session with { PublishedAt = published.At, Published = [.. published.Results.Select(result => result.Certification.Value)] };
            case ResultsUnpublished:
                foreach (var certification in session.Published)
                    Change(new CertificationId(certification), row => row with { State = row.State with { Published = null } });
                return session with { PublishedAt = null, Published = [] };
            default:
                return session;
        }
    }

    private void Change(CertificationId certification, Func<CertificateRow, CertificateRow> change)
    {
        if (_certificates.Find(certification) is { } row) _certificates.Set(certification, change(row));
    }

    private CandidateSheet? SheetOf(Personal<CandidateIdentity> identity) =>
        _personal.Open(identity).Value is { } known ? new CandidateSheet(known.ExternalId, known.Division) : null;

    private static SessionState StateOf(SessionDetails details) => new(details.Address, details.Room, details.Date, details.Time);

    private (StateTable<CertificationId, CertificateRow> Certificates, StateTable<CandidateId, CandidateRow> Candidates) NobodyInMemory() => (
        new(_rowsInMemory, By<CertificationId>((one, other) => one.Value.CompareTo(other.Value)), id => CertificateTables.Find(id, _tables!)),
        new(_rowsInMemory, By<CandidateId>((one, other) => one.Value.CompareTo(other.Value)), id => CertificateTables.Find(id, _tables!)));

    private static Comparer<T> By<T>(Comparison<T> order) => Comparer<T>.Create(order);
}
