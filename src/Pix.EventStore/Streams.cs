using Pix.Domain;

namespace Pix.EventStore;

/// <summary>Which stream holds what.</summary>
public static class Streams
{
    private const string LearnerPrefix = "learner-";

    // A stream of ours that is missing here is refused when it is written: an engine that holds other applications' events would never
    // show it to a projection.
    private static readonly string[] Families =
        [LearnerPrefix, "pupil-", "campaign-", "organisation-", "session-", "certification-", "claim-", "log-"];

    /// <summary>What is known of the log itself: its first event is there.</summary>
    public static StreamName Log { get; } = new("log");

    /// <summary>The learning content.</summary>
    public static StreamName Referential { get; } = new("referential");

    /// <summary>What the names of our streams begin with: on an engine that others write to as well, the rest is not ours.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = [.. Families, Log.Value, Referential.Value];

    /// <summary>Whether the log that everything is folded from holds this stream.</summary>
    public static bool IsOurs(StreamName stream)
    {
        foreach (var family in Families)
        {
            if (stream.Value.StartsWith(family, StringComparison.Ordinal)) return true;
        }

        return stream == Log || stream == Referential;
    }

    /// <summary>One account.</summary>
    public static StreamName Learner(LearnerId learner) => new(LearnerPrefix + learner);

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
