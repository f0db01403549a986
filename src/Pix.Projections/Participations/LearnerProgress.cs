using System.Collections.Immutable;
using System.Globalization;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>What the progress of a learner's participations is folded from: their answers, and the tests of each participation.</summary>
internal sealed record LearnerProgress(Positioning Positioning, ImmutableSortedDictionary<int, PartProgress> Parts)
{
    public static LearnerProgress Nothing { get; } = new(Positioning.Initial, ImmutableSortedDictionary<int, PartProgress>.Empty);

    public LearnerProgress Evolve(LearnerEvent happened)
    {
        var after = this with { Positioning = Positioning.Evolve(happened) };
        return happened switch
        {
            CampaignJoined joined => after with
            {
                Parts = Parts.SetItem(joined.Participation, new PartProgress(joined.Campaign, joined.Type, [], AssessmentPurpose.Campaign, joined.At, false, false)),
            },
            AssessmentStarted { Participation: { } ordinal } started => after.Change(ordinal, part => part with
            {
                Tests = part.Tests.Add(started.Assessment),
                Purpose = started.Purpose,
                TestStartedAt = started.At,
                IsCompleted = false,
            }),
            AssessmentCompleted completed => after with
            {
                Parts = Parts.ToImmutableSortedDictionary(
                    part => part.Key,
                    part => part.Value.LatestTest == completed.Assessment ? part.Value with { IsCompleted = true } : part.Value),
            },
            CampaignRetried retried => after.Change(retried.Participation, part => part with { IsShared = false }),
            ResultsShared shared => after.Change(shared.Participation, part => part with { IsShared = true }),
            ProfileShared shared => after.Change(shared.Participation, part => part with { IsShared = true }),
            _ => after,
        };
    }

    /// <summary>How far a participation is under a referential (Rule 7.10).</summary>
    public Progress Of(PartProgress part, Referential referential, LearnerRules rules)
    {
        if (part.LatestTest is not { } ordinal || !Positioning.Targets.TryGetValue(ordinal, out var target))
            return new Progress(0, 0, part.Type == CampaignType.ProfilesCollection);
        var test = new Assessment(ordinal, part.Purpose, target, 0, part.TestStartedAt)
        {
            State = part.IsCompleted ? AssessmentState.Completed : AssessmentState.Started,
        };
        var knowledge = part.Type == CampaignType.Exam
            ? Knowledge.Of(Positioning.Answers.Where(answer => part.Tests.Contains(answer.Assessment)), referential)
            : Positioning.KnowledgeUnder(referential);
        return test.ProgressWith(knowledge, rules);
    }

    public static ReadOnlySpan<byte> WriteParts(ImmutableSortedDictionary<int, PartProgress> parts, StateWriter state)
    {
        state.Clear();
        state.Write(parts.Count);
        foreach (var (ordinal, part) in parts)
        {
            state.Write(ordinal);
            state.Write(part.Campaign.ToString());
            state.Write((int)part.Type);
            state.Write(part.Tests.Count);
            foreach (var test in part.Tests) state.Write(test);
            state.Write((int)part.Purpose);
            state.Write(part.TestStartedAt.UtcTicks);
            state.Write((part.IsCompleted ? 1 : 0) + (part.IsShared ? 2 : 0));
        }

        return state.Written;
    }

    public static ImmutableSortedDictionary<int, PartProgress> ReadParts(ReadOnlySpan<byte> bytes)
    {
        var state = new StateReader(bytes);
        var parts = ImmutableSortedDictionary.CreateBuilder<int, PartProgress>();
        for (var left = state.Integer(); left > 0; left--)
        {
            var ordinal = state.Integer();
            var campaign = new CampaignId(Guid.Parse(state.Text(), CultureInfo.InvariantCulture));
            var type = (CampaignType)state.Integer();
            var tests = new int[state.Integer()];
            for (var index = 0; index < tests.Length; index++) tests[index] = state.Integer();
            var purpose = (AssessmentPurpose)state.Integer();
            var startedAt = new DateTimeOffset(state.Long(), TimeSpan.Zero);
            var flags = state.Integer();
            parts.Add(ordinal, new PartProgress(campaign, type, [.. tests], purpose, startedAt, (flags & 1) != 0, (flags & 2) != 0));
        }

        return parts.ToImmutable();
    }

    private LearnerProgress Change(int ordinal, Func<PartProgress, PartProgress> change) =>
        Parts.TryGetValue(ordinal, out var part) ? this with { Parts = Parts.SetItem(ordinal, change(part)) } : this;
}

/// <summary>A participation: its tests, oldest first, and its latest test's facts.</summary>
internal sealed record PartProgress(
    CampaignId Campaign,
    CampaignType Type,
    ImmutableList<int> Tests,
    AssessmentPurpose Purpose,
    DateTimeOffset TestStartedAt,
    bool IsCompleted,
    bool IsShared)
{
    public int? LatestTest => Tests.IsEmpty ? null : Tests[^1];
}
