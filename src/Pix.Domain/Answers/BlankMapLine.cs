using System.Globalization;
using System.Text;

namespace Pix.Domain;

/// <summary>One line of a <see cref="BlankMap"/>, read from left to right. What reads a text returns why it could not, or null.</summary>
internal sealed class BlankMapLine(string line)
{
    private const string FlowIndicators = ",[]{}";
    private const string ReservedStarts = FlowIndicators + "#&*!|>'\"%@`";
    private const string StartsBeforeSpace = "-?:";

    private int _at;

    /// <summary>Whether the line does not start at its margin.</summary>
    public bool IsIndented => line.Length > 0 && IsSpace(line[0]);

    /// <summary>Whether nothing is left but space and a comment.</summary>
    public bool IsOver
    {
        get
        {
            SkipSpace();
            return _at == line.Length || StartsComment(_at);
        }
    }

    /// <summary>Whether this character comes next.</summary>
    public bool IsAt(char character)
    {
        SkipSpace();
        return _at < line.Length && line[_at] == character;
    }

    /// <summary>Steps over this character if it comes next.</summary>
    public bool TryTake(char character)
    {
        if (!IsAt(character)) return false;
        _at++;
        return true;
    }

    /// <summary>Steps over the dash of a list's item.</summary>
    public bool TryTakeDash()
    {
        if (!IsAt('-') || !EndsAt(_at + 1)) return false;
        _at++;
        return true;
    }

    /// <summary>A name, a value or a list's item on its own line.</summary>
    public string? ReadText(out string text) => Read("", out text);

    /// <summary>An item between brackets.</summary>
    public string? ReadListText(out string text) => Read(FlowIndicators, out text);

    private string? Read(string ends, out string text)
    {
        text = "";
        if (IsOver) return null;
        return line[_at] switch
        {
            '"' => ReadDoubleQuoted(out text),
            '\'' => ReadSingleQuoted(out text),
            _ => ReadPlain(ends, out text),
        };
    }

    private string? ReadPlain(string ends, out string text)
    {
        text = "";
        var start = _at;
        if (ReservedStarts.Contains(line[start]) || (StartsBeforeSpace.Contains(line[start]) && EndsAt(start + 1)))
        {
            return $"un texte qui commence par « {line[start]} » s’écrit entre guillemets";
        }

        while (_at < line.Length && !ends.Contains(line[_at]) && !StartsComment(_at) && !(line[_at] == ':' && EndsAt(_at + 1))) _at++;
        text = line[start.._at].TrimEnd(' ', '\t');
        return null;
    }

    private string? ReadSingleQuoted(out string text)
    {
        var read = new StringBuilder();
        for (_at++; _at < line.Length; _at++)
        {
            if (line[_at] == '\'' && (++_at == line.Length || line[_at] != '\'')) return Closed(read, out text);
            read.Append(line[_at]);
        }

        return Unclosed(out text);
    }

    private string? ReadDoubleQuoted(out string text)
    {
        var read = new StringBuilder();
        for (_at++; _at < line.Length; _at++)
        {
            if (line[_at] == '"')
            {
                _at++;
                return Closed(read, out text);
            }

            if (line[_at] != '\\') read.Append(line[_at]);
            else if (!TryUnescape(read)) break;
        }

        if (_at == line.Length) return Unclosed(out text);
        text = "";
        return "un caractère suit « \\ » sans que cela ait un sens";
    }

    private static string? Closed(StringBuilder read, out string text)
    {
        text = read.ToString();
        return null;
    }

    private static string Unclosed(out string text)
    {
        text = "";
        return "des guillemets ne sont pas fermés";
    }

    /// <summary>Leaves the position on the last character of the escape, or on the one that makes it none.</summary>
    private bool TryUnescape(StringBuilder read)
    {
        if (++_at == line.Length) return false;
        var character = line[_at] switch
        {
            '"' or '\\' or '/' or ' ' or '\t' => line[_at],
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            '0' => '\0',
            'a' => '\a',
            'b' => '\b',
            'e' => '\e',
            'f' => '\f',
            'v' => '\v',
            'N' => '\u0085',
            '_' => '\u00A0',
            'L' => '\u2028',
            'P' => '\u2029',
            'x' => Hexadecimal(2),
            'u' => Hexadecimal(4),
            _ => null as char?,
        };
        if (character is null) return false;
        read.Append(character);
        return true;
    }

    private char? Hexadecimal(int digits)
    {
        if (_at + digits >= line.Length) return null;
        if (!ushort.TryParse(line.AsSpan(_at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) return null;
        _at += digits;
        return (char)code;
    }

    private bool StartsComment(int at) => line[at] == '#' && (at == 0 || IsSpace(line[at - 1]));

    private bool EndsAt(int at) => at == line.Length || IsSpace(line[at]);

    private void SkipSpace()
    {
        while (_at < line.Length && IsSpace(line[_at])) _at++;
    }

    private static bool IsSpace(char character) => character is ' ' or '\t';
}
