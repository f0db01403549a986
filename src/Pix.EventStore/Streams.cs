using System.Globalization;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>Which stream holds what.</summary>
public static class Streams
{
    private const string LearnerPrefix = "learner-";
    private const string SessionPrefix = "session-";
    private const string CertificationPrefix = "certification-";
    private const string DossierPrefix = "dossier-";

    /// <summary>What is known of the log itself: its first event is there.</summary>
    public static StreamName Log { get; } = new("log");

    /// <summary>The learning content.</summary>
    public static StreamName Referential { get; } = new("referential");

    /// <summary>One account.</summary>
    public static StreamName Learner(LearnerId learner) => new(LearnerPrefix + learner);

    /// <summary>One certification session.</summary>
    public static StreamName Session(SessionId session) => new(SessionPrefix + session);

    /// <summary>The test of one candidate in one session.</summary>
    public static StreamName Certification(CertificationId certification) => new(CertificationPrefix + certification);

    /// <summary>Who read the dossier of a certification.</summary>
    public static StreamName Dossier(CertificationId certification) => new(DossierPrefix + certification);

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

    /// <summary>Whose stream it is, when it is a learner's.</summary>
    public static bool IsLearner(StreamName stream, out LearnerId learner)
    {
        learner = default;
        if (!stream.Value.StartsWith(LearnerPrefix, StringComparison.Ordinal)) return false;
        if (!Guid.TryParseExact(stream.Value.AsSpan(LearnerPrefix.Length), "D", out var id)) return false;
        learner = new LearnerId(id);
        return true;
    }
}
