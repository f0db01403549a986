using System.Globalization;
using System.Text.Json;
using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>Scoring V2 (Rules 11.13 to 11.19).</summary>
public static class ScoringAdapters
{
    private const string Neutralised = "(neutralised)";
    private const int UsualMaximum = 5;
    private static readonly CompetenceCode Some = new("1.1");

    private static readonly Dictionary<CompetenceVerdict, string> Verdicts = new()
    {
        [CompetenceVerdict.Kept] = "VALIDATED",
        [CompetenceVerdict.Lowered] = "DOWNGRADED",
        [CompetenceVerdict.NotCertified] = "UNCERTIFIED",
    };

    private static readonly Dictionary<string, AnswerStatus> Statuses = new()
    {
        ["ok"] = AnswerStatus.Ok,
        ["ko"] = AnswerStatus.Ko,
        ["aband"] = AnswerStatus.Aband,
        ["timedout"] = AnswerStatus.Timedout,
        ["focusedOut"] = AnswerStatus.FocusedOut,
        ["partially"] = AnswerStatus.Partially,
        ["any"] = AnswerStatus.Ko,
    };

    private static readonly Dictionary<string, Func<IReadOnlyList<CountedQuestion>, int>> Counts = new()
    {
        ["numberOfChallenges"] = questions => questions.Count,
        ["numberOfNonNeutralizedChallenges"] = questions => questions.Considered(),
        ["numberOfCorrectAnswers"] = questions => questions.Right(),
        ["numberOfChallengesForCompetence"] = QuestionCounts.InCompetence,
        ["numberOfCorrectAnswersForCompetence"] = QuestionCounts.RightInCompetence,
        ["numberOfNeutralizedChallengesForCompetence"] = QuestionCounts.NeutralisedInCompetence,
    };

    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["certification.v2.level"] = ExpectLevel,
        ["certification.v2.score"] = ExpectScore,
        ["certification.v2.reproducibility"] = ExpectReproducibility,
        ["certification.v2.counting"] = @case =>
            @case.Expect(Counts[ChallengeReader.Text(@case.Input, "fn")]([.. @case.Input.List("challenges").Select(ReadQuestion)])),
        ["certification.v2.scoring"] = ExpectScoring,
        ["certification.v2.trust"] = @case => @case.Expect(QuestionCounts.IsTrusted(
            Whole(@case.Input, "numberOfChallenges"), Whole(@case.Input, "numberOfNonNeutralizedChallenges"))),
        ["certification.v2.contract"] = ExpectContract,
        ["certification.v2.status"] = ExpectStatus,
    };

    private static void ExpectLevel(ConformanceCase @case)
    {
        var verdict = LevelTable.VerdictFor(
            Whole(@case.Input, "numberOfChallenges"),
            Whole(@case.Input, "numberOfCorrectAnswers"),
            Whole(@case.Input, "numberOfNeutralizedAnswers"),
            new ReproducibilityRate(Whole(@case.Input, "reproducibilityRate")));
        if (verdict is { } known)
            @case.Expect(new { status = Verdicts[known], level = known.LevelAfter(Whole(@case.Input, "estimatedLevel")) });
        else @case.Expect(new { error = "MissingCertifiedLevelRule" });
    }

    private static void ExpectScore(ConformanceCase @case)
    {
        var status = ChallengeReader.Text(@case.Input, "certifiedStatus");
        var verdict = Verdicts.Single(known => known.Value == status).Key;
        @case.Expect(verdict.PixAfter(Whole(@case.Input, "estimatedScore")));
    }

    private static void ExpectReproducibility(ConformanceCase @case)
    {
        if (@case.Input.Number("rate") is { } rate)
        {
            var given = new ReproducibilityRate((int)rate);
            @case.Expect(@case.Input.Number("threshold") is { } threshold ? given.IsAtLeast((int)threshold) : given.IsEnoughToCertify);
        }
        else
        {
            @case.Expect(ReproducibilityRate.Of(
                Whole(@case.Input, "numberOfCorrectAnswers"), Whole(@case.Input, "numberOfNonNeutralizedChallenges")).Percent);
        }
    }

    private static void ExpectScoring(ConformanceCase @case)
    {
        var input = @case.Input.Flag("duplicateAnswer") == true
            ? Input([Some], [Question("a")], ["a", "a"])
            : ReadTest(@case.Input);
        var result = Scoring.Of(input);
        if (result.Status == ScoringStatus.Error) @case.Expect(new { error = "CertificationComputeError" });
        else
        {
            @case.ExpectFields(new
            {
                competenceMarks = result.Competences.Select(mark => new { level = mark.CertifiedLevel, score = mark.CertifiedPix }),
                reproducibilityRate = result.Rate.Percent,
                percentageCorrectAnswers = result.Rate.Percent,
                totalScore = result.Pix,
            });
        }
    }

    private static void ExpectContract(ConformanceCase @case)
    {
        var isAmiss = @case.Input.Number("score") is { } score
            ? ScoringContract.CheckPix((int)score, new ReproducibilityRate(Whole(@case.Input, "reproducibilityRate"))) is not null
            : ScoringContract.Check(ReadContract(@case.Input)).Count > 0;
        @case.Expect<object>(isAmiss ? new { error = "CertificationComputeError" } : new { });
    }

    private static void ExpectStatus(ConformanceCase @case)
    {
        var pix = Profile.Total(@case.Input.Numbers("competenceMarkScores"));
        @case.ExpectFields(new { nbPix = pix, status = JsonNamingPolicy.CamelCase.ConvertName(Scoring.StatusOf(pix).ToString()) });
    }

    private static ScoringInput ReadContract(JsonElement input)
    {
        if (input.Number("challengesForCompetence") is { } asked)
            return Input([new CompetenceCode(ChallengeReader.Text(input, "competence"))], Questions((int)asked), Answers((int)asked));
        if (input.Texts("answers") is { Count: > 0 } answers)
            return Input([Some], [.. answers.Distinct().Select(id => Question(id))], answers);
        var (questions, skipped) = (Whole(input, "challenges"), (int)(input.Number("skippedAutomatically") ?? 0));
        return Input(
            [Some],
            [.. Questions(questions).Select((question, index) => question with { IsSkippedAutomatically = index >= questions - skipped })],
            Answers(Whole(input, "answers")));
    }

    private static ScoringInput ReadTest(JsonElement input)
    {
        var results = input.GetProperty("resultsByCompetence").EnumerateObject().ToList();
        var positioned = input.List("competences") is { Count: > 0 } competences
            ? competences.Select(competence => new PositionedCompetence(
                new CompetenceCode(ChallengeReader.Text(competence, "code")),
                Whole(competence, "estimatedLevel"),
                PixAmount.Of(Whole(competence, "pixScore"))))
            : (input.Texts("certifiableCompetences") is { Count: > 0 } certifiable ? certifiable : [.. results.Select(result => result.Name)])
                .Select(code => new PositionedCompetence(new CompetenceCode(code), 1, PixAmount.Of(PixAmount.PixPerLevel)));
        var asked = (from result in results
                     from one in result.Value.EnumerateArray().Select((status, index) => (Text: status.GetString(), Index: index))
                     select (Id: string.Create(CultureInfo.InvariantCulture, $"{result.Name}#{one.Index}"), Competence: result.Name, one.Text)).ToList();
        return new ScoringInput(
            [.. positioned],
            [.. asked.Select(one => Question(one.Id, one.Competence) with { IsNeutralised = one.Text?.EndsWith(Neutralised, StringComparison.Ordinal) == true })],
            [.. asked.Where(one => one.Text is not null).Select(one => new ScoredAnswer(
                new ChallengeId(one.Id), Statuses[one.Text!.Replace(Neutralised, string.Empty, StringComparison.Ordinal)]))],
            new MaximumLevel((int)(input.Number("maxReachableLevel") ?? UsualMaximum)),
            IsFraud: false);
    }

    private static CountedQuestion ReadQuestion(JsonElement challenge) => new(
        ChallengeReader.Text(challenge, "type") == "QROCM-dep" ? ChallengeType.QrocmDep : ChallengeType.Qcm,
        ChallengeReader.Text(challenge, "result") is { Length: > 0 } result ? Statuses[result] : null,
        challenge.Flag("neutralized") == true,
        challenge.Flag("skippedAutomatically") == true);

    private static ScoringInput Input(IEnumerable<CompetenceCode> competences, IReadOnlyList<ScoredQuestion> questions, IEnumerable<string> answers) => new(
        [.. competences.Select(code => new PositionedCompetence(code, 1, PixAmount.Of(PixAmount.PixPerLevel)))],
        questions,
        [.. answers.Select(id => new ScoredAnswer(new ChallengeId(id), AnswerStatus.Ok))],
        new MaximumLevel(UsualMaximum),
        IsFraud: false);

    private static List<ScoredQuestion> Questions(int count) => [.. Ids(count).Select(id => Question(id))];

    private static IEnumerable<string> Answers(int count) => Ids(count);

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(1, count).Select(number => $"{number}");

    private static ScoredQuestion Question(string id, string competence = "1.1") =>
        new(new ChallengeId(id), new CompetenceCode(competence), ChallengeType.Qcm, false, false);

    private static int Whole(JsonElement input, string name) => (int)input.Number(name)!.Value;
}
