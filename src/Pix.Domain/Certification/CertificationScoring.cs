namespace Pix.Domain;

/// <summary>From a test to its scoring: nothing but the events before it matters (Rule D17).</summary>
public static class CertificationScoring
{
    /// <summary>Scores a started test as it stands.</summary>
    public static CertificationScored Score(this Certification certification, ScoringEmitter emitter, DateTimeOffset now)
    {
        var result = Scoring.Of(certification.ScoringInput());
        return new CertificationScored(
            emitter,
            result.Status,
            result.Pix,
            result.Right,
            result.Considered,
            result.Rate.Percent,
            certification.Started!.MaximumLevel,
            result.IsTrusted,
            result.Competences,
            result.Findings,
            now);
    }

    /// <summary>What the scoring is given.</summary>
    public static ScoringInput ScoringInput(this Certification certification) => new(
        certification.Started!.Competences,
        [.. certification.Questions.Select(question => new ScoredQuestion(
            question.Challenge.Id,
            question.Competence,
            question.Challenge.Type,
            certification.Neutralised.Contains(question.Number),
            certification.SkippedAutomatically.Contains(question.Number)))],
        [.. certification.Answers.Select(answer => new ScoredAnswer(
            answer.Challenge,
            certification.Accepted.GetValueOrDefault(answer.Number, answer.Status)))],
        new MaximumLevel(certification.Started.MaximumLevel),
        certification.IsFraud);
}
