namespace Pix.Domain;

/// <summary>A domain of the framework, 1 to 5 (Rule 1.1).</summary>
public sealed record Area(string Code, string Title, string Colour);

/// <summary>A competence and all its content, as one release has it. Without tubes it is declared but cannot be played yet.</summary>
public sealed record Competence(
    CompetenceCode Code,
    string Name,
    string Description,
    IReadOnlyList<Tube> Tubes,
    IReadOnlyList<Tutorial> Tutorials);

/// <summary>A topic: skills of growing level that infer each other (Rule 3.2).</summary>
public sealed record Tube(
    TubeId Id,
    string Name,
    string Thematic,
    string Title,
    string PracticalTitle,
    string PracticalDescription,
    IReadOnlyList<Skill> Skills);

/// <summary>
/// What a challenge tests. Its name is <c>@</c>, the tube's name and the level. The hint is what is said to who failed.
/// </summary>
public sealed record Skill(
    SkillId Id,
    int Level,
    string Hint,
    IReadOnlyList<TutorialId> TutorialsToSucceed,
    IReadOnlyList<TutorialId> TutorialsToLearnMore,
    IReadOnlyList<Challenge> Challenges);

/// <summary>A learning resource elsewhere (Rule 1.8). Duration as people read it, such as <c>2 minutes</c>.</summary>
public sealed record Tutorial(TutorialId Id, string Title, string Link, string Format, string Duration, string Source);
