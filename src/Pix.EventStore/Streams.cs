using System.Globalization;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>Which stream holds what.</summary>
public static class Streams
{
    private const string LearnerPrefix = "learner-";
    private const string SessionPrefix = "session-";
    private const string CertificationPrefix = "certification-";
    private const string CampaignPrefix = "campaign-";
    private const string OrganisationPrefix = "organisation-";
    private const string PupilPrefix = "pupil-";
    private const string ImportPrefix = "import-";
    private const string DossierPrefix = "dossier-";
    private const string ExportsPrefix = "exports-";
    private const string ErasurePrefix = "erasure-";
    private const string ClaimPrefix = "claim-";
    private const string EpochPrefix = "log-";

    // A stream of ours that is missing here is refused when it is written: an engine that holds other applications' events would never
    // show it to a projection.
    private static readonly string[] Families =
        [
            LearnerPrefix, SessionPrefix, CertificationPrefix, CampaignPrefix, OrganisationPrefix, PupilPrefix, ImportPrefix, DossierPrefix, ExportsPrefix,
            ErasurePrefix, ClaimPrefix, EpochPrefix,
        ];

    /// <summary>What is known of the log itself: its first event is there.</summary>
    public static StreamName Log { get; } = new("log");

    /// <summary>How an epoch of the log after its first one began.</summary>
    public static StreamName Epoch(int epoch) => new(string.Create(CultureInfo.InvariantCulture, $"{EpochPrefix}{epoch}"));

    /// <summary>The learning content.</summary>
    public static StreamName Referential { get; } = new("referential");

    /// <summary>The target profiles.</summary>
    public static StreamName TargetProfiles { get; } = new("targetprofiles");

    private static StreamName[] Alone { get; } = [Log, Referential, TargetProfiles];

    /// <summary>One campaign.</summary>
    public static StreamName Campaign(CampaignId campaign) => new(CampaignPrefix + campaign);

    /// <summary>Who took names and results out of a campaign.</summary>
    public static StreamName ExportsOf(CampaignId campaign) => new(ExportsPrefix + campaign);

    /// <summary>Whose a campaign's code is.</summary>
    public static StreamName ClaimOf(CampaignCode code) => Claim("campaign-code", code.Value);

    /// <summary>Something that only one may have: what it is must be a code or an HMAC, for names of streams are never forgotten.</summary>
    public static StreamName Claim(string kind, string what) => new($"{ClaimPrefix}{kind}-{what}");

    /// <summary>Which campaign's stream it is, when it is one's.</summary>
    public static bool IsCampaign(StreamName stream, out CampaignId campaign)
    {
        var found = HasId(stream, CampaignPrefix, out var id);
        campaign = new CampaignId(id);
        return found;
    }

    /// <summary>What the names of our streams begin with: on an engine that others write to as well, the rest is not ours.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = [.. Families, .. Alone.Select(stream => stream.Value)];

    /// <summary>Whether the log that everything is folded from holds this stream.</summary>
    public static bool IsOurs(StreamName stream)
    {
        foreach (var family in Families)
        {
            if (stream.Value.StartsWith(family, StringComparison.Ordinal)) return true;
        }

        return Alone.Contains(stream);
    }

    /// <summary>Whether a stream is called as ours are to the end, ids included: others' names may begin as ours do.</summary>
    public static bool IsExactlyOurs(StreamName stream)
    {
        foreach (var family in Families)
        {
            if (!stream.Value.StartsWith(family, StringComparison.Ordinal)) continue;
            var id = stream.Value.AsSpan(family.Length);
            return family switch
            {
                ClaimPrefix => id.Contains('-'),
                SessionPrefix or EpochPrefix => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _),
                _ => Guid.TryParseExact(id, "D", out _),
            };
        }

        return Alone.Contains(stream);
    }

    /// <summary>One account.</summary>
    public static StreamName Learner(LearnerId learner) => new(LearnerPrefix + learner);

    /// <summary>One certification session.</summary>
    public static StreamName Session(SessionId session) => new(SessionPrefix + session);

    /// <summary>The test of one candidate in one session.</summary>
    public static StreamName Certification(CertificationId certification) => new(CertificationPrefix + certification);

    /// <summary>Who read the dossier of a certification.</summary>
    public static StreamName Dossier(CertificationId certification) => new(DossierPrefix + certification);

    /// <summary>A wish to be forgotten that waits.</summary>
    public static StreamName Erasure(PersonId person) => new(ErasurePrefix + person);

    /// <summary>Who waits to be forgotten, when it is such a wish's stream.</summary>
    public static bool IsErasure(StreamName stream, out PersonId person)
    {
        var found = HasId(stream, ErasurePrefix, out var id);
        person = new PersonId(id);
        return found;
    }

    /// <summary>Whose the verification code of a certificate is.</summary>
    public static StreamName ClaimOfVerification(string code) => Claim("certificate", code);

    /// <summary>The test of this candidate in this session: the same from everywhere, so that a double start meets itself.</summary>
    public static CertificationId CertificationOf(SessionId session, CandidateId candidate) =>
        new(NameBasedGuid.Of("certification", session.ToString(), candidate.ToString()));

    /// <summary>Whether it is a session's stream, and which one's.</summary>
    public static bool IsSession(StreamName stream, out SessionId session)
    {
        session = default;
        if (!stream.Value.StartsWith(SessionPrefix, StringComparison.Ordinal)) return false;
        if (!int.TryParse(stream.Value.AsSpan(SessionPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        session = new SessionId(number);
        return true;
    }

    /// <summary>Whether it is the stream of a candidate's test, and which one's.</summary>
    public static bool IsCertification(StreamName stream, out CertificationId certification)
    {
        var found = HasId(stream, CertificationPrefix, out var id);
        certification = new CertificationId(id);
        return found;
    }

    /// <summary>One school or certification centre.</summary>
    public static StreamName Organisation(OrganisationId organisation) => new(OrganisationPrefix + organisation);

    /// <summary>Whose stream it is, when it is a learner's.</summary>
    public static bool IsLearner(StreamName stream, out LearnerId learner)
    {
        var found = HasId(stream, LearnerPrefix, out var id);
        learner = new LearnerId(id);
        return found;
    }

    /// <summary>Whose stream it is, when it is an organisation's.</summary>
    public static bool IsOrganisation(StreamName stream, out OrganisationId organisation)
    {
        var found = HasId(stream, OrganisationPrefix, out var id);
        organisation = new OrganisationId(id);
        return found;
    }

    /// <summary>One pupil of a school.</summary>
    public static StreamName Pupil(PupilId pupil) => new(PupilPrefix + pupil);

    /// <summary>The list of one import of pupils.</summary>
    public static StreamName Import(ImportId import) => new(ImportPrefix + import);

    /// <summary>Whose stream it is, when it is a pupil's.</summary>
    public static bool IsPupil(StreamName stream, out PupilId pupil)
    {
        var found = HasId(stream, PupilPrefix, out var id);
        pupil = new PupilId(id);
        return found;
    }

    private static bool HasId(StreamName stream, string prefix, out Guid id)
    {
        id = default;
        return stream.Value.StartsWith(prefix, StringComparison.Ordinal) && Guid.TryParseExact(stream.Value.AsSpan(prefix.Length), "D", out id);
    }
}
