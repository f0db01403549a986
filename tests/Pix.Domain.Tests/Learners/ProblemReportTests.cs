using Pix.Testing;
using Xunit;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests.Learners;

/// <summary>"Signaler un problème" (Rule 13.4).</summary>
public sealed class ProblemReportTests
{
    private const string Text = "L’image ne s’affiche pas.";
    private static readonly ChallengeId Web2 = new("@web2#1");

    private static readonly Specification<Learner, LearnerEvent> Pending = Registered.And(learner => learner.StartTest(Web.Build()));

    private static readonly Specification<Learner, LearnerEvent> Answered =
        Pending.And(learner => learner.Send(Right("@web2#1"), ReferentialBuilder.Released(Web)));

    public static TheoryData<ProblemCategory> AtAnyTime =>
    [
        ProblemCategory.Question, ProblemCategory.Link, ProblemCategory.Embed, ProblemCategory.Download, ProblemCategory.Accessibility,
        ProblemCategory.Other,
    ];

    public static TheoryData<ProblemCategory> OnceAnswered => [ProblemCategory.Answer, ProblemCategory.Tutorial];

    [Theory]
    [MemberData(nameof(AtAnyTime))]
    public void Most_problems_are_reported_before_and_after_the_answer(ProblemCategory category)
    {
        Pending.When(learner => learner.ReportProblem(First, Web2, category, Text, Tuesday)).Then(Reported(category));
        Answered.When(learner => learner.ReportProblem(First, Web2, category, Text, Tuesday)).Then(Reported(category));
    }

    [Theory]
    [MemberData(nameof(OnceAnswered))]
    public void The_correction_and_its_tutorials_are_reported_once_answered(ProblemCategory category)
    {
        Pending.When(learner => learner.ReportProblem(First, Web2, category, Text, Tuesday)).ThenRefused("problem_not_now");
        Answered.When(learner => learner.ReportProblem(First, Web2, category, Text, Tuesday)).Then(Reported(category));
    }

    [Fact]
    public void The_picture_is_reported_while_it_is_shown()
    {
        Pending.When(learner => learner.ReportProblem(First, Web2, ProblemCategory.Picture, Text, Tuesday)).Then(Reported(ProblemCategory.Picture));
        Answered.When(learner => learner.ReportProblem(First, Web2, ProblemCategory.Picture, Text, Tuesday)).ThenRefused("problem_not_now");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Anything_else_needs_a_text(string? text) =>
        Pending.When(learner => learner.ReportProblem(First, Web2, ProblemCategory.Other, text, Tuesday)).ThenRefused("problem_text_missing");

    [Fact]
    public void A_category_may_say_it_all() =>
        Assert.Null(Pending.When(learner => learner.ReportProblem(First, Web2, ProblemCategory.Link, null, Tuesday)).Only<ProblemReported>().Text);

    [Fact]
    public void Reports_are_numbered() => Assert.Equal(
        2,
        Pending.And(Reported(ProblemCategory.Link)).When(learner => learner.ReportProblem(First, Web2, ProblemCategory.Link, Text, Tuesday))
            .Only<ProblemReported>().Report);

    [Fact]
    public void A_problem_is_about_a_challenge_of_a_test_of_this_learner()
    {
        Pending.When(learner => learner.ReportProblem(Second, Web2, ProblemCategory.Link, Text, Tuesday)).ThenRefused("assessment_unknown");
        Pending.When(learner => learner.ReportProblem(First, new ChallengeId("@web1#1"), ProblemCategory.Link, Text, Tuesday))
            .ThenRefused("challenge_not_in_assessment", ("challenge", "@web1#1"));
    }

    private static ProblemReported Reported(ProblemCategory category) =>
        new(1, First, Web2, category, new Personal<string>(Person, Text), Tuesday);
}
