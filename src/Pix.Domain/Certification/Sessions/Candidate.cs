namespace Pix.Domain;

/// <summary>Somebody enrolled in a session, as its stream says.</summary>
public sealed record Candidate(CandidateId Id, PersonId Person, Personal<CandidateIdentity> Identity, string PersonalCode, PupilId? Pupil)
{
    /// <summary>As enrolled.</summary>
    public Candidate(CandidateEnrolled enrolled)
        : this(enrolled.Candidate, enrolled.Person, enrolled.Identity, enrolled.PersonalCode, enrolled.Pupil)
    {
    }

    /// <summary>Present, and who checked the identity; null before.</summary>
    public CandidateSignedIn? SignedIn { get; init; }

    /// <summary>The account that joined as this candidate, or null.</summary>
    public LearnerId? Learner { get; init; }

    /// <summary>A supervisor lets them start or go on; consumed by doing so (Rule 11.8).</summary>
    public bool IsAuthorised { get; init; }

    /// <summary>Their test, once started.</summary>
    public CertificationId? Certification { get; init; }

    /// <summary>How often an authorisation was consumed, to start or to go on.</summary>
    public int Attempts { get; init; }

    /// <summary>A test was started.</summary>
    public bool HasStarted => Certification is not null;
}
