using System.Globalization;

namespace Pix.Domain;

/// <summary>The identifier of a pupil who has no e-mail: <c>prenom.nom2306</c>, 23 the day and 06 the month of birth (Rule 10.10).</summary>
public static class Username
{
    private const int Endings = 10_000;

    /// <summary>
    /// Usernames to try until one is free: the birthday's first, then every other four digits once, in an order that
    /// <paramref name="draw"/> makes (it gives a number from 0 to below its argument).
    /// </summary>
    public static IEnumerable<string> Candidates(PersonName name, DateOnly birth, Func<int, int> draw)
    {
        var names = $"{Treated(name.First)}.{Treated(name.Last)}";
        var birthday = (birth.Day * 100) + birth.Month;
        return OthersShuffled(birthday, draw)
            .Prepend(birthday)
            .Select(digits => string.Create(CultureInfo.InvariantCulture, $"{names}{digits:0000}"));
    }

    private static string Treated(string name) => Treatments.Apply(name, Treatment.T1 | Treatment.T2);

    // Drawn without putting back, one at a time: a crowded name still ends, and the usual case draws once.
    private static IEnumerable<int> OthersShuffled(int taken, Func<int, int> draw)
    {
        int[] others = [.. Enumerable.Range(0, Endings).Where(digits => digits != taken)];
        for (var left = others.Length; left > 0; left--)
        {
            var drawn = draw(left);
            yield return others[drawn];
            others[drawn] = others[left - 1];
        }
    }
}
