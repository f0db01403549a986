using Pix.Domain;
using Xunit;

namespace Pix.Api.Tests.ContentChecks;

public sealed class TutorialTests
{
    [Fact]
    public void Every_skill_has_a_hint_and_tutorials_of_both_kinds() =>
        SampleContent.AssertNone(
            from skill in SampleContent.Skills
            where string.IsNullOrWhiteSpace(skill.Hint) || skill.TutorialsToSucceed.Count == 0 || skill.TutorialsToLearnMore.Count == 0
            select $"{skill.Id}: lacks a hint, a tutorial to succeed or one to learn more");

    [Fact]
    public void Every_tutorial_named_exists_in_its_competence() =>
        SampleContent.AssertNone(
            from competence in SampleContent.Competences
            let known = competence.Tutorials.Select(tutorial => tutorial.Id).ToHashSet()
            from skill in competence.Tubes.SelectMany(tube => tube.Skills)
            from id in Named(skill)
            where !known.Contains(id)
            select $"{skill.Id}: tutorial {id} does not exist");

    [Fact]
    public void Every_tutorial_is_used() =>
        SampleContent.AssertNone(
            from competence in SampleContent.Competences
            let used = competence.Tubes.SelectMany(tube => tube.Skills).SelectMany(Named).ToHashSet()
            from tutorial in competence.Tutorials
            where !used.Contains(tutorial.Id)
            select $"{competence.Code} {tutorial.Id}: no skill points to it");

    [Fact]
    public void Every_link_is_a_secure_address() =>
        SampleContent.AssertNone(
            from tutorial in SampleContent.Competences.SelectMany(competence => competence.Tutorials)
            where !Uri.TryCreate(tutorial.Link, UriKind.Absolute, out var link) || link.Scheme != Uri.UriSchemeHttps
            select $"{tutorial.Id}: {tutorial.Link}");

    private static IEnumerable<TutorialId> Named(Skill skill) => skill.TutorialsToSucceed.Concat(skill.TutorialsToLearnMore);
}
