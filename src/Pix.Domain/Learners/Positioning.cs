using System.Collections.Immutable;

namespace Pix.Domain;

/// <summary>
/// What a learner's history says of their knowledge, whatever the referential: the answers that count, in order, and where they stand
/// with each competence's test. Everything shown is folded from this under a referential (Rule D5).
/// </summary>
public sealed record Positioning
{
    /// <summary>Before anything happened.</summary>
    public static Positioning Initial { get; } = new();

    /// <summary>The answers that count, in order; those that a reset dropped are gone.</summary>
    public ImmutableList<GivenAnswer> Answers { get; init; } = [];

    /// <summary>Where each competence's own test stands.</summary>
    public ImmutableSortedDictionary<string, Evaluation> Evaluations { get; init; } =
        ImmutableSortedDictionary.Create<string, Evaluation>(StringComparer.Ordinal);

    /// <summary>What each assessment asks about.</summary>
    public ImmutableSortedDictionary<int, Target> Targets { get; init; } = ImmutableSortedDictionary<int, Target>.Empty;

    /// <summary>After this event.</summary>
    public Positioning Evolve(LearnerEvent happened) => happened switch
    {
        AssessmentStarted started => this with
        {
            Targets = Targets.SetItem(started.Assessment, started.Target),
            Evaluations = Evaluations.SetItem(started.Target.Competence.Value, Evaluation.Started),
        },
        AnswerRecorded answer when Targets.TryGetValue(answer.Assessment, out var target) => this with
        {
            Answers = Answers.Add(new GivenAnswer(
                answer.Assessment,
                target,
                answer.Challenge,
                answer.Skill,
                answer.Competence,
                answer.Status == AnswerStatus.Ok,
                answer.At)),
        },
        AssessmentCompleted completed when Targets.TryGetValue(completed.Assessment, out var target) => this with
        {
            Evaluations = Evaluations.SetItem(target.Competence.Value, Evaluation.Completed),
        },
        CompetenceReset reset => this with
        {
            Answers = Answers.RemoveAll(answer => answer.Competence == reset.Competence),
            Evaluations = Evaluations.SetItem(reset.Competence.Value, Evaluation.Reset),
        },
        _ => this,
    };

    /// <summary>Where a competence's own test stands, or null when it was never taken.</summary>
    public Evaluation? EvaluationOf(CompetenceCode competence) =>
        Evaluations.TryGetValue(competence.Value, out var evaluation) ? evaluation : null;

    /// <summary>When the latest answer that counts in a competence was given, campaigns included (Rule D1); null when none counts.</summary>
    public DateTimeOffset? LatestAnswerIn(CompetenceCode competence) =>
        Answers.FindLast(answer => answer.Competence == competence)?.At;
}
