using System.Globalization;

namespace Pix.Domain;

/// <summary>The text of an id that is made of a learner's and of an ordinal in their stream, so that the stream is known without a read model.</summary>
internal static class LearnerOrdinal
{
    public static string Write(LearnerId learner, int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{learner.Value:N}-{ordinal}");

    public static bool TryParse(string? text, out LearnerId learner, out int ordinal)
    {
        (learner, ordinal) = (default, 0);
        if (text is not { Length: > 33 } || text[32] != '-') return false;
        if (!Guid.TryParseExact(text.AsSpan(0, 32), "N", out var id)) return false;
        if (!int.TryParse(text.AsSpan(33), NumberStyles.None, CultureInfo.InvariantCulture, out ordinal) || ordinal < 1) return false;
        learner = new LearnerId(id);
        return string.Equals(Write(learner, ordinal), text, StringComparison.OrdinalIgnoreCase);
    }
}
