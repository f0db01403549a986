using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pix.Domain;
using Xunit;

namespace Pix.Api.Tests.ContentChecks;

public sealed class FormatTests
{
    private static readonly string Schemas = Path.Combine(SampleContent.Folder, "schema");

    [Fact]
    public void The_folder_is_accepted_whole()
    {
        Assert.Equal(16, SampleContent.Competences.Count());
        SampleContent.AssertNone(SampleContent.Competences.Where(competence => competence.Tubes.Count == 0).Select(competence => $"{competence.Code}: has no content"));
    }

    [Fact]
    public void Every_file_follows_its_schema()
    {
        SampleContent.AssertNone(FaultsOf("referential.json", "referential.schema.json")
            .Concat(SampleContent.Competences.SelectMany(one => FaultsOf($"competences/{one.Code}.json", "competence.schema.json"))));
    }

    [Fact]
    public void Every_competence_file_is_declared() =>
        Assert.Equal(
            SampleContent.Competences.Select(one => $"{one.Code}.json").Order(),
            Directory.GetFiles(Path.Combine(SampleContent.Folder, "competences")).Select(Path.GetFileName).Order());

    [Fact]
    public void The_schemas_name_the_fields_that_the_loader_reads()
    {
        var competence = Schema("competence.schema.json");
        var definitions = competence.GetProperty("$defs");
        var referential = Schema("referential.schema.json");
        var lists = referential.GetProperty("properties");
        AssertSame<CompetenceFile>(competence);
        AssertSame<Tube>(definitions.GetProperty("tube"));
        AssertSame<Skill>(definitions.GetProperty("skill"));
        AssertSame<Tutorial>(definitions.GetProperty("tutorial"));
        AssertSame<Blank>(definitions.GetProperty("blank"));
        AssertSame<Challenge>(definitions.GetProperty("challenge"));
        AssertSame<Illustration>(definitions.GetProperty("challenge").GetProperty("properties").GetProperty("illustration"));
        AssertSame<Embed>(definitions.GetProperty("challenge").GetProperty("properties").GetProperty("embed"));
        AssertSame<ReleaseFile>(referential);
        AssertSame<Area>(lists.GetProperty("areas").GetProperty("items"));
        AssertSame<DeclaredCompetence>(lists.GetProperty("competences").GetProperty("items"));
        AssertSame<DeclaredMove>(lists.GetProperty("movedSkills").GetProperty("items"));
    }

    private static IEnumerable<string> FaultsOf(string file, string schema)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SampleContent.Folder, file)));
        return [.. JsonSchema.Load(Path.Combine(Schemas, schema)).FaultsOf(document.RootElement).Select(fault => $"{file}: {fault}")];
    }

    private static void AssertSame<T>(JsonElement schema)
    {
        var model = (ReleaseFolderJson.Default.GetTypeInfo(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not read."))
            .Properties.Where(IsRead).Select(property => property.Name).Order();
        Assert.Equal(model, schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order());
    }

    // What is computed is not read; $schema is for editors.
    private static bool IsRead(JsonPropertyInfo property) =>
        property.Name != "$schema" && (property.Set is not null || property.AssociatedParameter is not null);

    private static JsonElement Schema(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Schemas, name)));
        return document.RootElement.Clone();
    }
}
