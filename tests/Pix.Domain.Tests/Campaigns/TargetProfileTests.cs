using Pix.Testing;
using Xunit;

namespace Pix.Domain.Tests;

public sealed class TargetProfileTests
{
    [Fact] // Rule 7.4
    public void A_profile_targets_the_skills_of_its_topics_up_to_each_level()
    {
        var referential = ReferentialBuilder.Of("@web1", "@web3", "@web5", "@mail2", "@mail4", "@tri1").Build();
        Assert.Equal(["@mail2", "@web1", "@web3"], SkillsOf(referential, ("mail", 3), ("web", 3)));
    }

    [Fact] // Rule 7.4
    public void Only_active_skills_are_targeted()
    {
        var referential = ReferentialBuilder.Of("@web1", "@web2", "@web3")
            .WithoutChallenge("@web1")
            .Challenges("@web2", challenge => challenge with { ReservedForCertification = true })
            .Build();
        Assert.Equal(["@web3"], SkillsOf(referential, ("web", 8)));
    }

    [Fact]
    public void A_topic_that_the_referential_does_not_have_targets_nothing() =>
        Assert.Empty(SkillsOf(ReferentialBuilder.Of("@web1").Build(), ("nope", 8)));

    private static IEnumerable<string> SkillsOf(Referential referential, params IEnumerable<(string Tube, int Level)> tubes) =>
        new TargetProfile("essai", "Essai", "Pour voir.", 20, [.. tubes.Select(tube => new CappedTube(new TubeId($"1.1/{tube.Tube}"), tube.Level))])
            .SkillsIn(referential)
            .Select(skill => skill.Name);
}
