using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.ContentChecks;

/// <summary>What the loader of target profiles takes, and what it refuses whole.</summary>
public sealed class TargetProfileFolderTests : IDisposable
{
    private static readonly Referential Referential = ReferentialBuilder.Of("@web2", "@web4", "@mail1").Build();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_profile_is_read_with_its_stages_and_badges()
    {
        Write("essai.json", Profile(
            """[{ "tube": "1.1/web", "maximumLevel": 3 }, { "tube": "1.1/mail", "maximumLevel": 1 }]""",
            """
            , "stages": [{ "threshold": 0, "title": "A", "message": "B" }, { "threshold": 50, "title": "C", "message": "D" }],
            "badges": [{ "id": "b", "title": "E", "message": "F", "criteria": [
              { "threshold": 60 }, { "threshold": 80, "tubes": [{ "tube": "1.1/web", "maximumLevel": 2 }] }] }]
            """));
        var profile = Assert.Single(TargetProfileFolder.Read(_folder.Path, Referential));
        Assert.Equal(("essai", "Essai", "Pour voir.", 20), (profile.Id, profile.Name, profile.Description, profile.DurationMinutes));
        Assert.Equal([new CappedTube(new TubeId("1.1/web"), 3), new CappedTube(new TubeId("1.1/mail"), 1)], profile.Tubes);
        Assert.Equal([0, 50], profile.Stages.Select(stage => stage.Threshold));
        Assert.Equal([0, 1], Assert.Single(profile.Badges).Criteria.Select(criterion => criterion.Tubes.Count));
    }

    [Fact]
    public void Stages_are_read_by_level_and_by_first_skill()
    {
        Write("essai.json", Profile(
            """[{ "tube": "1.1/web", "maximumLevel": 4 }]""",
            """
            , "allowsReset": true, "stages": [{ "threshold": 0, "title": "A", "message": "B" },
              { "firstSkill": true, "title": "C", "message": "D" }, { "level": 2, "title": "E", "message": "F" }]
            """));
        var profile = Assert.Single(TargetProfileFolder.Read(_folder.Path, Referential));
        Assert.Equal(
            [new TargetStage(0, "A", "B"), new TargetStage(0, "C", "D") { IsFirstSkill = true }, new TargetStage(0, "E", "F") { Level = 2 }],
            profile.Stages);
        Assert.Equal([0, 0, 50], FrozenTarget.Of(profile, Referential).Stages.Select(stage => stage.Threshold));
        Assert.True(profile.AllowsReset);
    }

    [Theory]
    [InlineData("""[{ "tube": "1.1/nope", "maximumLevel": 3 }]""", "essai.json: tubes: 1.1/nope: does not exist")]
    [InlineData("""[{ "tube": "1.1/web", "maximumLevel": 9 }]""", "essai.json: tubes: 1.1/web: maximumLevel: goes from 1 to 8")]
    [InlineData("""[{ "tube": "1.1/web", "maximumLevel": 1 }]""", "essai.json: tubes: 1.1/web: maximumLevel: is below 2, its lowest skill")]
    [InlineData("""[{ "tube": "1.1/web", "maximumLevel": 2 }, { "tube": "1.1/web", "maximumLevel": 3 }]""", "essai.json: tubes: 1.1/web is there 2 times")]
    [InlineData("[]", "essai.json: tubes: there is none")]
    public void Topics_that_the_referential_does_not_have_are_refused(string tubes, string fault)
    {
        Write("essai.json", Profile(tubes));
        AssertRefused(fault);
    }

