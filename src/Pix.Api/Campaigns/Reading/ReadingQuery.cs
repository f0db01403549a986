using System.Globalization;
using Pix.Domain;

namespace Pix.Api;

/// <summary>The parameters of the reading pages.</summary>
internal static class ReadingQuery
{
    /// <summary>A parameter, or null when it is not given.</summary>
    public static string? Text(HttpContext http, string name) =>
        http.Request.Query.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.ToString().Trim() : null;

    /// <summary>One of some words, or what stands for it when it is not given.</summary>
    public static T OneOf<T>(HttpContext http, string name, IReadOnlyDictionary<string, T> words, T byDefault) =>
        Text(http, name) is not { } word ? byDefault : words.TryGetValue(word, out var value) ? value : throw new RefusedException(NotOneOf(name, words.Keys));

    /// <summary>An id, or null when it is not given.</summary>
    public static Guid? Id(HttpContext http, string name) =>
        Text(http, name) is not { } text ? null : Guid.TryParse(text, out var id) ? id : throw new RefusedException(Malformed(name, "un identifiant (UUID)"));

    /// <summary>A day, or null when it is not given.</summary>
    public static DateOnly? Day(HttpContext http, string name) =>
        Text(http, name) is not { } text
            ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw new RefusedException(Malformed(name, "un jour, comme 2026-01-31"));

    /// <summary>A parameter that is required.</summary>
    public static T Required<T>(string name, T? value)
        where T : struct =>
        value ?? throw new RefusedException(Missing(name));

    /// <summary>A text that is required.</summary>
    public static string RequiredText(HttpContext http, string name) => Text(http, name) ?? throw new RefusedException(Missing(name));

    private static Refusal Missing(string name) =>
        new Refusal(RefusalKind.Invalid, "parameter_missing", $"Le paramètre {name} manque.").With("parameter", name);

    private static Refusal NotOneOf(string name, IEnumerable<string> words) =>
        new Refusal(RefusalKind.Invalid, "parameter_malformed", $"Le paramètre {name} est à choisir parmi : {string.Join(", ", words)}.").With("parameter", name);

    private static Refusal Malformed(string name, string expected) =>
        new Refusal(RefusalKind.Invalid, "parameter_malformed", $"Le paramètre {name} doit être {expected}.").With("parameter", name);
}
