using System.Text.RegularExpressions;
using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>Codes that people type (Rules 7.3, 11.2, 11.9): many are drawn, each must have the expected pattern.</summary>
public static class CodeAdapters
{
    private const int Draws = 500;

    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["code.session"] = @case => ExpectPattern(@case, Codes.SessionAccess),
        ["code.supervisor"] = @case => ExpectPattern(@case, Codes.Supervisor),
        ["code.verification"] = @case => ExpectPattern(@case, Codes.Verification),
        ["code.campaign"] = @case => ExpectPattern(@case, IsPresent(@case) ? Codes.Campaign : Codes.FormerCampaign),
    };

    private static bool IsPresent(ConformanceCase @case) =>
        !@case.Input.TryGetProperty("era", out var era) || era.GetString() == "present";

    private static void ExpectPattern(ConformanceCase @case, CodePattern pattern)
    {
        var expected = @case.Expected.GetProperty("pattern").GetString()!;
        foreach (var code in pattern.Draws(new Random(20260105).Next).Take(Draws))
        {
            if (!Regex.IsMatch(code, expected) || pattern.Read(code) != code) throw @case.Differs(code);
        }

        if (@case.Expected.TryGetProperty("maxTrials", out var trials) && trials.GetInt32() != CodePattern.MaximumDraws)
        {
            throw @case.Differs(CodePattern.MaximumDraws);
        }
    }
}
