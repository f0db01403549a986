using FsCheck;
using FsCheck.Fluent;
using Pix.Testing;
using Xunit;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests.Properties;

/// <summary>
/// In which order answers are given matters as little as it can. Tubes do not touch each other: answers about different tubes may come in
/// any order. In one tube, an assessment judges a skill once, the first time: answers that agree (right up to a level, wrong above) may come
/// in any order; answers that disagree may not.
/// </summary>
public sealed class KnowledgeProperties
{
    private static readonly Gen<(Pix.Domain.Referential Referential, GivenAnswer[] Answers)> Histories =
        from content in Contents.Any
        let referential = content.Build()
        from answers in AnyAnswer(referential).ArrayOf()
        select (referential, answers);

    [Fact]
    public void One_more_answer_teaches_as_much_as_starting_again() => ForAll(Histories, history =>
    {
        var step = Knowledge.Of([], history.Referential);
        for (var count = 0; count < history.Answers.Length; count++)
        {
            var before = Written(step);
            var after = step.With(history.Answers[count]);
            Assert.Equal(before, Written(step));
            step = after;
            Assert.Equal(Written(Knowledge.Of(history.Answers[..(count + 1)], history.Referential)), Written(step));
        }
    });

    [Fact]
    public void A_skill_has_one_element_worth_nothing_or_its_pix() => ForAll(Histories, history =>
    {
        var elements = Knowledge.Of(history.Answers, history.Referential).Elements.ToList();
        Assert.Equal(elements.Count, elements.DistinctBy(element => element.Skill.Id).Count());
        Assert.All(elements, element => Assert.Equal(element.IsValidated ? element.Skill.Pix : PixAmount.Zero, element.EarnedPix));
    });

    [Fact]
    public void Answers_about_different_tubes_may_come_in_any_order() => ForAll(
        from history in Histories
        let onePerTube = history.Answers
            .DistinctBy(answer => history.Referential.Find(answer.Skill)!.Tube.Id)
            .Select(answer => answer with { Assessment = 1, At = Tuesday })
            .ToArray()
        from shuffled in Gen.Shuffle(onePerTube)
        select (history.Referential, onePerTube, shuffled),
        orders => Assert.Equal(
            Written(Knowledge.Of(orders.onePerTube, orders.Referential)),
            Written(Knowledge.Of(orders.shuffled, orders.Referential))));

    [Fact]
    public void Answers_that_agree_may_come_in_any_order() => ForAll(
        from history in Histories
        from level in Gen.Choose(0, 8)
        let agreeing = history.Answers.Select(answer => answer with
        {
            IsRight = history.Referential.Find(answer.Skill)!.Level <= level,
        }).ToArray()
        from shuffled in Gen.Shuffle(agreeing)
        select (history.Referential, agreeing, shuffled),
        orders =>
        {
            var one = Knowledge.Of(orders.agreeing, orders.Referential);
            var other = Knowledge.Of(orders.shuffled, orders.Referential);
            Assert.Equal(one.PixIn(Code), other.PixIn(Code));
            Assert.Equal(Validated(one), Validated(other));
        });

    [Fact]
    public void Answers_that_disagree_in_a_tube_count_as_the_first_said()
    {
        var referential = ReferentialBuilder.Of("@web1", "@web2").Build();
        var right2 = Answer(referential.Find(new SkillId("@web2"))!, right: true, assessment: 1);
        var wrong1 = Answer(referential.Find(new SkillId("@web1"))!, right: false, assessment: 1);
        Assert.Equal(PixAmount.Of(8), Knowledge.Of([right2, wrong1], referential).PixIn(Code));
        Assert.Equal(PixAmount.Zero, Knowledge.Of([wrong1, right2], referential).PixIn(Code));
    }

    [Fact]
    public void Another_assessment_judges_again()
    {
        var referential = ReferentialBuilder.Of("@web1", "@web2").Build();
        var right2 = Answer(referential.Find(new SkillId("@web2"))!, right: true, assessment: 1);
        var wrong1 = Answer(referential.Find(new SkillId("@web1"))!, right: false, assessment: 2);
        Assert.Equal(PixAmount.Zero, Knowledge.Of([right2, wrong1], referential).PixIn(Code));
    }

    [Fact]
    public void A_skill_of_the_same_level_is_never_inferred()
    {
        var referential = ReferentialBuilder.Of("@web2", "@web2", "@web3").Build();
        var elements = Knowledge.Of([Answer(referential.Find(new SkillId("@web2"))!, right: false, assessment: 1)], referential).Elements;
        Assert.Equal(["@web2", "@web3"], elements.Select(element => element.Skill.Id.Value));
    }

    [Fact]
    public void The_skills_of_a_level_share_eight_pix_exactly_in_any_order() => ForAll(
        from count in Gen.Choose(1, PixAmount.MaximumSkillsPerLevel)
        from order in Gen.Shuffle(Enumerable.Range(1, count).ToArray())
        select order,
        order =>
        {
            var referential = ReferentialBuilder.Of(order.Select(tube => $"@t{tube}t5")).Build();
            var total = PixAmount.Zero;
            foreach (var tube in order) total += referential.Find(new SkillId($"@t{tube}t5"))!.Pix;
            Assert.Equal(order.Length == 1 ? PixAmount.Of(4) : PixAmount.Of(8), total);
        });

    [Fact]
    public void Every_count_of_skills_shares_a_level_exactly() => Assert.All(
        Enumerable.Range(2, PixAmount.MaximumSkillsPerLevel - 1),
        count => Assert.Equal(PixAmount.Of(8).Units, PixAmount.OfSkillAmong(count).Units * count));

    private static Gen<GivenAnswer> AnyAnswer(Pix.Domain.Referential referential) =>
        from skill in Gen.Elements<PlacedSkill>([.. referential.SkillsOf(Code)])
        from right in Gen.Elements(true, false)
        from assessment in Gen.Choose(1, 3)
        select Answer(skill, right, assessment);

    private static GivenAnswer Answer(PlacedSkill skill, bool right, int assessment) =>
        new(assessment, new Target(Code), new ChallengeId($"{skill.Id}#1"), skill.Id, Code, right, Tuesday.AddDays(assessment));

    private static IEnumerable<string> Validated(Knowledge knowledge) =>
        knowledge.Elements.Where(element => element.IsValidated).Select(element => element.Skill.Id.Value).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Written(Knowledge knowledge) => knowledge.Elements
        .Select(element => $"{element.Skill.Id} {element.Source} {element.IsValidated} {element.At:O}")
        .Order(StringComparer.Ordinal);

    private static void ForAll<T>(Gen<T> gen, Action<T> assert) => Check.QuickThrowOnFailure(Prop.ForAll(gen.ToArbitrary(), assert));
}
