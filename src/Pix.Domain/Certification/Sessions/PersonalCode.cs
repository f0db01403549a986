namespace Pix.Domain;

/// <summary>
/// A candidate's personal code, from their slip (Rule D13): 6 safe characters that say the session, then 4 that were drawn. Nothing need be
/// looked up to know which session it opens, and no two sessions share one.
/// </summary>
public static class PersonalCode
{
    private const int SessionCharacters = 6;
    private const int DrawnCharacters = 4;
    private static readonly CodePattern Whole = new("", (Codes.SafeCharacters, SessionCharacters + DrawnCharacters));
    private static readonly CodePattern Drawn = new("", (Codes.SafeCharacters, DrawnCharacters));

    /// <summary>Codes for a candidate of this session, to try until one is free; <paramref name="draw"/> gives a number below its argument.</summary>
    public static IEnumerable<string> Draws(SessionId session, Func<int, int> draw)
    {
        var prefix = Written(session);
        return Drawn.Draws(draw).Select(drawn => prefix + drawn);
    }

    /// <summary>The code that somebody typed and the session that it opens, or null when it is none. Hyphens and spaces do not count.</summary>
    public static (SessionId Session, string Code)? Read(string typed) =>
        Whole.Read(typed.Replace("-", string.Empty, StringComparison.Ordinal)) is { } code ? (SessionOf(code), code) : null;

    private static string Written(SessionId session)
    {
        Span<char> written = stackalloc char[SessionCharacters];
        var rest = session.Value;
        for (var index = written.Length - 1; index >= 0; index--)
        {
            written[index] = Codes.SafeCharacters[rest % Codes.SafeCharacters.Length];
            rest /= Codes.SafeCharacters.Length;
        }

        return new string(written);
    }

    private static SessionId SessionOf(string code) =>
        new(code[..SessionCharacters].Aggregate(0, (number, character) =>
            (number * Codes.SafeCharacters.Length) + Codes.SafeCharacters.IndexOf(character, StringComparison.Ordinal)));
}
