using System.Globalization;

namespace Pix.Domain;

/// <summary>The answer to a QCU or a QCM: the numbers of the choices, from 1, between commas (Rule 2.4).</summary>
internal static class ChoiceList
{
    /// <summary>The numbers as given, order and repetitions kept; null when anything else stands among them. Spaces do not count.</summary>
    public static IReadOnlyList<int>? Read(string value)
    {
        var numbers = new List<int>();
        foreach (var part in Treatments.Prepare(value).Split(',', StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            numbers.Add(number);
        }

        return numbers;
    }
}
