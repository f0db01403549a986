using FsCheck;
using FsCheck.Fluent;

namespace Pix.Domain.Tests.Answers;

/// <summary>Texts for properties.</summary>
internal static class Texts
{
    private const string Awkward = "\"'\\:#-,[]{}?&*!|>%@` \t\n\r\u00A0\u0301\u0130\uD800\uFFFE\u2028";

    /// <summary>Any characters at all, those that YAML and Unicode make awkward being frequent.</summary>
    public static Arbitrary<string> Any { get; } =
        Gen.OneOf(Gen.Elements(Awkward.ToCharArray()), Gen.Choose(0, 0xFFFF).Select(code => (char)code), Gen.Elements("num1abc".ToCharArray()))
            .ArrayOf()
            .Select(characters => new string(characters))
            .ToArbitrary();

    /// <summary>Texts of a few plain letters, so that some are near each other.</summary>
    public static Arbitrary<string> Plain { get; } =
        Gen.Elements("abcd".ToCharArray()).NonEmptyListOf().Select(characters => string.Concat(characters)).ToArbitrary();
}
