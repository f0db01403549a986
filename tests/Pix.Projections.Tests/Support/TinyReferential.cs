using Pix.Domain;

namespace Pix.Projections.Tests;

/// <summary>Three competences of two tubes of four levels; release 2 drops a tube of the first, so that scores move.</summary>
internal static class TinyReferential
{
    public static IReadOnlyList<CompetenceCode> Codes { get; } = [new("1.1"), new("1.2"), new("2.1")];

    public static Referential V1 { get; } = Release(1, tubesOfFirst: 2);

    public static Referential V2 { get; } = Release(2, tubesOfFirst: 1);

    public static IReadOnlyList<Skill> SkillsOf(CompetenceCode competence) =>
        [.. V1.Find(competence)!.Tubes.SelectMany(tube => tube.Skills)];

    public static Tube TubeOf(SkillId skill) =>
        V1.Competences.SelectMany(competence => competence.Tubes).Single(tube => tube.Skills.Any(candidate => candidate.Id == skill));

    public static Referential? Find(ReferentialVersion version) => version.Value switch
    {
        1 => V1,
        2 => V2,
        _ => null,
    };

    private static Referential Release(int version, int tubesOfFirst) => new(
        new ReferentialVersion(version),
        [new Area("1", "Information", "jaffa"), new Area("2", "Communication", "emerald")],
        [.. Codes.Select((code, index) => MakeCompetence(code, index == 0 ? tubesOfFirst : 2))],
        [],
        []);

    private static Competence MakeCompetence(CompetenceCode code, int tubes) => new(
        code,
        $"Compétence {code}",
        "",
        [.. Enumerable.Range(1, tubes).Select(tube => MakeTube($"{code}-t{tube}"))],
        []);

    private static Tube MakeTube(string id) => new(
        new TubeId(id), id, "", "", "", "", [.. Enumerable.Range(1, 4).Select(level => MakeSkill($"{id}-s{level}", level))]);

    private static Skill MakeSkill(string id, int level) => new(
        new SkillId(id),
        level,
        "",
        [],
        [],
        [new Challenge(new ChallengeId($"{id}-c"), 1, ChallengeType.Qroc, ChallengeStatus.Validated, "Combien ?", "Oui.") { Accepted = ["oui"] }]);
}
