using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>Learners (Rules 10.10, 13.1).</summary>
public static class LearnerAdapters
{
    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["learner.checkpoint"] = ExpectCheckpoint,
        ["learner.username"] = ExpectUsername,
    };

    /// <summary>The platform counts a step from 0 (its index) or from 1 (its number).</summary>
    private static void ExpectCheckpoint(ConformanceCase @case)
    {
        var challenge = (int)@case.Input.Number("currentChallengeNumber")!.Value;
        var between = (int)(@case.Input.Number("challengesBetweenCheckpoints") ?? Assessment.AnswersBetweenCheckpoints);
        var index = Assessment.StepIndex(challenge, between);
        @case.ExpectFields(new { stepIndex = index, stepNumber = index + 1, isCheckpoint = Assessment.IsCheckpoint(challenge) });
    }

    private static void ExpectUsername(ConformanceCase @case)
    {
        var taken = @case.Input.TryGetProperty("taken", out var names) ? names.EnumerateArray().Select(name => name.GetString()) : [];
        var (name, birth) = ReadPerson(@case.Input);
        var username = Username.Candidates(name, birth, new Random(20260105).Next).First(candidate => !taken.Contains(candidate));
        if (@case.Expected.ValueKind == JsonValueKind.String)
        {
            @case.Expect(username);
            return;
        }

        if (!Regex.IsMatch(username, @case.Expected.GetProperty("pattern").GetString()!)) throw @case.Differs(username);
        if (@case.Expected.TryGetProperty("not", out var other) && username == other.GetString()) throw @case.Differs(username);
    }

    /// <summary>From names and a birth date, or from the two parts of the username that they give.</summary>
    private static (PersonName Name, DateOnly Birth) ReadPerson(JsonElement input)
    {
        if (input.TryGetProperty("firstPart", out var part))
        {
            var names = part.GetString()!.Split('.');
            var birthday = $"{input.GetProperty("secondPart").GetString()}2008";
            return (new PersonName(names[0], names[1]), DateOnly.ParseExact(birthday, "ddMMyyyy", CultureInfo.InvariantCulture));
        }

        var birth = DateOnly.Parse(input.GetProperty("birthdate").GetString()!, CultureInfo.InvariantCulture);
        return (new PersonName(input.GetProperty("firstName").GetString()!, input.GetProperty("lastName").GetString()!), birth);
    }
}
