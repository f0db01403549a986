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

    private FoldedKnowledge Folded { get; init; } = new();

    /// <summary>After this event.</summary>
    public Positioning Evolve(LearnerEvent happened) => happened switch
    {
        AssessmentStarted started => this with
        {
            Targets = Targets.SetItem(started.Assessment, started.Target),
            Evaluations = With(started.Target, Evaluation.Started),
        },
        AnswerRecorded answer when Targets.TryGetValue(answer.Assessment, out var target) => With(new GivenAnswer(
            answer.Assessment,
            target,
            answer.Challenge,
            answer.Skill,
            answer.Competence,
            answer.Status == AnswerStatus.Ok,
            answer.At)),
        AssessmentCompleted completed when Targets.TryGetValue(completed.Assessment, out var target) => this with
        {
            Evaluations = With(target, Evaluation.Completed),
        },
        CompetenceReset reset => this with
        {
            Answers = Answers.RemoveAll(answer => answer.Competence == reset.Competence),
            Evaluations = Evaluations.SetItem(reset.Competence.Value, Evaluation.Reset),
        },
        CampaignReset reset => this with { Answers = Answers.RemoveAll(answer => reset.Skills.Contains(answer.Skill)) },
        _ => this,
    };

    /// <summary>What the answers say under a referential (Rule D5).</summary>
    public Knowledge KnowledgeUnder(Referential referential) => Folded.Under(Answers, referential);

    /// <summary>Where a competence's own test stands, or null when it was never taken.</summary>
    public Evaluation? EvaluationOf(CompetenceCode competence) =>
        Evaluations.TryGetValue(competence.Value, out var evaluation) ? evaluation : null;

    /// <summary>When the latest answer that counts in a competence was given, campaigns included (Rule D1); null when none counts.</summary>
    public DateTimeOffset? LatestAnswerIn(CompetenceCode competence) =>
        Answers.FindLast(answer => answer.Competence == competence)?.At;

    // A campaign's test says nothing of the competences' own (Rule D4).
    private ImmutableSortedDictionary<string, Evaluation> With(Target target, Evaluation evaluation) =>
        target.Competence is { } competence ? Evaluations.SetItem(competence.Value, evaluation) : Evaluations;

    private Positioning With(GivenAnswer answer)
    {
        var answers = Answers.Add(answer);
        return this with { Answers = answers, Folded = Folded.With(Answers, answer, answers) };
    }

    /// <summary>
    /// The last knowledge folded, and from which answers: folding is pure, so that keeping it makes an answer cost the same after a thousand
    /// answers as after ten. It does not make two histories different.
    /// </summary>
    private sealed class FoldedKnowledge : IEquatable<FoldedKnowledge>
    {
        private Tuple<ImmutableList<GivenAnswer>, Knowledge>? _last;

        public Knowledge Under(ImmutableList<GivenAnswer> answers, Referential referential)
        {
            var last = _last;
            if (last is not null && last.Item1 == answers && last.Item2.Referential == referential) return last.Item2;
            var knowledge = Knowledge.Of(answers, referential);
            _last = Tuple.Create(answers, knowledge);
            return knowledge;
        }

        public FoldedKnowledge With(ImmutableList<GivenAnswer> before, GivenAnswer answer, ImmutableList<GivenAnswer> after) => new()
        {
            _last = _last is { } last && last.Item1 == before ? Tuple.Create(after, last.Item2.With(answer)) : null,
        };

        public bool Equals(FoldedKnowledge? other) => other is not null;

        public override bool Equals(object? obj) => Equals(obj as FoldedKnowledge);

        public override int GetHashCode() => 0;
    }
}
