using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Pix.Api.Tests.Cli;

public sealed class ContentVerbTests : IDisposable
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples", "referential");
    private readonly CommandLine _pix = new();

    public void Dispose() => _pix.Dispose();

    [Fact]
    public async Task The_first_start_releases_the_content_that_comes_with_the_program_and_the_second_nothing()
    {
        await using (var first = await Serving.Start(_pix.Data))
        {
            Assert.Matches(@"released 1: 16 competences, [0-9,]+ skills", first.Output);
            Assert.Contains("activated 1; rebuilt 2 projections", first.Output, StringComparison.Ordinal);
        }

        await using var second = await Serving.Start(_pix.Data);
        Assert.DoesNotContain("released", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_s_own_release_is_left_for_them_to_activate()
    {
        var own = CopyOfSamples();
        File.WriteAllText(Path.Combine(own, "referential.json"), File.ReadAllText(Path.Combine(own, "referential.json")).Replace("\"version\": 1", "\"version\": 7", StringComparison.Ordinal));
        Assert.StartsWith("released 7: 16 competences", (await _pix.Run("referential", "release", own)).Ok(), StringComparison.Ordinal);
        Assert.EndsWith("; 0 events written", (await _pix.Run("referential", "release", own)).Ok(), StringComparison.Ordinal);
        await using (var server = await Serving.Start(_pix.Data)) Assert.Contains("No release is in force", server.Output, StringComparison.Ordinal);

        (await _pix.Run("referential", "activate", "8")).Failed(1, "version_unknown");
        Assert.StartsWith("activated 7; rebuilt 2 projections from ", (await _pix.Run("referential", "activate", "7")).Ok(), StringComparison.Ordinal);
        Assert.StartsWith("activated 7, which was in force already", (await _pix.Run("referential", "activate", "7")).Ok(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_release_is_refused_whole_with_its_faults()
    {
        var own = CopyOfSamples();
        File.Delete(Path.Combine(own, "competences", "1.1.json"));
        var said = await _pix.Run("referential", "release", own);
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("1 fault", said.Error, StringComparison.Ordinal);
        Assert.Contains("1.1.json", said.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await _pix.Run("referential", "release", _pix.Beside("nowhere"))).ExitCode);
    }

    [Theory]
    [InlineData("wrongAnswers", "[]", "wrongAnswers: there is none")]
    [InlineData("wrongAnswers", """["2", "1"]""", "wrongAnswers: '1' is right")]
    [InlineData("rightChoices", "[7]", "rightChoices: 7 is not a choice")]
    [InlineData("choices", """["a", null]""", "$.tubes[0].skills[0].challenges[0].choices[1]: is null")]
    [InlineData("status", "\"outdated\"", "training may ask 1, at least two are needed")]
    public async Task A_challenge_that_does_not_hold_is_refused_with_its_place_and_reason(string member, string json, string fault)
    {
        var own = CopyOfSamples();
        var file = Path.Combine(own, "competences", "1.1.json");
        var competence = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        competence["tubes"]![0]!["skills"]![0]!["challenges"]![0]![member] = JsonNode.Parse(json);
        await File.WriteAllTextAsync(file, competence.ToJsonString());
        var said = await _pix.Run("referential", "release", own);
        Assert.Equal(1, said.ExitCode);
        Assert.Contains(fault, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_counts_what_it_read_and_names_the_stream_whose_chain_is_broken()
    {
        await _pix.HavingServed();
        Assert.Matches("^verified [0-9,]+ events in 3 streams: every chain holds$", (await _pix.Run("verify")).Ok());

        using (var log = new SqliteConnection($"Data Source={_pix.Data.Log};Pooling=False"))
        {
            log.Open();
            using var tamper = log.CreateCommand();
            tamper.CommandText = "UPDATE events SET data = CAST(replace(CAST(data AS TEXT), 'Source', 'Sauce') AS BLOB) WHERE position = 3";
            Assert.Equal(1, tamper.ExecuteNonQuery());
        }

        var broken = await _pix.Run("verify");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("The chain of referential is broken at revision 1", broken.Error, StringComparison.Ordinal);
    }

    private string CopyOfSamples()
    {
        var copy = _pix.Beside("release");
        foreach (var file in Directory.EnumerateFiles(Samples, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(Samples, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }
}
