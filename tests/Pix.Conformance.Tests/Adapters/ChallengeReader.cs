using System.Globalization;
using System.Text.Json;
using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>Reads the platform's shape of a challenge (its solution and grid are texts in YAML) into ours.</summary>
internal static class ChallengeReader
{
    private static readonly Dictionary<string, Treatment> ByName = new() { ["t1"] = Treatment.T1, ["t2"] = Treatment.T2, ["t3"] = Treatment.T3 };

    /// <summary>The challenge of a case whose input has a type and a solution.</summary>
    public static Challenge Read(JsonElement input)
    {
        var solution = Text(input, "solution");
        var challenge = Empty(Text(input, "type"), input) with
        {
            Format = Text(input, "format") is { Length: > 0 } format ? format : "texte",
        };
        switch (challenge.Type)
        {
            case ChallengeType.Qcu or ChallengeType.Qcm:
                return challenge with
                {
                    RightChoices = [.. solution.Split(',', StringSplitOptions.RemoveEmptyEntries)
                        .Select(number => int.Parse(number, CultureInfo.InvariantCulture))],
                };
            case ChallengeType.Qroc:
                string[] accepted = solution.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                return challenge with { Accepted = accepted, Options = Text(input, "blockType") == "select" ? accepted : [] };
            default:
                return challenge with
                {
                    Blanks = ReadBlanks(solution),
                    BlankNames = [.. BlankMap.Read(Text(input, "answer")).Entries.Select(entry => entry.Name)],
                    ScoringGrid = [.. BlankMap.Read(Text(input, "scoring").Replace("@", "", StringComparison.Ordinal)).Entries
                        .Select(entry => int.Parse(entry.Name, CultureInfo.InvariantCulture))],
                };
        }
    }

    /// <summary>The challenge of a case that gives its blanks, each with its own list, as they are.</summary>
    public static Challenge ReadIndependentBlanks(JsonElement input) => Empty("QROCM-ind", input) with
    {
        Blanks = [.. input.GetProperty("solutions").EnumerateObject()
            .Select(blank => new Blank(blank.Name, [.. blank.Value.EnumerateArray().Select(text => text.GetString()!)]))],
    };

    /// <summary>The treatments that are on: named one by one, or all but those switched off.</summary>
    public static Treatment ReadEnabled(JsonElement input)
    {
        if (input.TryGetProperty("enabledTreatments", out var enabled))
        {
            return enabled.EnumerateArray().Aggregate(Treatment.None, (all, name) => all | ByName[name.GetString()!]);
        }

        var off = input.TryGetProperty("deactivations", out var deactivations) && deactivations.ValueKind == JsonValueKind.Object
            ? deactivations.EnumerateObject().Where(flag => flag.Value.ValueKind == JsonValueKind.True).Select(flag => flag.Name)
            : [];
        return ByName.Where(treatment => !off.Contains(treatment.Key)).Aggregate(Treatment.None, (all, treatment) => all | treatment.Value);
    }

    /// <summary>A text of the input; anything else (missing, null, not a text) is none.</summary>
    public static string Text(JsonElement input, string name) =>
        input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static Challenge Empty(string type, JsonElement input)
    {
        var enabled = ReadEnabled(input);
        return new Challenge(new ChallengeId("case"), 1, ReadType(type), ChallengeStatus.Validated, "", "")
        {
            DeactivatedTreatments = [.. ByName.Where(treatment => !enabled.HasFlag(treatment.Value)).Select(treatment => treatment.Key)],
        };
    }

    private static ChallengeType ReadType(string type) => type switch
    {
        "QCU" => ChallengeType.Qcu,
        "QCM" => ChallengeType.Qcm,
        "QROC" => ChallengeType.Qroc,
        "QROCM-ind" => ChallengeType.QrocmInd,
        "QROCM-dep" => ChallengeType.QrocmDep,
        _ => (ChallengeType)(-1),
    };

    /// <summary>A solution that is not a map has no blanks.</summary>
    private static Blank[] ReadBlanks(string solution) =>
        [.. BlankMap.Read(solution).Entries.Select(entry => new Blank(entry.Name, entry.Texts))];
}
