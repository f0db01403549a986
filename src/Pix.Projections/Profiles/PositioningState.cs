using System.Collections.Immutable;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>
/// The compact bytes of a <see cref="Positioning"/>: whole numbers as varints, instants as differences in ticks (UTC), and each text once.
/// Equal states give equal bytes, however they came about. Its shape belongs to <see cref="ProfileProjection"/>'s version.
/// </summary>
internal static class PositioningState
{
    public static ReadOnlySpan<byte> Write(Positioning positioning, StateWriter state)
    {
        state.Clear();
        state.Write(positioning.Evaluations.Count);
        foreach (var (competence, evaluation) in positioning.Evaluations)
        {
            state.Write(competence);
            state.Write((int)evaluation);
        }

        state.Write(positioning.Targets.Count);
        foreach (var (assessment, target) in positioning.Targets)
        {
            state.Write(assessment);
            WriteTarget(target, state);
        }

        state.Write(positioning.Answers.Count);
        var before = 0L;
        foreach (var answer in positioning.Answers)
        {
            var isItsAssessments = positioning.Targets.GetValueOrDefault(answer.Assessment) == answer.Target;
            state.Write((answer.IsRight ? 1 : 0) + (isItsAssessments ? 2 : 0));
            state.Write(answer.Assessment);
            if (!isItsAssessments) WriteTarget(answer.Target, state);
            state.Write(answer.Challenge.Value);
            state.Write(answer.Skill.Value);
            state.Write(answer.Competence.Value);
            state.Write(answer.At.UtcTicks - before);
            before = answer.At.UtcTicks;
        }

        return state.Written;
    }

    public static Positioning Read(ReadOnlySpan<byte> bytes)
    {
        var state = new StateReader(bytes);
        var evaluations = Positioning.Initial.Evaluations.ToBuilder();
        for (var left = state.Integer(); left > 0; left--) evaluations.Add(state.Text(), (Evaluation)state.Integer());
        var targets = ImmutableSortedDictionary.CreateBuilder<int, Target>();
        for (var left = state.Integer(); left > 0; left--) targets.Add(state.Integer(), ReadTarget(ref state));
        var answers = new GivenAnswer[state.Integer()];
        var at = 0L;
        for (var index = 0; index < answers.Length; index++)
        {
            var flags = state.Integer();
            var assessment = state.Integer();
            answers[index] = new GivenAnswer(
                assessment,
                (flags & 2) != 0 ? targets[assessment] : ReadTarget(ref state),
                new ChallengeId(state.Text()),
                new SkillId(state.Text()),
                new CompetenceCode(state.Text()),
                (flags & 1) != 0,
                new DateTimeOffset(at += state.Long(), TimeSpan.Zero));
        }

        return Positioning.Initial with
        {
            Answers = [.. answers],
            Evaluations = evaluations.ToImmutable(),
            Targets = targets.ToImmutable(),
        };
    }

    // A competence's code is never empty: an empty text announces a campaign's skills.
    private static void WriteTarget(Target target, StateWriter state)
    {
        state.Write(target.Competence?.Value ?? string.Empty);
        if (target.Competence is not null) return;
        state.Write(target.Skills?.Count ?? 0);
        foreach (var skill in target.Skills ?? []) state.Write(skill.Value);
    }

    private static Target ReadTarget(ref StateReader state)
    {
        if (state.Text() is { Length: > 0 } competence) return new Target(new CompetenceCode(competence));
        var skills = new SkillId[state.Integer()];
        for (var index = 0; index < skills.Length; index++) skills[index] = new SkillId(state.Text());
        return new Target((CompetenceCode?)null) { Skills = skills };
    }
}
