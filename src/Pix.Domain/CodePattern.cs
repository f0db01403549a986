namespace Pix.Domain;

/// <summary>What a kind of code looks like: a fixed prefix, then so many characters of each alphabet in turn.</summary>
public sealed class CodePattern(string prefix, params (string Alphabet, int Count)[] parts)
{
    /// <summary>How often a code is drawn again when it is taken, before giving up (Rule 11.9).</summary>
    public const int MaximumDraws = 1000;

    private readonly string[] _alphabets = [.. parts.SelectMany(part => Enumerable.Repeat(part.Alphabet, part.Count))];

    /// <summary>
    /// Codes to try until one is free, at most <see cref="MaximumDraws"/>. <paramref name="draw"/> gives a number from 0 to below its argument.
    /// </summary>
    public IEnumerable<string> Draws(Func<int, int> draw) => Enumerable.Range(0, MaximumDraws).Select(_ => Draw(draw));

    /// <summary>The code that somebody typed, in capitals and without white space; null when it is not of this pattern.</summary>
    public string? Read(string typed)
    {
        var code = string.Concat(typed.Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();
        return code.StartsWith(prefix, StringComparison.Ordinal) && Fits(code.AsSpan(prefix.Length)) ? code : null;
    }

    private string Draw(Func<int, int> draw) =>
        prefix + string.Concat(_alphabets.Select(alphabet => alphabet[draw(alphabet.Length)]));

    private bool Fits(ReadOnlySpan<char> characters)
    {
        if (characters.Length != _alphabets.Length) return false;
        for (var index = 0; index < characters.Length; index++)
        {
            if (!_alphabets[index].Contains(characters[index])) return false;
        }

        return true;
    }
}
