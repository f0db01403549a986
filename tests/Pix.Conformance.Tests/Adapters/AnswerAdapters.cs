using System.Text.Json;
using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>The correction of answers and their status (Rules 2.4 to 2.11).</summary>
public static class AnswerAdapters
{
    private const string SkipMarker = "#ABAND#";

    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["answer.qcu"] = ExpectCorrection,
        ["answer.qcm"] = ExpectCorrection,
        ["answer.qroc"] = ExpectCorrection,
        ["answer.qroc.treatments"] = ExpectCorrection,
        ["answer.qroc.select"] = ExpectCorrection,
        ["answer.qrocm-ind"] = ExpectBlanks,
        ["answer.qrocm-dep"] = ExpectCorrection,
        ["answer.qrocm-dep.treatments"] = ExpectCorrection,
        ["answer.qrocm-dep.scoring"] = ExpectCorrection,
        ["answer.status"] = ExpectStatus,
    };

    private static void ExpectCorrection(ConformanceCase @case)
    {
        var challenge = ChallengeReader.Read(@case.Input);
        var answer = ChallengeReader.Text(@case.Input, "answer");
        if (@case.Expected.ValueKind == JsonValueKind.Object && @case.Expected.TryGetProperty("error", out _)) ExpectRefused(@case, challenge, answer);
        else Expect(@case, AnswerChecker.Check(challenge, answer));
    }

    /// <summary>The platform raises a parsing error where we refuse the answer.</summary>
    private static void ExpectRefused(ConformanceCase @case, Challenge challenge, string answer)
    {
        if (AnswerForm.Check(challenge, answer) is not { Code: "answer_malformed" }) throw @case.Differs("not refused");
    }

    private static void Expect(ConformanceCase @case, Correction correction)
    {
        if (@case.Expected.ValueKind == JsonValueKind.String)
        {
            @case.Expect(Written(correction.Status));
            return;
        }

        @case.ExpectFields(new
        {
            result = Written(correction.Status),
            resultDetails = correction.Blanks.ToDictionary(blank => blank.Name, blank => blank.IsRight),
            answersEvaluation = correction.Blanks.Select(blank => blank.IsRight),
            solutionsWithoutGoodAnswers = correction.Missed,
        });
    }

    /// <summary>A whole answer; or blanks already read, and the verdict on each; or these verdicts, and what they make together.</summary>
    private static void ExpectBlanks(ConformanceCase @case)
    {
        if (@case.Input.TryGetProperty("details", out var details))
        {
            var verdicts = details.EnumerateObject().Select(blank => new BlankVerdict(blank.Name, blank.Value.GetBoolean()));
            @case.Expect(Written(Correction.OfAll([.. verdicts]).Status));
        }
        else if (@case.Input.TryGetProperty("answers", out var answers))
        {
            var value = BlankMap.Write(answers.EnumerateObject().Select(blank => KeyValuePair.Create(blank.Name, blank.Value.GetString()!)));
            var challenge = ChallengeReader.ReadIndependentBlanks(@case.Input);
            if (@case.Expected.TryGetProperty("error", out _)) ExpectRefused(@case, challenge, value);
            else @case.Expect(AnswerChecker.Check(challenge, value).Blanks.ToDictionary(blank => blank.Name, blank => blank.IsRight));
        }
        else
        {
            ExpectCorrection(@case);
        }
    }

    private static void ExpectStatus(ConformanceCase @case)
    {
        var status = ChallengeReader.Text(@case.Input, "value") == SkipMarker
            ? AnswerJudgement.Skipped
            : AnswerJudgement.Judge(ReadStatus(ChallengeReader.Text(@case.Input, "validation")), new AnswerCircumstances
            {
                Late = @case.Input.TryGetProperty("timeout", out var left) && left.ValueKind == JsonValueKind.Number && left.GetDecimal() < 0,
                FocusLost = IsTrue(@case, "isFocusedOut"),
                FocusedChallenge = IsTrue(@case, "isFocusedChallenge"),
                InCertification = IsTrue(@case, "isCertificationEvaluation"),
            });
        if (@case.Expected.ValueKind == JsonValueKind.String) @case.Expect(Written(status));
        else @case.ExpectFields(new { result = Written(status), resultDetails = (string?)null });
    }

    private static bool IsTrue(ConformanceCase @case, string name) =>
        @case.Input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static AnswerStatus ReadStatus(string written) => Enum.GetValues<AnswerStatus>().Single(status => Written(status) == written);

    private static string Written(AnswerStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
