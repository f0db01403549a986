using System.Globalization;
using System.Text.Json;
using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>A number that a case may write with the highest level in force, such as <c>8*M+16</c>.</summary>
internal static class Formula
{
    /// <summary>Its value under this maximum.</summary>
    public static decimal Evaluate(JsonElement written, MaximumLevel maximum) =>
        written.ValueKind == JsonValueKind.Number ? written.GetDecimal() : Quotient(written.GetString()!, maximum);

    // Parentheses stand around a divisor only, where they change nothing once it is taken apart from the rest.
    private static decimal Quotient(string text, MaximumLevel maximum) =>
        text.Split('/').Select(part => Sum(part.Trim('(', ')'), maximum)).Aggregate((dividend, divisor) => dividend / divisor);

    private static decimal Sum(string text, MaximumLevel maximum) =>
        text.Split('+').Sum(term => term.Split('*').Aggregate(1m, (product, factor) => product * Factor(factor.Trim(), maximum)));

    private static decimal Factor(string factor, MaximumLevel maximum) => factor switch
    {
        "M" or "MAX_REACHABLE_LEVEL" => maximum.Level,
        "MAX_REACHABLE_PIX_BY_COMPETENCE" => maximum.PixPerCompetence,
        _ => decimal.Parse(factor, CultureInfo.InvariantCulture),
    };
}
