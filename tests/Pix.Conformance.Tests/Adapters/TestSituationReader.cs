using System.Text.Json;
using Pix.Domain;
using Pix.Testing;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>
/// Reads what an adaptive test looks at. Skills are written by name; <c>skillsWithChallenges</c> names one once for each of its challenges;
/// <c>answered</c> names one for each challenge of it that was answered.
/// </summary>
internal sealed class TestSituationReader(JsonElement input)
{
    /// <summary>The situation of a case, with everything that was left out at its usual value.</summary>
    public TestSituation Read()
    {
        var referential = Builder().Build();
        var placed = referential.SkillsOf(ReferentialBuilder.DefaultCompetence).ToDictionary(skill => skill.Name);
        var answered = input.Texts("answered");
        return new TestSituation(
            new SkillSet([.. TargetNames().Select(name => placed[name])], input.TryGetProperty("locale", out var locale) ? locale.GetString()! : "fr"),
            KnownNames().Select(known => new KnowledgeElement(placed[known.Name], known.Source, known.Validated, DateTimeOffset.UnixEpoch)),
            answered.CountBy(name => name).SelectMany(name => placed[name.Key].Skill.Challenges.Take(name.Value)).Select(challenge => challenge.Id).ToHashSet())
        {
            IsFirstQuestion = input.Flag("firstQuestion") ?? answered.Count == 0,
            LastWasTimed = input.Flag("lastChallengeTimed") ?? (answered.Count > 0 && input.Texts("timed").Contains(answered[^1])),
        };
    }

    /// <summary>Skills named one by one, or by level in each tube.</summary>
    private List<string> TargetNames()
    {
        IEnumerable<string> ofTubes = input.TryGetProperty("tubes", out var tubes)
            ? tubes.EnumerateObject().SelectMany(tube => tubes.Numbers(tube.Name).Select(level => $"@{tube.Name}{level}"))
            : [];
        return [.. input.Texts("skills").Concat(input.Texts("targetSkills")).Select(name => SkillName.Parse(name).Name).Concat(ofTubes).Distinct()];
    }

    private List<(string Name, KnowledgeSource Source, bool Validated)> KnownNames() =>
    [
        .. input.List("knowledgeElements").Select(element => (
            ChallengeReader.Text(element, "skill"),
            ChallengeReader.Text(element, "source") == "direct" ? KnowledgeSource.Direct : KnowledgeSource.Inferred,
            ChallengeReader.Text(element, "status") == "validated")),
        .. Names(KnowledgeSource.Direct, true, "tested", "testedSkills", "directValidatedSkills"),
        .. Names(KnowledgeSource.Direct, false, "directInvalidatedSkills"),
        .. Names(KnowledgeSource.Inferred, true, "inferredValidatedSkills"),
        .. Names(KnowledgeSource.Inferred, false, "inferredInvalidatedSkills"),
    ];

    private IEnumerable<(string Name, KnowledgeSource Source, bool Validated)> Names(KnowledgeSource source, bool validated, params string[] fields) =>
        fields.SelectMany(field => input.Texts(field)).Select(name => (name, source, validated));

    private ReferentialBuilder Builder()
    {
        var known = KnownNames().Select(element => element.Name).Concat(input.Texts("answered")).Except(TargetNames()).Distinct();
        var builder = ReferentialBuilder.Of(TargetNames().Concat(known));
        var challenges = input.Texts("skillsWithChallenges").Concat(input.Texts("skills")).Select(SkillName.Parse).ToLookup(name => name.Name);
        foreach (var name in TargetNames().Where(name => !challenges.Contains(name) && input.TryGetProperty("skillsWithChallenges", out _)))
        {
            builder = builder.WithoutChallenge(name);
        }

        foreach (var skill in challenges.Where(skill => TargetNames().Contains(skill.Key)))
        {
            var locales = new Queue<IReadOnlyList<string>>(skill.Select(name => name.Locales));
            builder = builder.Variants(skill.Key, locales.Count).Challenges(skill.Key, challenge => challenge with { Locales = locales.Dequeue() });
        }

        return builder.Timed(input.Texts("timed")).NotPlayable(input.Texts("notPlayable"));
    }
}
