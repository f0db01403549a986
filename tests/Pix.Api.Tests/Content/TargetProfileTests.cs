using System.Text.Json;
using System.Text.RegularExpressions;
using Pix.Domain;
using Xunit;

namespace Pix.Api.Tests.ContentChecks;

/// <summary>The profiles in <c>samples/target-profiles</c>.</summary>
public sealed partial class TargetProfileTests
{
    private static readonly Lazy<IReadOnlyList<TargetProfile>> Profiles =
        new(() => TargetProfileFolder.Read(SampleContent.TargetProfiles, SampleContent.Referential()));

    private static string SchemaFile { get; } = Path.Combine(SampleContent.TargetProfiles, "schema", "target-profile.schema.json");

    [Fact]
    public void The_folder_is_accepted_whole() => Assert.NotEmpty(Profiles.Value);

    [Fact]
    public void Every_file_follows_the_schema()
    {
        var schema = JsonSchema.Load(SchemaFile);
        SampleContent.AssertNone(
            from file in Directory.GetFiles(SampleContent.TargetProfiles, "*.json")
            from fault in schema.FaultsOf(Parse(file))
            select $"{Path.GetFileName(file)}: {fault}");
    }

    [Fact]
    public void The_schema_names_the_fields_that_the_loader_reads()
    {
        var schema = Parse(SchemaFile);
        var definitions = schema.GetProperty("$defs");
        AssertSame<TargetProfileFile>(schema);
        AssertSame<CappedTube>(definitions.GetProperty("tube"));
        AssertSame<TargetStageFile>(definitions.GetProperty("stage"));
        AssertSame<TargetBadge>(definitions.GetProperty("badge"));
        AssertSame<TargetCriterion>(definitions.GetProperty("criterion"));
    }

    [Theory] // Rule 0.10
    [InlineData("decouverte-college", 7, 20)]
    [InlineData("decouverte-lycee", 7, 15)]
    [InlineData("cycle-4-physique-chimie", 16, 30)]
    [InlineData("cycle-4-histoire-geographie-emc", 43, 90)]
    [InlineData("seconde-humanites-langues-vivantes", 32, 60)]
    [InlineData("snt-global", 56, 150)]
    public void The_profiles_of_the_decks_have_their_topics_and_duration(string id, int topics, int minutes)
    {
        var profile = Profile(id);
        Assert.Equal(topics, profile.Tubes.Count);
        Assert.Equal(minutes, profile.DurationMinutes);
    }

    [Fact]
    public void Every_competence_has_a_profile_with_all_its_skills()
    {
        var referential = SampleContent.Referential();
        SampleContent.AssertNone(
            from competence in referential.Competences
            let profile = Profile($"competence-{competence.Code.Value.Replace('.', '-')}")
            where !profile.SkillsIn(referential).Select(skill => skill.Id).SequenceEqual(referential.SkillsOf(competence.Code).Select(skill => skill.Id))
                || profile.Name != $"{competence.Code} {competence.Name}"
            select $"{profile.Id}: is not the whole of {competence.Code}");
    }

    [Theory]
    [InlineData("snt-global", "snt-theme-", 7)]
    [InlineData("socle-global", "socle-", 5)]
    public void A_global_profile_has_the_topics_of_its_parts(string id, string prefix, int count)
    {
        var parts = Profiles.Value.Where(profile => profile.Id != id && profile.Id.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        Assert.Equal(count, parts.Count);
        Assert.Equal(
            parts.SelectMany(part => part.Tubes).Select(tube => tube.Tube.Value).Distinct().Order(),
            Profile(id).Tubes.Select(tube => tube.Tube.Value).Order());
    }

    [Fact]
    public void Some_profiles_have_stages_and_two_have_a_badge()
    {
        Assert.True(Profiles.Value.Count(profile => profile.Stages.Count > 0) >= 3);
        Assert.Equal(2, Profiles.Value.Count(profile => profile.Badges.Count > 0));
    }

    [Fact] // Rule 7.12
    public void Stages_by_level_become_thresholds_that_grow()
    {
        var frozen = FrozenTarget.Of(Profile("competence-1-1"), SampleContent.Referential());
        var thresholds = frozen.Stages.Where(stage => stage.IsFirstSkill != true).Select(stage => stage.Threshold).ToList();
        Assert.Equal((0, 100), (thresholds[0], thresholds[^1]));
        Assert.Equal(thresholds.Distinct().Order(), thresholds);
        Assert.True(frozen.Stages[1].IsFirstSkill);
        Assert.Equal((true, null), (Profile("decouverte-college").AllowsReset, Profile("snt-global").AllowsReset));
    }

    [Fact]
    public void Texts_follow_French_typography() =>
        SampleContent.AssertNone(
            from profile in Profiles.Value
            from text in TextsOf(profile)
            from fault in FrenchTypography.FaultsOf(text)
            select $"{profile.Id}: {fault}");

    [Fact]
    public void Ids_are_words_between_dashes() =>
        SampleContent.AssertNone(Profiles.Value.Where(profile => !WordsBetweenDashes().IsMatch(profile.Id)).Select(profile => profile.Id));

    private static TargetProfile Profile(string id) => Profiles.Value.Single(profile => profile.Id == id);

    private static IEnumerable<string> TextsOf(TargetProfile profile) =>
    [
        profile.Name,
        profile.Description,
        .. profile.Stages.SelectMany(stage => new[] { stage.Title, stage.Message }),
        .. profile.Badges.SelectMany(badge => new[] { badge.Title, badge.Message }),
    ];

    private static void AssertSame<T>(JsonElement schema) =>
        Assert.Equal(
            (TargetProfileJson.Default.GetTypeInfo(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not read."))
                .Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null).Select(property => property.Name).Order(),
            schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order());

    private static JsonElement Parse(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.Clone();
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex WordsBetweenDashes();
}
