using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Pix.Api.Tests.Cli;

/// <summary>The school year of the demonstration, with eight pupils of each class.</summary>
public sealed partial class DemoTests : IDisposable
{
    private const int Players = 8;
    private readonly CommandLine _pix = new();

    public void Dispose() => _pix.Dispose();

    [Fact]
    public async Task A_school_year_is_played_then_the_service_answers_what_the_demo_says_to_call()
    {
        await using var demo = await Demonstrated(_pix);

        var counts = Counts().Match(demo.Output);
        Assert.True(counts.Success, demo.Output);
        Assert.Equal(["98", "28", "3"], [counts.Groups[1].Value, counts.Groups[2].Value, counts.Groups[3].Value]);
        Assert.Equal("6", Row(demo, "6A : découverte de Pix")[6]);
        Assert.Equal(["19", "2", "2", "2"], Row(demo, "4B : mathématiques")[3..7]);
        Assert.Contains(Said.Lines(demo.Output), line => AnalysisRow().IsMatch(line));

        var addresses = Calls().Matches(demo.Output).Select(call => (Variable: call.Groups[1].Value, Path: new Uri(call.Groups[2].Value).PathAndQuery)).ToList();
        Assert.InRange(addresses.Count, 8, 20);
        foreach (var (variable, path) in addresses)
        {
            using var response = await demo.Send(HttpMethod.Get, path, null, await Token(demo, variable));
            Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task A_session_is_deliberated_and_its_best_certificate_is_authentic()
    {
        await using var demo = await Demonstrated(_pix);

        var rows = Said.Lines(demo.Output).Where(line => CandidateRow().IsMatch(line)).ToList();
        Assert.InRange(rows.Count, 5, Players);
        Assert.Single(rows, row => row.Contains("skipOnOops: neutralised", StringComparison.Ordinal));
        Assert.Single(rows, row => row.Contains("nameOrBirthdate: leftToJury", StringComparison.Ordinal) && row.Contains("alone: confirmed", StringComparison.Ordinal));
        Assert.Single(rows, row => row.Contains("alone: rejectedForFraud", StringComparison.Ordinal) && row.Contains("| rejected", StringComparison.Ordinal));
        Assert.Contains(rows, row => Reproducibility().Match(row) is { Success: true } rate && int.Parse(rate.Groups[1].Value, null) < 50);

        var certificate = Certificate().Match(demo.Output);
        var wish = new { code = certificate.Groups[1].Value, score = int.Parse(certificate.Groups[2].Value, null) };
        using var verified = await demo.Send(HttpMethod.Post, "/certificates/verify", wish, null);
        Assert.Equal("valid", (await verified.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("standing").GetString());
        using var otherwise = await demo.Send(HttpMethod.Post, "/certificates/verify", wish with { score = wish.score + 1 }, null);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, otherwise.StatusCode);
    }

    [Fact]
    public async Task A_second_demo_adds_nothing_and_says_so()
    {
        await using (var first = await Demonstrated(_pix))
        {
        }

        var verified = (await _pix.Run("verify")).Ok();
        await using (var second = await Demonstrated(_pix))
        {
            Assert.Contains("they have played here before, nothing was added", second.Output, StringComparison.Ordinal);
            Assert.Matches(Certificate(), second.Output);
        }

        Assert.Equal(verified, (await _pix.Run("verify")).Ok());
    }

    [Fact]
    public async Task Two_demos_play_the_same_year()
    {
        using var other = new CommandLine();
        await using var one = await Demonstrated(_pix);
        await using var two = await Demonstrated(other);
        Assert.Equal(Tables(one), Tables(two));
        Assert.NotEmpty(Tables(one));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("26")]
    [InlineData("all")]
    public async Task Too_few_or_too_many_players_are_refused(string players)
    {
        var said = await _pix.Run("demo", "--pupils", players);
        Assert.NotEqual(0, said.ExitCode);
        Assert.Contains("--pupils goes from 8 to 25.", said.Error, StringComparison.Ordinal);
    }

    private static Task<Serving> Demonstrated(CommandLine pix) => Serving.Start(pix.Data, "demo", "--pupils", $"{Players}");

    private static IReadOnlyList<string> Tables(Serving demo) =>
        [.. Said.Lines(demo.Output).Where(line => line.StartsWith('|') || line.StartsWith("certificate ", StringComparison.Ordinal))];

    private static string[] Row(Serving demo, string first) =>
        [.. Said.Lines(demo.Output).Single(line => line.StartsWith($"| {first} ", StringComparison.Ordinal)).Split('|').Select(cell => cell.Trim())];

    // As the printed verb would, on the same data folder.
    private async Task<string> Token(Serving demo, string variable)
    {
        var verb = Regex.Match(demo.Output, $@"^{variable}=\$\(dotnet run --project src/Pix\.Api -- (token --role \S+ --subject \S+) ", RegexOptions.Multiline);
        return (await _pix.Run(verb.Groups[1].Value.Split(' '))).Ok();
    }

    [GeneratedRegex(@"^([0-9]+) pupils, ([0-9]+) accounts, ([0-9]+) campaigns, [0-9,]+ answers, [0-9]+ certificates?: [0-9,]+ events added to the log", RegexOptions.Multiline)]
    private static partial Regex Counts();

    [GeneratedRegex(@"^\| ●{1,4} +\| .+ \| \d\.\d +\| \d+\.\d\d +\| \d+ +\| \d+ +\| \d+ +\| \d+ +\|$")]
    private static partial Regex AnalysisRow();

    [GeneratedRegex(@"^\| .+ \| (validated|rejected) +\| \d+ +\| \d+ % \(\d+/\d+\)")]
    private static partial Regex CandidateRow();

    [GeneratedRegex(@"\| (\d+) % \(")]
    private static partial Regex Reproducibility();

    [GeneratedRegex(@"^certificate (P-\S+), (\d+) pix, of .+: valid\.", RegexOptions.Multiline)]
    private static partial Regex Certificate();

    [GeneratedRegex("^curl -H \"Authorization: Bearer \\$(\\w+)\" (\\S+)", RegexOptions.Multiline)]
    private static partial Regex Calls();
}
