using Pix.Domain;

namespace Pix.EventStore;

/// <summary>Which stream holds what.</summary>
public static class Streams
{
    private const string LearnerPrefix = "learner-";
    private const string CampaignPrefix = "campaign-";
    private const string OrganisationPrefix = "organisation-";
    private const string PupilPrefix = "pupil-";
    private const string ImportPrefix = "import-";

    /// <summary>What is known of the log itself: its first event is there.</summary>
    public static StreamName Log { get; } = new("log");

    /// <summary>The learning content.</summary>
    public static StreamName Referential { get; } = new("referential");

    /// <summary>The target profiles.</summary>
    public static StreamName TargetProfiles { get; } = new("targetprofiles");

    /// <summary>One campaign.</summary>
    public static StreamName Campaign(CampaignId campaign) => new(CampaignPrefix + campaign);

    /// <summary>Whose a campaign's code is.</summary>
    public static StreamName ClaimOf(CampaignCode code) => Claim("campaign-code", code.Value);

    /// <summary>Something that only one may have: what it is must be a code or an HMAC, for names of streams are never forgotten.</summary>
    public static StreamName Claim(string kind, string what) => new($"claim-{kind}-{what}");

    /// <summary>Which campaign's stream it is, when it is one's.</summary>
    public static bool IsCampaign(StreamName stream, out CampaignId campaign)
    {
        var found = HasId(stream, CampaignPrefix, out var id);
        campaign = new CampaignId(id);
        return found;
    }

    /// <summary>One account.</summary>
    public static StreamName Learner(LearnerId learner) => new(LearnerPrefix + learner);

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