    [Theory]
    [InlineData(""", "stages": [{ "threshold": 10, "title": "A", "message": "B" }]""", "essai.json: stages: the first one starts at 0")]
    [InlineData(""", "stages": [{ "threshold": 0, "title": "A", "message": "B" }, { "threshold": 0, "title": "A", "message": "B" }]""", "essai.json: stages: 0 does not grow")]
    [InlineData(""", "stages": [{ "title": "A", "message": "B" }]""", "essai.json: stages: A: give one of threshold, level and firstSkill")]
    [InlineData(""", "stages": [{ "level": 0, "threshold": 0, "title": "A", "message": "B" }]""", "essai.json: stages: A: give one of threshold, level and firstSkill")]
    [InlineData(""", "stages": [{ "firstSkill": true, "title": "A", "message": "B" }]""", "essai.json: stages: the first one starts at 0")]
    [InlineData(""", "stages": [{ "level": 0, "title": "A", "message": "B" }, { "level": 1, "title": "C", "message": "D" }]""", "essai.json: stages: level 1 does not grow")]
    [InlineData(
        """, "stages": [{ "level": 0, "title": "A", "message": "B" }, { "threshold": 10, "title": "C", "message": "D" }, { "level": 2, "title": "E", "message": "F" }]""",
        "essai.json: stages: thresholds and levels are not mixed")]
    [InlineData(
        """, "stages": [{ "level": 0, "title": "A", "message": "B" }, { "level": 2, "title": "C", "message": "D" }, { "firstSkill": true, "title": "E", "message": "F" }]""",
        "essai.json: stages: that of the first skill comes second")]
    [InlineData(""", "badges": [{ "id": "b", "title": "A", "message": "B", "criteria": [] }]""", "essai.json: badge b: criteria: there is none")]
    [InlineData(""", "badges": [{ "id": "b", "title": "A", "message": "B", "criteria": [{ "threshold": 101 }] }]""", "essai.json: badge b: 101 is not between 1 and 100")]
    [InlineData(
        """, "badges": [{ "id": "b", "title": "A", "message": "B", "criteria": [{ "threshold": 50, "tubes": [{ "tube": "1.1/mail", "maximumLevel": 2 }] }] }]""",
        "essai.json: badge b: 1.1/mail: goes beyond what the profile tests")]
    public void Stages_and_badges_that_mean_nothing_are_refused(string more, string fault)
    {
        Write("essai.json", Profile("""[{ "tube": "1.1/web", "maximumLevel": 2 }]""", more));
        AssertRefused(fault);
    }

    [Fact]
    public void A_topic_of_which_nothing_can_be_asked_is_refused()
    {
        var emptied = ReferentialBuilder.Of("@web2").WithoutChallenge("@web2").Build();
        Write("essai.json", Profile("""[{ "tube": "1.1/web", "maximumLevel": 2 }]"""));
        Assert.Equal(["essai.json: tubes: 1.1/web: has no active skill up to that level"], FaultsWith(emptied));
    }

    [Fact]
    public void One_malformed_file_refuses_them_all_with_its_place()
    {
        Write("bon.json", Profile("""[{ "tube": "1.1/web", "maximumLevel": 2 }]""").Replace("essai", "bon", StringComparison.Ordinal).Replace("Essai", "Bon", StringComparison.Ordinal));
        Write("essai.json", Profile("""[{ "tube": "1.1/web", "maximumLevel": 2 }]""", """, "misspelt": 1"""));
        var fault = Assert.Single(FaultsWith(Referential));
        Assert.StartsWith("essai.json: $", fault, StringComparison.Ordinal);
        Assert.Contains("misspelt", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_named_after_its_profile_and_names_are_unique()
    {
        Write("un.json", Profile("""[{ "tube": "1.1/web", "maximumLevel": 2 }]"""));
        Write("essai.json", Profile("""[{ "tube": "1.1/web", "maximumLevel": 2 }]"""));
        Assert.Equal(["un.json: id: is essai, which is not the file's name", "name: Essai is given 2 times"], FaultsWith(Referential));
    }

    [Fact]
    public void A_missing_folder_is_told() => Assert.EndsWith(
        "does not exist",
        Assert.Single(Assert.Throws<TargetProfileFolderException>(() => TargetProfileFolder.Read(_folder.File("nowhere"), Referential)).Faults),
        StringComparison.Ordinal);

    private static string Profile(string tubes, string more = "") =>
        $$"""{ "id": "essai", "name": "Essai", "description": "Pour voir.", "durationMinutes": 20, "tubes": {{tubes}}{{more}} }""";

    private void Write(string name, string content) => File.WriteAllText(_folder.File(name), content);

    private void AssertRefused(string fault) => Assert.Equal([fault], FaultsWith(Referential));

    private IReadOnlyList<string> FaultsWith(Referential referential) =>
        Assert.Throws<TargetProfileFolderException>(() => TargetProfileFolder.Read(_folder.Path, referential)).Faults;
}
