using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Pix.Api;

/// <summary>Texts and days as pages write them.</summary>
internal static class HtmlText
{
    // Accents stay as they are: the pages are UTF-8.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A text that says nothing but itself; a missing one is empty.</summary>
    public static string Encoded(string? text) => text is null ? string.Empty : Encoder.Encode(text);

    /// <summary>A day, such as <c>19/05/2026</c>.</summary>
    public static string French(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>An hour of the day, such as <c>09:30</c>.</summary>
    public static string Hour(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
