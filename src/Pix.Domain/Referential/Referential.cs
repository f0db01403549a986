using System.Collections.Concurrent;

namespace Pix.Domain;

/// <summary>A release's number; a later release has a greater one.</summary>
public readonly record struct ReferentialVersion(int Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A skill where a release puts it, with what it is worth there (Rule 1.4).</summary>
public sealed record PlacedSkill(Skill Skill, Tube Tube, CompetenceCode Competence, PixAmount Pix)
{
    /// <summary>Its identity (Rule 1.3).</summary>
    public SkillId Id => Skill.Id;

    /// <summary>Its difficulty, 1 to 8.</summary>
    public int Level => Skill.Level;

    /// <summary>Whether anything may be asked about it outside certification, in any language.</summary>
    public bool IsForTraining { get; } = Skill.Challenges.Any(challenge => challenge.IsForTraining);

    /// <summary>Such as <c>@sourceImage2</c>.</summary>
    public string Name => $"@{Tube.Name}{Level}";
}

/// <summary>A challenge and the skill it tests.</summary>
public sealed record PlacedChallenge(Challenge Challenge, PlacedSkill Skill);

/// <summary>One release of the learning content, ready to be asked: who is where, what is worth what, what moved and what was withdrawn.</summary>
public sealed class Referential
{
    // Campaigns whose target is kept prepared: enough for those that are being played at one time, some tens of kilobytes each.
    private const int PreparedTargets = 512;

    private readonly Dictionary<SkillId, PlacedSkill> _skills = [];
    private readonly Dictionary<ChallengeId, PlacedChallenge> _challenges = [];
    private readonly Dictionary<TutorialId, Tutorial> _tutorials = [];
    private readonly Dictionary<TubeId, IReadOnlyList<PlacedSkill>> _skillsByTube = [];
    private readonly Dictionary<CompetenceCode, IReadOnlyList<PlacedSkill>> _skillsByCompetence = [];
    private readonly Dictionary<CompetenceCode, Competence> _competences;
    private readonly Dictionary<CompetenceCode, Area> _areas;
    private readonly Dictionary<SkillId, SkillId> _moves;
    private readonly HashSet<ChallengeId> _withdrawn;
    private readonly ConcurrentDictionary<(CompetenceCode Competence, string Locale), SkillSet> _skillSets = [];
    private readonly ConcurrentDictionary<Target, TargetedSkills> _targeted = [];

    /// <summary>A release made of these competences. Ids are unique, which the decision to release has checked.</summary>
    public Referential(
        ReferentialVersion version,
        IReadOnlyList<Area> areas,
        IReadOnlyList<Competence> competences,
        IEnumerable<ChallengeId> withdrawn,
        IEnumerable<SkillMove> moves)
    {
        Version = version;
        Areas = areas;
        Competences = [.. competences.OrderBy(competence => competence.Code.Value, StringComparer.Ordinal)];
        _competences = Competences.ToDictionary(competence => competence.Code);
        _areas = (from competence in Competences join area in areas on competence.Code.Area equals area.Code select (competence.Code, area)).ToDictionary();
        _withdrawn = [.. withdrawn];
        _moves = moves.ToDictionary(move => move.From, move => move.To);
        foreach (var competence in Competences) Place(competence);
    }

    /// <summary>Which release this is.</summary>
    public ReferentialVersion Version { get; }

    /// <summary>The domains, by code.</summary>
    public IReadOnlyList<Area> Areas { get; }

    /// <summary>The competences, by code.</summary>
    public IReadOnlyList<Competence> Competences { get; }

    /// <summary>Every skill of a competence; none when the competence is unknown.</summary>
    public IReadOnlyList<PlacedSkill> SkillsOf(CompetenceCode competence) => _skillsByCompetence.GetValueOrDefault(competence, []);

    /// <summary>Every skill of a tube; none when the tube is unknown.</summary>
    public IReadOnlyList<PlacedSkill> SkillsOf(TubeId tube) => _skillsByTube.GetValueOrDefault(tube, []);

    /// <summary>Every skill of a competence, prepared for the questions of its tests in one language.</summary>
    public SkillSet SkillSetOf(CompetenceCode competence, string locale) => _skillSets.GetOrAdd(
        (competence, locale),
        static (key, skills) => new SkillSet(skills, key.Locale),
        SkillsOf(competence));

    /// <summary>The skills of a campaign's target that this release has, prepared for the questions of its tests.</summary>
    public TargetedSkills Targeted(Target target)
    {
        if (_targeted.TryGetValue(target, out var known)) return known;
        if (_targeted.Count >= PreparedTargets) _targeted.Clear();
        return _targeted.GetOrAdd(target, static (key, referential) => new TargetedSkills(key.Skills ?? [], referential), this);
    }

    /// <summary>Whether a competence has anything to ask while training.</summary>
    public bool IsPlayable(CompetenceCode competence) => SkillsOf(competence).Any(skill => skill.IsForTraining);

    /// <summary>A competence, or null.</summary>
    public Competence? Find(CompetenceCode competence) => _competences.GetValueOrDefault(competence);

    /// <summary>The domain of a competence that this release declares.</summary>
    public Area AreaOf(CompetenceCode competence) => _areas[competence];

    /// <summary>A challenge, or null.</summary>
    public PlacedChallenge? Find(ChallengeId challenge) => _challenges.GetValueOrDefault(challenge);

    /// <summary>A tutorial, or null.</summary>
    public Tutorial? Find(TutorialId tutorial) => _tutorials.GetValueOrDefault(tutorial);

    /// <summary>Where a recorded skill is in this release, followed through its moves; null: it counts for nothing here.</summary>
    public PlacedSkill? Find(SkillId skill)
    {
        // A chain of moves is at most as long as there are moves; a circle, which no release contains, ends there too.
        for (var steps = 0; steps <= _moves.Count; steps++)
        {
            if (_skills.TryGetValue(skill, out var placed)) return placed;
            if (!_moves.TryGetValue(skill, out skill)) return null;
        }

        return null;
    }

    /// <summary>Whether this release withdrew a challenge: its answers count for nothing (Rule D6).</summary>
    public bool IsWithdrawn(ChallengeId challenge) => _withdrawn.Contains(challenge);

    private void Place(Competence competence)
    {
        var skillsPerLevel = competence.Tubes.SelectMany(tube => tube.Skills).CountBy(skill => skill.Level).ToDictionary();
        var ofCompetence = new List<PlacedSkill>();
        foreach (var tube in competence.Tubes)
        {
            var ofTube = tube.Skills
                .Select(skill => new PlacedSkill(
                    WithoutWithdrawn(skill),
                    tube,
                    competence.Code,
                    PixAmount.OfSkillAmong(skillsPerLevel[skill.Level])))
                .ToList();
            _skillsByTube[tube.Id] = ofTube;
            ofCompetence.AddRange(ofTube);
        }

        _skillsByCompetence[competence.Code] = ofCompetence;
        foreach (var skill in ofCompetence)
        {
            _skills[skill.Id] = skill;
            foreach (var challenge in skill.Skill.Challenges) _challenges[challenge.Id] = new PlacedChallenge(challenge, skill);
        }

        foreach (var tutorial in competence.Tutorials) _tutorials[tutorial.Id] = tutorial;
    }

    // Whatever status its author left it: what counts for nothing is not asked (Rule D6).
    private Skill WithoutWithdrawn(Skill skill) => !skill.Challenges.Any(challenge => IsWithdrawn(challenge.Id)) ? skill : skill with
    {
        Challenges = [.. skill.Challenges.Select(challenge =>
            IsWithdrawn(challenge.Id) ? challenge with { Status = ChallengeStatus.Outdated } : challenge)],
    };
}
