using System.Globalization;

namespace Pix.Domain;

/// <summary>Something wrong with one field of what somebody wrote: a stable code, and a sentence that they can act on.</summary>
public sealed record Fault(string Field, string Code, string Sentence);

/// <summary>A session as somebody wrote it down: date <c>YYYY-MM-DD</c>, time <c>HH:MM</c>; all but the description are required (Rule 11.2).</summary>
public sealed record SessionForm(string? Address, string? Room, string? Date, string? Time, string? Examiners, string? Description)
{
    private const int Longest = 255;
    private const int LongestDescription = 2000;

    /// <summary>Everything that is wrong with it, in the order of the fields.</summary>
    public IReadOnlyList<Fault> Faults() =>
    [
        .. Required(Address, "address", "l’adresse"),
        .. Required(Room, "room", "la salle"),
        .. Required(Date, "date", "la date"),
        .. Fits(Date, "date", ReadDate(Date) is not null, "La date de la session s’écrit AAAA-MM-JJ, par exemple 2026-05-19."),
        .. Required(Time, "time", "l’heure"),
        .. Fits(Time, "time", ReadTime(Time) is not null, "L’heure de la session s’écrit HH:MM, par exemple 14:30."),
        .. Required(Examiners, "examiner", "le nom d’au moins un surveillant"),
        .. TooLong(Description, "description", LongestDescription),
    ];

    /// <summary>Where and when; to be asked of a form without faults.</summary>
    public SessionDetails Details => new(Address!.Trim(), Room!.Trim(), ReadDate(Date)!.Value, ReadTime(Time)!.Value);

    /// <summary>Who supervises and what is said; to be asked of a form without faults.</summary>
    public SessionTexts Texts => new(Examiners!.Trim(), string.IsNullOrWhiteSpace(Description) ? null : Description.Trim());

    private static IEnumerable<Fault> Required(string? value, string field, string what) => string.IsNullOrWhiteSpace(value)
        ? [new Fault(field, $"session_{field}_required", $"Indiquez {what} de la session.")]
        : TooLong(value, field, Longest);

    private static IEnumerable<Fault> TooLong(string? value, string field, int longest) => value?.Length > longest
        ? [new Fault(field, $"session_{field}_too_long", $"Ce champ a plus de {longest} caractères.")]
        : [];

    private static IEnumerable<Fault> Fits(string? value, string field, bool fits, string sentence) => fits || string.IsNullOrWhiteSpace(value)
        ? []
        : [new Fault(field, $"session_{field}_not_valid", sentence)];

    private static DateOnly? ReadDate(string? date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;

    private static TimeOnly? ReadTime(string? time) =>
        TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
}
