namespace Pix.Domain;

/// <summary>Compares the texts written in the blanks of a QROCM. A blank that is left out is wrong.</summary>
internal static class BlanksCheck
{
    /// <summary>Each blank has its own list; all must be right (Rule 2.6).</summary>
    public static Correction Independent(Challenge challenge, string value)
    {
        var written = BlankMap.Read(Treatments.Prepare(value)).Texts;
        var enabled = Treatments.EnabledBy(challenge);
        return Correction.OfAll([.. challenge.Blanks.Select(blank =>
            new BlankVerdict(blank.Name, written.TryGetValue(blank.Name, out var text) && blank.Accepted.Accept(text, enabled)))]);
    }

    /// <summary>
    /// The blanks may be filled in any order and a group serves once: each blank, in order, takes the first unused group that accepts it
    /// (Rule 2.7). A scoring grid, where there is one, grants part of the credit (Rules 2.8, D19).
    /// </summary>
    public static Correction Dependent(Challenge challenge, string value)
    {
        var written = BlankMap.Read(Treatments.Prepare(value)).Texts;
        var enabled = Treatments.EnabledBy(challenge);
        var unused = challenge.Blanks.ToList();
        var blanks = new List<BlankVerdict>();
        foreach (var name in challenge.BlankNames)
        {
            var group = written.TryGetValue(name, out var text) ? unused.FindIndex(group => group.Accepted.Accept(text, enabled)) : -1;
            if (group >= 0) unused.RemoveAt(group);
            blanks.Add(new BlankVerdict(name, IsRight: group >= 0));
        }

        var correction = Correction.OfAll(blanks) with { Missed = [.. unused.SelectMany(group => group.Accepted.Take(1))] };
        return challenge.ScoringGrid.Count == 0
            ? correction
            : correction with { Status = ByGrid(challenge.ScoringGrid, blanks.Count(blank => blank.IsRight)) };
    }

    private static AnswerStatus ByGrid(IReadOnlyList<int> grid, int right) =>
        right >= grid.Max() ? AnswerStatus.Ok
        : right >= grid.Min() ? AnswerStatus.Partially
        : AnswerStatus.Ko;
}
