using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Pix.Api.Tests.ContentChecks;

public sealed partial class IdTests
{
    [Fact]
    public void Ids_are_unique()
    {
        SampleContent.AssertNone(
            Repeated("competence", SampleContent.Competences.Select(one => one.Code.Value))
                .Concat(Repeated("tube", SampleContent.Tubes.Select(one => one.Id.Value)))
                .Concat(Repeated("tube name", SampleContent.Tubes.Select(one => one.Name)))
                .Concat(Repeated("skill", SampleContent.Skills.Select(one => one.Id.Value)))
                .Concat(Repeated("challenge", SampleContent.Challenges.Select(one => one.Id.Value)))
                .Concat(Repeated("tutorial", SampleContent.Competences.SelectMany(one => one.Tutorials).Select(one => one.Id.Value))));
    }

    [Fact]
    public void A_challenge_is_named_after_its_skill_and_a_letter() =>
        SampleContent.AssertNone(
            from skill in SampleContent.Skills
            from challenge in skill.Challenges
            where !challenge.Id.Value.StartsWith($"{skill.Id}-", StringComparison.Ordinal) || !ALetter().IsMatch(challenge.Id.Value[(skill.Id.Value.Length + 1)..])
            select $"{challenge.Id}: is not {skill.Id}, a dash, a letter");

    [Fact]
    public void A_skill_is_named_after_its_tube_and_level_unless_it_has_two_versions() =>
        SampleContent.AssertNone(
            from tube in SampleContent.Tubes
            from skill in tube.Skills
            where tube.Skills.Count(other => other.Level == skill.Level) == 1 && skill.Id.Value != $"{tube.Name}{skill.Level}"
            select $"{skill.Id}: is not {tube.Name}{skill.Level}");

    [Fact]
    public void The_variants_of_a_skill_are_numbered_from_1() =>
        SampleContent.AssertNone(
            from skill in SampleContent.Skills
            where !skill.Challenges.Select(challenge => challenge.Variant).SequenceEqual(Enumerable.Range(1, skill.Challenges.Count))
            select $"{skill.Id}: variants {string.Join(", ", skill.Challenges.Select(challenge => challenge.Variant))}");

    [Fact]
    public void Ids_are_for_ever()
    {
        var listed = File.ReadAllLines(ListOfIds());
        var written = SampleContent.Challenges.Select(challenge => challenge.Id.Value).ToList();
        SampleContent.AssertNone(
            listed.Except(written).Select(id => $"{id}: is gone; an id that was released stays, at least as outdated")
                .Concat(written.Except(listed).Select(id => $"{id}: is new, and not yet in challenge-ids.txt")));
    }

    private static IEnumerable<string> Repeated(string what, IEnumerable<string> ids) =>
        ids.CountBy(id => id).Where(id => id.Value > 1).Select(id => $"{what} {id.Key}: is given {id.Value} times");

    private static string ListOfIds([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "challenge-ids.txt");

    [GeneratedRegex("^[a-z]$")]
    private static partial Regex ALetter();
}
