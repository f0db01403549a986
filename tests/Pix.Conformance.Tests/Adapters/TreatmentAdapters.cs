using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>Treatments and distances of texts (Rules 2.1 to 2.3); a case names the function that it is about.</summary>
public static class TreatmentAdapters
{
    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["answer.treatment.pre"] = Run,
        ["answer.treatment.t1"] = Run,
        ["answer.treatment.t2"] = Run,
        ["answer.treatment.apply"] = Run,
        ["answer.levenshtein"] = Run,
    };

    private static void Run(ConformanceCase @case)
    {
        var text = @case.Input.GetProperty("text").GetString()!;
        switch (@case.Input.GetProperty("fn").GetString())
        {
            case "applyPreTreatments": @case.Expect(Treatments.Prepare(text)); break;
            case "normalizeAndRemoveAccents": @case.Expect(Treatments.ApplyT1(text)); break;
            case "removeSpecialCharacters": @case.Expect(Treatments.ApplyT2(text)); break;
            case "applyTreatments": @case.Expect(Treatments.Apply(text, ChallengeReader.ReadEnabled(@case.Input))); break;
            case "distance": @case.Expect(Levenshtein.Distance(text, Reference(@case))); break;
            case "smallestDistance": @case.Expect(Levenshtein.SmallestDistance(text, References(@case))); break;
            case "ratio": @case.ExpectNumber(Levenshtein.Ratio(text, Reference(@case))); break;
            case "smallestRatio": @case.ExpectNumber(Levenshtein.SmallestRatio(text, References(@case))); break;
            case "areTwoStringsCloseEnough": @case.Expect(Levenshtein.IsClose(text, [Reference(@case)], MaximumRatio(@case))); break;
            case "isOneStringCloseEnough": @case.Expect(Levenshtein.IsClose(text, References(@case), MaximumRatio(@case))); break;
            case var unknown: throw @case.Differs($"no adapter for the function {unknown}");
        }
    }

    private static string Reference(ConformanceCase @case) => @case.Input.GetProperty("reference").GetString()!;

    private static IEnumerable<string> References(ConformanceCase @case) =>
        @case.Input.GetProperty("references").EnumerateArray().Select(reference => reference.GetString()!);

    private static decimal MaximumRatio(ConformanceCase @case) => @case.Input.GetProperty("maxRatio").GetDecimal();
}
