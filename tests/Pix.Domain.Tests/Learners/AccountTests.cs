using Pix.Testing;
using Xunit;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests.Learners;

public sealed class AccountTests
{
    private static readonly Referential Referential = Web.Build();
    private static readonly TutorialId Tutorial = new("tuto");

    public static TheoryData<string, Func<Learner, Decision<LearnerEvent>>> EveryWish => new()
    {
        { "see rules", learner => learner.SeeRules(Tuesday) },
        { "reset", learner => learner.Reset(Tuesday) },
        { "save", learner => learner.KeepTutorial(Tutorial, null, Referential, Tuesday) },
        { "remove", learner => learner.RemoveTutorial(Tutorial, Tuesday) },
        { "judge", learner => learner.KeepTutorial(Tutorial, true, Referential, Tuesday) },
        { "report", learner => learner.ReportProblem(First, new ChallengeId("@web2#1"), ProblemCategory.Link, null, Tuesday) },
        { "start", learner => learner.StartTest(Referential) },
        { "improve", learner => learner.Improve(Referential, Tuesday) },
        { "present", learner => learner.Present(First, Tuesday) },
        { "answer", learner => learner.Send(Right("@web2#1"), ReferentialBuilder.Released(Web)) },
    };

    [Fact]
    public void Registering_opens_the_account_with_or_without_a_name()
    {
        var name = new PersonName("Zoé", "Martin");
        Nobody.When(learner => learner.Register(Person, null, Tuesday)).Then(new LearnerRegistered(Person, null, Tuesday));
        Nobody.When(learner => learner.Register(Person, name, Tuesday))
            .Then(new LearnerRegistered(Person, new Personal<PersonName>(Person, name), Tuesday));
    }

    [Fact]
    public void An_account_is_opened_once()
    {
        Registered.When(learner => learner.Register(Person, null, Tuesday)).ThenRefused("learner_already_registered");
        Erased.When(learner => learner.Register(Person, null, Tuesday)).ThenRefused("learner_already_registered");
    }

    [Theory]
    [MemberData(nameof(EveryWish))]
    public void Nothing_is_decided_for_somebody_unknown_or_erased(string wish, Func<Learner, Decision<LearnerEvent>> decide)
    {
        Assert.NotEmpty(wish);
        Nobody.When(decide).ThenRefused("learner_unknown");
        Erased.When(decide).ThenRefused("learner_erased");
    }

    [Fact]
    public void Erasing_is_decided_once()
    {
        Nobody.When(learner => learner.Erase(Tuesday)).ThenRefused("learner_unknown");
        Registered.When(learner => learner.Erase(Tuesday)).Then(new PersonErased(Person, Tuesday));
        Erased.When(learner => learner.Erase(Tuesday)).ThenNothing();
    }

    [Fact]
    public void The_rules_of_the_game_are_seen_once_for_good()
    {
        Registered.When(learner => learner.SeeRules(Tuesday)).Then(new RulesOfTheGameSeen(Tuesday));
        Registered.And(new RulesOfTheGameSeen(Tuesday)).When(learner => learner.SeeRules(Tuesday)).ThenNothing();
    }

    [Fact]
    public void A_tutorial_is_saved_and_removed()
    {
        var saved = new TutorialSaved(Tutorial, Tuesday);
        var removed = new TutorialRemoved(Tutorial, Tuesday);
        Registered.When(learner => learner.KeepTutorial(Tutorial, null, Referential, Tuesday)).Then(saved);
        Registered.And(saved).When(learner => learner.KeepTutorial(Tutorial, null, Referential, Tuesday)).ThenNothing();
        Registered.And(saved).When(learner => learner.RemoveTutorial(Tutorial, Tuesday)).Then(removed);
        Registered.And(saved, removed).When(learner => learner.RemoveTutorial(Tutorial, Tuesday)).ThenNothing();
        Registered.And(saved, removed).When(learner => learner.KeepTutorial(Tutorial, null, Referential, Tuesday)).Then(saved);
    }

    [Fact]
    public void A_tutorial_found_useful_is_on_the_list_and_that_is_taken_back()
    {
        var saved = new TutorialSaved(Tutorial, Tuesday);
        var useful = new TutorialFoundUseful(Tutorial, true, Tuesday);
        Registered.When(learner => learner.KeepTutorial(Tutorial, true, Referential, Tuesday)).Then(saved, useful);
        Registered.And(saved).When(learner => learner.KeepTutorial(Tutorial, true, Referential, Tuesday)).Then(useful);
        Registered.And(saved, useful).When(learner => learner.KeepTutorial(Tutorial, true, Referential, Tuesday)).ThenNothing();
        Registered.And(saved, useful).When(learner => learner.KeepTutorial(Tutorial, null, Referential, Tuesday)).ThenNothing();
        Registered.And(saved, useful).When(learner => learner.KeepTutorial(Tutorial, false, Referential, Tuesday))
            .Then(new TutorialFoundUseful(Tutorial, false, Tuesday));
        Registered.And(saved).When(learner => learner.KeepTutorial(Tutorial, false, Referential, Tuesday)).ThenNothing();
    }

    [Fact]
    public void A_tutorial_that_is_not_in_the_referential_is_refused_but_may_leave_the_list()
    {
        var gone = new TutorialId("parti");
        Registered.When(learner => learner.KeepTutorial(gone, null, Referential, Tuesday)).ThenRefused("tutorial_unknown", ("tutorial", "parti"));
        Registered.When(learner => learner.KeepTutorial(gone, true, Referential, Tuesday)).ThenRefused("tutorial_unknown");
        Registered.And(new TutorialSaved(gone, Tuesday)).When(learner => learner.RemoveTutorial(gone, Tuesday))
            .Then(new TutorialRemoved(gone, Tuesday));
    }
}
