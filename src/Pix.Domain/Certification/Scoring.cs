namespace Pix.Domain;

/// <summary>A question as the scoring is given it.</summary>
public sealed record ScoredQuestion(
    ChallengeId Challenge,
    CompetenceCode Competence,
    ChallengeType Type,
    bool IsNeutralised,
    bool IsSkippedAutomatically);

/// <summary>An answer as the scoring is given it.</summary>
public sealed record ScoredAnswer(ChallengeId Challenge, AnswerStatus Status);

/// <summary>All that a scoring depends on (Rule D17).</summary>
/// <param name="Competences">The competences that are certified, as estimated when the test began.</param>
/// <param name="Questions">The questions; those of other competences do not count.</param>
/// <param name="Answers">The answers, each once.</param>
/// <param name="Maximum">The highest level of the day.</param>
/// <param name="IsFraud">Rejected for fraud.</param>
public sealed record ScoringInput(
    IReadOnlyList<PositionedCompetence> Competences,
    IReadOnlyList<ScoredQuestion> Questions,
    IReadOnlyList<ScoredAnswer> Answers,
    MaximumLevel Maximum,
    bool IsFraud);

/// <summary>A scoring: the marks, what they rest on, and what is amiss.</summary>
public sealed record ScoringResult(
    ScoringStatus Status,
    int Pix,
    int Right,
    int Considered,
    ReproducibilityRate Rate,
    bool IsTrusted,
    IReadOnlyList<CompetenceMark> Competences,
    IReadOnlyList<ScoringFinding> Findings);

/// <summary>Scoring V2, a pure function (Rules 11.13 to 11.19, D18 to D20).</summary>
public static class Scoring
{
    /// <summary>Scores a test.</summary>
    public static ScoringResult Of(ScoringInput input)
    {
        var certified = input.Competences.Select(competence => competence.Competence).ToHashSet();
        var answers = input.Answers.GroupBy(answer => answer.Challenge).ToDictionary(same => same.Key, same => same.First().Status);
        var questions = input.Questions
            .Where(question => certified.Contains(question.Competence))
            .ToLookup(question => question.Competence, question => Counted(question, answers));
        var all = questions.SelectMany(competence => competence).ToList();
        var (right, considered) = (all.Right(), all.Considered());
        var rate = ReproducibilityRate.Of(right, considered);

        var amiss = ScoringContract.Check(input);
        var marks = input.Competences.Select(competence => Mark(competence, [.. questions[competence.Competence]], rate, input, amiss.Count > 0)).ToList();
        var findings = amiss.Concat(marks.SelectMany(mark => mark.Amiss)).ToList();
        var scored = marks.Select(mark => findings.Count > 0 ? NotScored(mark.Mark) : mark.Mark).ToList();
        var pix = Profile.Total(scored.Select(mark => mark.CertifiedPix));
        var remark = input.IsFraud || findings.Count > 0 ? null : ScoringContract.CheckPix(pix, rate);
        return new ScoringResult(
            findings.Count > 0 ? ScoringStatus.Error : StatusOf(pix),
            pix,
            right,
            considered,
            rate,
            QuestionCounts.IsTrusted(all.Count, all.Count(question => !question.IsNeutralised)),
            scored,
            remark is null ? findings : [remark]);
    }

    /// <summary>Something certified, or nothing (Rules 11.17, D20).</summary>
    public static ScoringStatus StatusOf(int pix) => pix > 0 ? ScoringStatus.Validated : ScoringStatus.Rejected;

    private static CountedQuestion Counted(ScoredQuestion question, Dictionary<ChallengeId, AnswerStatus> answers) => new(
        question.Type,
        answers.TryGetValue(question.Challenge, out var status) ? status : null,
        question.IsNeutralised,
        question.IsSkippedAutomatically);

    private static (CompetenceMark Mark, IReadOnlyList<ScoringFinding> Amiss) Mark(
        PositionedCompetence competence,
        IReadOnlyCollection<CountedQuestion> questions,
        ReproducibilityRate rate,
        ScoringInput input,
        bool isAmiss)
    {
        var counts = (
            Questions: QuestionCounts.InCompetence(questions),
            Right: QuestionCounts.RightInCompetence(questions),
            Neutralised: QuestionCounts.NeutralisedInCompetence(questions));

        CompetenceMark As(CompetenceVerdict verdict, MarkReason reason) => new(
            competence.Competence,
            competence.Level,
            competence.Pix,
            Math.Min(verdict.LevelAfter(competence.Level), input.Maximum.Level),
            Math.Min(verdict.PixAfter(competence.Pix.Floor), input.Maximum.PixPerCompetence),
            verdict,
            reason,
            counts.Questions,
            counts.Right,
            counts.Neutralised);

        if (input.IsFraud) return (As(CompetenceVerdict.NotCertified, MarkReason.Fraud), []);
        if (isAmiss) return (As(CompetenceVerdict.NotCertified, MarkReason.NotScored), []);
        if (questions.All(question => question.IsNeutralised)) return (As(CompetenceVerdict.NotEvaluated, MarkReason.AllNeutralised), []);
        if (!rate.IsEnoughToCertify) return (As(CompetenceVerdict.NotCertified, MarkReason.NotReproducible), []);

        // What counts double may be capped on both sides: no more is neutralised than is not right.
        var neutralised = Math.Min(counts.Neutralised, counts.Questions - counts.Right);
        return LevelTable.VerdictFor(counts.Questions, counts.Right, neutralised, rate) is { } verdict
            ? (As(verdict, ReasonOf(verdict)), [])
            : (As(CompetenceVerdict.NotCertified, MarkReason.NotScored), [new ScoringFinding(ScoringFindingKind.CountsNotInTable, competence.Competence)]);
    }

    private static CompetenceMark NotScored(CompetenceMark mark) => mark with
    {
        CertifiedLevel = CompetenceMark.NoLevel,
        CertifiedPix = 0,
        Verdict = CompetenceVerdict.NotCertified,
        Reason = MarkReason.NotScored,
    };

    private static MarkReason ReasonOf(CompetenceVerdict verdict) => verdict switch
    {
        CompetenceVerdict.Kept => MarkReason.AnswersConfirm,
        CompetenceVerdict.Lowered => MarkReason.AnswersConfirmInPart,
        _ => MarkReason.AnswersContradict,
    };
}
