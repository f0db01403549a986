namespace Pix.Domain;

/// <summary>How far an answer is from a reference, in letters added, removed or replaced (Rule 2.3).</summary>
public static class Levenshtein
{
    /// <summary>The least number of letters to add, remove or replace.</summary>
    public static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var replaced = from[i] == to[j] ? diagonal : diagonal + 1;
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], diagonal) + 1);
            }
        }

        return row[^1];
    }

    /// <summary>The distance for each letter of the <b>answer</b>; null when the answer is empty (Rules 2.3, D28).</summary>
    public static decimal? Ratio(string answer, string reference) =>
        answer.Length == 0 ? null : (decimal)Distance(answer, reference) / answer.Length;

    /// <summary>The distance to the nearest reference; null when there is none.</summary>
    public static int? SmallestDistance(string answer, IEnumerable<string> references) =>
        references.Min(reference => (int?)Distance(answer, reference));

    /// <summary>The ratio to the nearest reference; null when there is none, or when the answer is empty (Rules 2.3, D28).</summary>
    public static decimal? SmallestRatio(string answer, IEnumerable<string> references) =>
        references.Min(reference => Ratio(answer, reference));

    /// <summary>Whether at least one reference is within this ratio; never for an empty answer (Rules 2.3, D28).</summary>
    public static bool IsClose(string answer, IEnumerable<string> references, decimal maximumRatio)
    {
        // A distance is at least the difference of the lengths: most references need no more than that to be ruled out.
        var furthest = maximumRatio * answer.Length;
        return references.Any(reference =>
            Math.Abs(answer.Length - reference.Length) <= furthest && Ratio(answer, reference) <= maximumRatio);
    }
}
