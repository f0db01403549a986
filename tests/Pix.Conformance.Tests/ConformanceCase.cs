using System.Text.Json;
using Xunit.Sdk;

namespace Pix.Conformance.Tests;

/// <summary>One observed behaviour of the public platform: for this input, this result.</summary>
public sealed record ConformanceCase(string Id, string Area, string Name, JsonElement Input, JsonElement Expected)
{
    /// <summary>The result is exactly this value, once written as JSON.</summary>
    public void Expect<T>(T got)
    {
        var written = JsonSerializer.SerializeToElement(got);
        if (!JsonElement.DeepEquals(Expected, written)) throw Differs(written);
    }

    /// <summary>The result is this number: the cases write doubles where ours are exact, so the last digits do not count.</summary>
    public void ExpectNumber(decimal? got)
    {
        const int Decimals = 12;
        var expected = Expected.ValueKind == JsonValueKind.Number ? Expected.GetDecimal() : (decimal?)null;
        if (Rounded(expected) != Rounded(got)) throw Differs(got);

        static decimal? Rounded(decimal? number) => number is { } some ? Math.Round(some, Decimals) : null;
    }

    /// <summary>The result has every field that is expected, with its value; it may have others.</summary>
    public void ExpectFields<T>(T got)
    {
        var written = JsonSerializer.SerializeToElement(got);
        foreach (var field in Expected.EnumerateObject())
        {
            if (!written.TryGetProperty(field.Name, out var value) || !JsonElement.DeepEquals(field.Value, value)) throw Differs(written);
        }
    }

    /// <summary>The failure of this case, said so that it can be understood without opening the file.</summary>
    public XunitException Differs<T>(T got) => FailException.ForFailure(
        $"{Id} ({Area}) {Name}\n  input:    {Input.GetRawText()}\n  expected: {Expected.GetRawText()}\n  got:      {got}");
}
