using System.Diagnostics.CodeAnalysis;

namespace Pix.Domain;

/// <summary>Reads the lines of a <see cref="BlankMap"/>, one blank after the other.</summary>
internal sealed class BlankMapReader(string text)
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    private readonly string[] _lines = text.Split(LineEnds, StringSplitOptions.None);
    private readonly List<BlankEntry> _entries = [];
    private int _next;

    /// <summary>The blanks in order, or the first error.</summary>
    public BlankMapError? Read(out IReadOnlyList<BlankEntry> entries)
    {
        entries = _entries;
        while (TryNextLine(out var line))
        {
            if (ReadEntry(line) is { } reason) return new BlankMapError(_next, reason);
        }

        return null;
    }

    private string? ReadEntry(BlankMapLine line)
    {
        if (line.IsIndented) return "la ligne commence par une espace";
        if (line.ReadText(out var name) is { } badName) return badName;
        if (!line.TryTake(':')) return "il manque « : » après le nom du champ";
        if (_entries.Exists(entry => entry.Name == name)) return $"le champ « {name} » est donné deux fois";
        return line.IsOver ? ReadItems(name) : ReadValue(line, name);
    }

    private string? ReadValue(BlankMapLine line, string name)
    {
        List<string> texts = [];
        var isList = line.TryTake('[');
        var reason = isList ? ReadFlowList(line, texts) : ReadLast(line, texts);
        _entries.Add(new BlankEntry(name, texts, isList));
        return reason;
    }

    private static string? ReadFlowList(BlankMapLine line, List<string> texts)
    {
        while (!line.TryTake(']'))
        {
            if (line.IsOver) return "une liste n’est pas fermée par « ] »";
            if (line.ReadListText(out var text) is { } reason) return reason;
            texts.Add(text);
            if (!line.TryTake(',') && !line.IsAt(']') && !line.IsOver) return "il manque « , » ou « ] » dans une liste";
        }

        return line.IsOver ? null : "il y a du texte après « ] »";
    }

    /// <summary>A name alone on its line: a list follows, or the blank is empty.</summary>
    private string? ReadItems(string name)
    {
        List<string> texts = [];
        while (TryNextLine(out var line))
        {
            if (!line.TryTakeDash())
            {
                _next--;
                break;
            }

            if (ReadLast(line, texts) is { } reason) return reason;
        }

        _entries.Add(texts.Count > 0 ? new BlankEntry(name, texts, IsList: true) : new BlankEntry(name, [""], IsList: false));
        return null;
    }

    private static string? ReadLast(BlankMapLine line, List<string> texts)
    {
        if (line.ReadText(out var text) is { } reason) return reason;
        texts.Add(text);
        return line.IsOver ? null : "il y a du texte en trop : un texte qui contient « : » s’écrit entre guillemets";
    }

    private bool TryNextLine([NotNullWhen(true)] out BlankMapLine? line)
    {
        line = null;
        while (line is null or { IsOver: true })
        {
            if (_next == _lines.Length) return false;
            line = new BlankMapLine(_lines[_next++]);
        }

        return true;
    }
}
