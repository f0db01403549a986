namespace Pix.Domain;

/// <summary>The comparison of a text with those that are accepted in its place, shared by every type of challenge that is typed.</summary>
internal static class AcceptedTexts
{
    /// <summary>A quarter of the answer's letters may be wrong (Rule 2.3).</summary>
    public const decimal ToleratedRatio = 0.25m;

    /// <summary>Whether the answer, already prepared, is one of these texts under these treatments (Rules 2.2, 2.3).</summary>
    public static bool Accept(this IReadOnlyList<string> accepted, string answer, Treatment enabled)
    {
        var treated = Treatments.Apply(answer, enabled);
        if (treated.Length == 0) return false; // Rule D28

        var references = accepted.Select(text => Treatments.Apply(text, enabled));
        return enabled.HasFlag(Treatment.T3)
            ? Levenshtein.IsClose(treated, references, ToleratedRatio)
            : references.Contains(treated);
    }
}
