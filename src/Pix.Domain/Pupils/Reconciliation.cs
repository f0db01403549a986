namespace Pix.Domain;

/// <summary>What is compared of a pupil: their given names and last names, as the school has them (Rule 10.8).</summary>
public sealed record NamedPupil(string? FirstName, string? MiddleName, string? ThirdName, string? LastName, string? PreferredLastName);

/// <summary>
/// Which pupil somebody is, by name, among those of their school who were born on their day (Rule 10.8): letter for letter first, then nearly,
/// by first, middle, then third name. Two who fit alike are nobody.
/// </summary>
public static class Reconciliation
{
    private const decimal NearlyTheSame = 0.25m;

    private static readonly Func<NamedPupil, string?>[] GivenNames =
        [pupil => pupil.FirstName, pupil => pupil.MiddleName, pupil => pupil.ThirdName];

    /// <summary>The place of the pupil among the candidates, or null.</summary>
    public static int? Match(PersonName typed, IReadOnlyList<NamedPupil> candidates)
    {
        var (first, last) = (Treated(typed.First), Treated(typed.Last));
        foreach (var ratio in (decimal[])[0, NearlyTheSame])
        {
            foreach (var givenName in GivenNames)
            {
                var fitting = candidates.Index()
                    .Where(candidate => IsClose(first, ratio, givenName(candidate.Item)))
                    .Where(candidate => IsClose(last, ratio, candidate.Item.LastName, candidate.Item.PreferredLastName))
                    .Select(candidate => candidate.Index)
                    .Take(2)
                    .ToList();
                if (fitting.Count == 1) return fitting[0];
            }
        }

        return null;
    }

    /// <summary>Whether these are the same person's names, nearly (Rule 10.8).</summary>
    public static bool IsSame(PersonName typed, NamedPupil pupil) => Match(typed, [pupil]) is not null;

    private static bool IsClose(string treated, decimal ratio, params IEnumerable<string?> names) =>
        Levenshtein.IsClose(treated, names.OfType<string>().Select(Treated), ratio);

    private static string Treated(string name) => Treatments.Apply(name, Treatment.T1 | Treatment.T2);
}
