using System.Globalization;
using System.Text;

namespace Pix.Domain;

/// <summary>
/// The texts of several blanks in one, as YAML in which everything is text (Rule 2.9): <c>num1: abc</c>, a blank a line. Reading never
/// throws: what is outside the subset (a mapping of plain or quoted texts, or of lists of them, and comments) is an <see cref="Error"/>.
/// </summary>
public sealed record BlankMap
{
    /// <summary>The blanks in the order written; none when the text cannot be read.</summary>
    public IReadOnlyList<BlankEntry> Entries { get; private init; } = [];

    /// <summary>Why the text cannot be read, or null when it can.</summary>
    public BlankMapError? Error { get; private init; }

    /// <summary>The blanks that hold one text each, by name: what an answer is made of.</summary>
    public IReadOnlyDictionary<string, string> Texts =>
        Entries.Where(entry => !entry.IsList).ToDictionary(entry => entry.Name, entry => entry.Texts[0]);

    /// <summary>Reads a map; an empty text is an empty map.</summary>
    public static BlankMap Read(string text) => new BlankMapReader(text).Read(out var entries) is { } error
        ? new BlankMap { Error = error }
        : new BlankMap { Entries = entries };

    /// <summary>The text that reads back as these blanks, whatever they contain.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> texts) =>
        string.Join('\n', texts.Select(text => $"{Quoted(text.Key)}: {Quoted(text.Value)}"));

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\') quoted.Append('\\').Append(character);
            else if (char.IsControl(character)) quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }
}

/// <summary>A blank and its text, or its list of texts.</summary>
public sealed record BlankEntry(string Name, IReadOnlyList<string> Texts, bool IsList);

/// <summary>Where a map stops being readable (line from 1), and why, as a French phrase without capital nor full stop.</summary>
public sealed record BlankMapError(int Line, string Reason);
