using System.Collections.Immutable;
using Pix.Domain;

namespace Pix.Testing;

/// <summary>
/// Makes a release from skill names such as <c>@web3</c> or <c>@cnil2(fr)</c>. A skill's id is its name (repeated: <c>@web3'</c>, another
/// version of the same level); its only challenge is <c>{id}#1</c>, a QROC that accepts « juste ». Immutable: every method gives another one.
/// </summary>
public sealed record ReferentialBuilder
{
    /// <summary>Where skills go when no competence is said.</summary>
    public static readonly CompetenceCode DefaultCompetence = new("1.1");

    /// <summary>Seconds of the challenges that <see cref="Timed"/> changes.</summary>
    public const int TimerSeconds = 60;

    private ImmutableList<BuiltSkill> Skills { get; init; } = [];

    private ImmutableList<CompetenceCode> Declared { get; init; } = [];

    private ImmutableList<string> Tutorials { get; init; } = [];

    private ImmutableList<ChallengeId> Withdrawn { get; init; } = [];

    private ImmutableList<SkillMove> Moves { get; init; } = [];

    private ReferentialVersion Version { get; init; } = new(1);

    /// <summary>These skills, in the default competence.</summary>
    public static ReferentialBuilder Of(params IEnumerable<string> skills) => new ReferentialBuilder().With(DefaultCompetence, skills);

    /// <summary>And these skills in that competence; a tube's name has its own meaning in each.</summary>
    public ReferentialBuilder With(CompetenceCode competence, params IEnumerable<string> skills) =>
        skills.Select(SkillName.Parse).Aggregate(Declare(competence), (builder, name) => builder with
        {
            Skills = builder.Skills.Add(new BuiltSkill(competence, name, builder.FreeId(name.Name), []).WithVariants(1)),
        });

    /// <summary>And a competence that may have nothing to ask.</summary>
    public ReferentialBuilder Declare(CompetenceCode competence) =>
        Declared.Contains(competence) ? this : this with { Declared = Declared.Add(competence) };

    /// <summary>Without these skills.</summary>
    public ReferentialBuilder Without(params IEnumerable<string> skills) =>
        this with { Skills = Skills.RemoveAll(skill => skills.Contains(skill.Id)) };

    /// <summary>So many challenges for this skill: <c>{id}#1</c>, <c>{id}#2</c>…</summary>
    public ReferentialBuilder Variants(string skill, int count) => Change(skill, built => built.WithVariants(count));

    /// <summary>Every challenge of this skill, changed.</summary>
    public ReferentialBuilder Challenges(string skill, Func<Challenge, Challenge> change) =>
        Change(skill, built => built with { Challenges = [.. built.Challenges.Select(change)] });

    /// <summary>These skills' challenges have a timer.</summary>
    public ReferentialBuilder Timed(params IEnumerable<string> skills) =>
        skills.Aggregate(this, (builder, skill) => builder.Challenges(skill, challenge => challenge with { TimerSeconds = TimerSeconds }));

    /// <summary>These skills have challenges, in a language that nobody asks for.</summary>
    public ReferentialBuilder NotPlayable(params IEnumerable<string> skills) =>
        skills.Aggregate(this, (builder, skill) => builder.Challenges(skill, challenge => challenge with { Locales = ["nl"] }));

    /// <summary>These skills have no challenge.</summary>
    public ReferentialBuilder WithoutChallenge(params IEnumerable<string> skills) =>
        skills.Aggregate(this, (builder, skill) => builder.Variants(skill, 0));

    /// <summary>And a tutorial, in the default competence.</summary>
    public ReferentialBuilder Tutorial(string id) => Declare(DefaultCompetence) with { Tutorials = Tutorials.Add(id) };

    /// <summary>Under this number.</summary>
    public ReferentialBuilder As(int version) => this with { Version = new ReferentialVersion(version) };

    /// <summary>With this challenge withdrawn (Rule D6).</summary>
    public ReferentialBuilder Withdraw(string challenge) => this with { Withdrawn = Withdrawn.Add(new ChallengeId(challenge)) };

    /// <summary>With this skill going on under another id.</summary>
    public ReferentialBuilder Move(string from, string to) => this with { Moves = Moves.Add(new SkillMove(new SkillId(from), new SkillId(to))) };

    /// <summary>Ready to be asked.</summary>
    public Referential Build() => new(Version, Areas(), Competences(), Withdrawn, Moves);

    /// <summary>Ready to be released. A competence's hash is that of the version it was drafted for.</summary>
    public ReleaseDraft Draft() =>
        new(Version, Areas(), [.. Competences().Select(competence => ($"{competence.Code}-v{Version}", competence))], [], Withdrawn, Moves);

    /// <summary>Releases all of these, in order, the last one being active.</summary>
    public static Releases Released(params IReadOnlyList<ReferentialBuilder> versions) => versions.Aggregate(Releases.Initial, Release);

    /// <summary>Releases one more and activates it, by the domain's own decisions.</summary>
    public static Releases Release(Releases before, ReferentialBuilder version)
    {
        var now = DateTimeOffset.UnixEpoch;
        var draft = version.Draft();
        return ReleaseDecisions.StepsOf(draft)
            .Append((releases, at) => releases.Activate(draft.Version, at))
            .Aggregate(before, (releases, step) => step(releases, now) is { Refusal: null } decision
                ? decision.Events.Aggregate(releases, (state, happened) => state.Evolve(happened))
                : throw new InvalidOperationException($"Refused: {step(releases, now).Refusal}"));
    }

    private List<Area> Areas() =>
        [.. Declared.Select(code => code.Area).Distinct().Order(StringComparer.Ordinal).Select(code => new Area(code, $"Domaine {code}", "#000000"))];

    private List<Competence> Competences() => [.. Declared.Select(code => new Competence(
        code,
        $"Compétence {code}",
        "",
        [.. Skills.Where(skill => skill.Competence == code).GroupBy(skill => skill.Name.Tube).Select(TubeOf)],
        code == DefaultCompetence ? [.. Tutorials.Select(TutorialOf)] : []))];

    private static Tube TubeOf(IGrouping<string, BuiltSkill> skills) => new(
        new TubeId($"{skills.First().Competence}/{skills.Key}"),
        skills.Key,
        "",
        skills.Key,
        skills.Key,
        "",
        [.. skills.Select(skill => new Skill(new SkillId(skill.Id), skill.Name.Level, "", [], [], skill.Challenges))]);

    private static Tutorial TutorialOf(string id) => new(new TutorialId(id), id, $"https://exemple.fr/{id}", "page", "2 minutes", "Pix");

    private ReferentialBuilder Change(string skill, Func<BuiltSkill, BuiltSkill> change) => Skills.Find(built => built.Id == skill) is { } found
        ? this with { Skills = Skills.Replace(found, change(found)) }
        : throw new ArgumentException($"There is no skill {skill} in this referential.", nameof(skill));

    private string FreeId(string name) => Skills.Exists(skill => skill.Id == name) ? FreeId(name + "'") : name;

    private sealed record BuiltSkill(CompetenceCode Competence, SkillName Name, string Id, ImmutableList<Challenge> Challenges)
    {
        public BuiltSkill WithVariants(int count) => this with
        {
            Challenges = [.. Enumerable.Range(1, count).Select(number =>
                new Challenge(new ChallengeId($"{Id}#{number}"), number, ChallengeType.Qroc, ChallengeStatus.Validated, $"Épreuve {Id}", "")
                {
                    Accepted = ["juste"],
                    Locales = Name.Locales,
                })],
        };
    }
}
