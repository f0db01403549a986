using Pix.Domain;
using Xunit;

namespace Pix.Api.Tests.ContentChecks;

/// <summary>What there is to play: levels, pix, variants, types.</summary>
public sealed class CoverageTests
{
    private const int MaximumLevel = 8;

    [Fact]
    public void Every_level_of_every_competence_has_two_skills() =>
        SampleContent.AssertNone(
            from competence in SampleContent.Competences
            from level in Enumerable.Range(1, MaximumLevel)
            let skills = competence.Tubes.SelectMany(tube => tube.Skills).Count(skill => skill.Level == level)
            where skills < 2
            select $"{competence.Code} level {level}: has {skills} skills");

    [Fact]
    public void Every_competence_is_worth_64_pix()
    {
        var referential = SampleContent.Referential();
        SampleContent.AssertNone(
            from competence in referential.Competences
            let pix = referential.SkillsOf(competence.Code).Where(skill => skill.IsForTraining).Aggregate(PixAmount.Zero, (sum, skill) => sum + skill.Pix)
            where pix != PixAmount.Of(64)
            select $"{competence.Code}: is worth {pix}");
    }

    [Fact]
    public void The_whole_is_worth_1024_pix()
    {
        var referential = SampleContent.Referential();
        Assert.Equal(
            PixAmount.Of(1024),
            referential.Competences.SelectMany(competence => referential.SkillsOf(competence.Code)).Aggregate(PixAmount.Zero, (sum, skill) => sum + skill.Pix));
    }

    [Fact]
    public void Every_competence_has_four_topics() =>
        SampleContent.AssertNone(
            from competence in SampleContent.Competences
            where competence.Tubes.Count < 4
            select $"{competence.Code}: has {competence.Tubes.Count} tubes");

    [Fact]
    public void The_skills_of_a_topic_grow() =>
        SampleContent.AssertNone(
            from tube in SampleContent.Tubes
            where !tube.Skills.Select(skill => skill.Level).SequenceEqual(tube.Skills.Select(skill => skill.Level).Order())
            select $"{tube.Id}: its skills are not from the easiest to the hardest");

    [Fact]
    public void Every_skill_has_two_variants_to_train_with() =>
        SampleContent.AssertNone(
            from skill in SampleContent.Skills
            let variants = skill.Challenges.Count(challenge => challenge.IsForTraining && challenge.Status == ChallengeStatus.Validated)
            where variants < 2
            select $"{skill.Id}: has {variants} variants for training");

    [Fact]
    public void Every_competence_keeps_variants_for_certification() =>
        SampleContent.AssertNone(
            from competence in SampleContent.Competences
            let reserved = ChallengesOf(competence).Count(challenge => challenge.ReservedForCertification)
            where reserved < 3 // A certification asks three questions per competence (Rule 0.2).
            select $"{competence.Code}: reserves {reserved} challenges");

    [Fact]
    public void At_most_half_of_a_competence_is_multiple_choice() =>
        SampleContent.AssertNone(
            from competence in SampleContent.Competences
            let all = ChallengesOf(competence).ToList()
            let multiple = all.Count(challenge => challenge.Type is ChallengeType.Qcu or ChallengeType.Qcm)
            where multiple * 2 > all.Count
            select $"{competence.Code}: {multiple} of {all.Count} are multiple choice");

    [Fact]
    public void Every_type_of_challenge_is_used() =>
        SampleContent.AssertNone(
            from type in Enum.GetValues<ChallengeType>()
            where !SampleContent.Challenges.Any(challenge => challenge.Type == type)
            select $"{type}: no challenge is of this type");

    [Fact]
    public void Some_challenges_are_timed_and_some_must_keep_the_focus()
    {
        Assert.Contains(SampleContent.Challenges, challenge => challenge.TimerSeconds is not null);
        Assert.Contains(SampleContent.Challenges, challenge => challenge.Focused);
        Assert.True(SampleContent.Challenges.Count(challenge => challenge.TimerSeconds is not null) * 4 < SampleContent.Challenges.Count(), "A few are timed.");
    }

    private static IEnumerable<Challenge> ChallengesOf(Competence competence) =>
        competence.Tubes.SelectMany(tube => tube.Skills).SelectMany(skill => skill.Challenges);
}
