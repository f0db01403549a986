using Pix.Testing;
using Xunit;

namespace Pix.Domain.Tests;

public sealed class ReleaseTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly ReferentialBuilder One = ReferentialBuilder.Of("@web1", "@web2");

    [Fact]
    public void A_release_is_written_step_by_step_then_read()
    {
        var releases = Written(Releases.Initial, One.Draft());
        Assert.Null(releases.Open);
        Assert.Null(releases.Active);
        Assert.Equal(2, releases.At(new ReferentialVersion(1))!.SkillsOf(ReferentialBuilder.DefaultCompetence).Count);
    }

    [Fact]
    public void An_interrupted_release_is_not_read_and_goes_on_where_it_stopped()
    {
        var steps = ReleaseDecisions.StepsOf(One.Draft()).ToList();
        for (var done = 0; done < steps.Count; done++)
        {
            var interrupted = steps.Take(done).Aggregate(Releases.Initial, Take);
            Assert.Null(interrupted.At(new ReferentialVersion(1)));
            Assert.All(steps.Take(done), step => Assert.Empty(step(interrupted, Now).Events));
            Assert.NotNull(Written(interrupted, One.Draft()).At(new ReferentialVersion(1)));
        }
    }

    [Fact]
    public void Releasing_the_same_again_is_nothing_to_do()
    {
        var releases = Written(Releases.Initial, One.Draft());
        Assert.All(ReleaseDecisions.StepsOf(One.Draft()), step => Nothing(step(releases, Now)));
    }

    [Fact]
    public void A_version_is_released_once()
    {
        var given = Given(One);
        given.When(Opening(One.Draft() with { Withdrawn = [new ChallengeId("@web1#1")] })).ThenRefused("version_already_released", ("version", 1));
        given.When(Opening(One.Draft() with { Moves = [new SkillMove(new SkillId("a"), new SkillId("b"))] })).ThenRefused("version_already_released");
        given.When(Opening(One.Draft() with { Areas = [new Area("1", "Un autre titre", "#000000")] })).ThenRefused("version_already_released");
        given.When(Opening(One.Draft() with { Attachments = [File("a.txt")] })).ThenRefused("version_already_released");
        given.When(Opening(One.Draft() with { Competences = [("autre", One.Draft().Competences[0].Competence)] })).ThenRefused("version_already_released");
    }

    [Fact]
    public void Versions_grow() =>
        Given(One.As(1), One.As(3)).When(Opening(One.As(2).Draft())).ThenRefused("version_not_newer", ("version", 2), ("latest", 3));

    [Fact]
    public void A_release_that_another_one_interrupted_is_not_closed()
    {
        var steps = ReleaseDecisions.StepsOf(One.Draft()).ToList();
        Specification
            .And(releases => steps[0](releases, Now))
            .And(Opening(One.As(2).Draft()))
            .When(releases => steps[^1](releases, Now))
            .ThenRefused("release_interrupted", ("version", 1));
    }

    [Fact]
    public void Two_things_under_one_id_are_refused()
    {
        var draft = One.Draft();
        var (hash, competence) = draft.Competences[0];
        Specification.When(Opening(draft with { Competences = [(hash, competence), ("b", competence)] })).ThenRefused("id_not_unique", ("id", "1.1"));
        Specification.When(Opening(draft with { Competences = [(hash, competence), ("b", competence with { Code = new CompetenceCode("1.2") })] }))
            .ThenRefused("id_not_unique", ("id", "1.1/web"));
        Specification.When(Opening(draft with { Attachments = [File("a.txt"), File("a.txt")] })).ThenRefused("id_not_unique", ("id", "a.txt"));
        Specification.When(Opening(One.Move("@a1", "@b1").Move("@a1", "@c1").Draft())).ThenRefused("id_not_unique", ("id", "@a1"));
    }

    [Fact]
    public void A_level_that_cannot_share_its_pix_exactly_is_refused()
    {
        Assert.NotEmpty(Specification.When(Opening(SkillsOfOneLevel(16).Draft())).Granted());
        Specification.When(Opening(SkillsOfOneLevel(17).Draft()))
            .ThenRefused("too_many_skills_in_level", ("competence", "1.1"), ("level", 3), ("skills", 17), ("maximum_skills", 16));
    }

    [Fact]
    public void Only_what_was_released_is_activated()
    {
        var given = new Specification<Releases, ReferentialEvent>([]);
        given.When(releases => releases.Activate(new ReferentialVersion(1), Now)).ThenRefused("version_unknown", ("version", 1));
        var two = Given(One, One.As(2));
        two.When(releases => releases.Activate(new ReferentialVersion(2), Now)).ThenNothing();
        two.When(releases => releases.Activate(new ReferentialVersion(1), Now)).Then(new ReferentialActivated(new ReferentialVersion(1), Now));
    }

    [Fact]
    public void A_file_is_that_of_its_release()
    {
        var draft = One.Draft() with { Attachments = [File("a.txt", "v1")] };
        var releases = Written(Written(Releases.Initial, draft), One.As(2).Draft() with { Attachments = [File("a.txt", "v2")] });
        Assert.Equal("v1", releases.Attachment(new ReferentialVersion(1), "a.txt")!.Sha256);
        Assert.Equal("v2", releases.Attachment(new ReferentialVersion(2), "a.txt")!.Sha256);
        Assert.Null(releases.Attachment(new ReferentialVersion(2), "b.txt"));
        Assert.Null(releases.Attachment(new ReferentialVersion(3), "a.txt"));
    }

    [Fact]
    public void A_withdrawn_challenge_is_outdated_whatever_its_author_left() => Assert.Equal(
        ChallengeStatus.Outdated,
        One.Withdraw("@web1#1").Build().Find(new ChallengeId("@web1#1"))!.Challenge.Status);

    private static Specification<Releases, ReferentialEvent> Specification { get; } = new([]);

    private static ReferentialBuilder SkillsOfOneLevel(int count) => ReferentialBuilder.Of(Enumerable.Range(1, count).Select(index => $"@t{index}t3"));

    private static ReleasedFile File(string name, string hash = "hash") =>
        new(hash, name, "text/plain", default);

    private static Func<Releases, Decision<ReferentialEvent>> Opening(ReleaseDraft draft) =>
        releases => ReleaseDecisions.StepsOf(draft).First()(releases, Now);

    private static Specification<Releases, ReferentialEvent> Given(params ReferentialBuilder[] versions)
    {
        var given = Specification;
        foreach (var version in versions)
        {
            foreach (var step in ReleaseDecisions.StepsOf(version.Draft())) given = given.And(releases => step(releases, Now));
            given = given.And(releases => releases.Activate(version.Draft().Version, Now));
        }

        return given;
    }

    private static Releases Written(Releases releases, ReleaseDraft draft) => ReleaseDecisions.StepsOf(draft).Aggregate(releases, Take);

    private static Releases Take(Releases releases, Func<Releases, DateTimeOffset, Decision<ReferentialEvent>> step) =>
        step(releases, Now).Aggregate(releases, (state, happened) => state.Evolve(happened));

    private static void Nothing(Decision<ReferentialEvent> decision)
    {
        Assert.Null(decision.Refusal);
        Assert.Empty(decision.Events);
    }
}
