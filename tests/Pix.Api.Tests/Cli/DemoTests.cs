using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Pix.Api.Tests.Cli;

public sealed partial class DemoTests : IDisposable
{
    private readonly CommandLine _pix = new();

    public void Dispose() => _pix.Dispose();

    [Fact]
    public async Task A_class_plays_then_the_service_answers_what_the_demo_says_to_call()
    {
        await using var demo = await Serving.Start(_pix.Data, "demo");

        Assert.Matches(@"24 learners, [0-9,]+ answers: [0-9,]+ events added to the log", demo.Output);
        Assert.Equal(24, Said.Lines(demo.Output).Count(line => ResultRow().IsMatch(line)));
        var token = Token().Match(demo.Output).Groups[1].Value;
        var account = await Read(demo, Account().Match(demo.Output).Value, token);
        Assert.Equal("Chloé", account.GetProperty("firstName").GetString());
        var open = account.GetProperty("openTests").EnumerateArray().Single();
        var profile = await Read(demo, $"{Account().Match(demo.Output).Value}/profile", token);
        Assert.True(profile.GetProperty("pix").GetInt32() > 0);
        var test = await Read(demo, $"/assessments/{open.GetProperty("assessmentId").GetString()}", token);
        Assert.Equal("started", test.GetProperty("state").GetString());
        using var opened = await demo.Send(HttpMethod.Post, "/learners", new { }, OperatorToken().Match(demo.Output).Groups[1].Value);
        Assert.True(opened.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_second_demo_adds_nothing_and_says_so()
    {
        await using (var first = await Serving.Start(_pix.Data, "demo"))
        {
        }

        var verified = (await _pix.Run("verify")).Ok();
        await using (var second = await Serving.Start(_pix.Data, "demo"))
        {
            Assert.Contains("they have played here before, nothing was added", second.Output, StringComparison.Ordinal);
            Assert.Matches(Token(), second.Output);
        }

        Assert.Equal(verified, (await _pix.Run("verify")).Ok());
    }

    [Fact]
    public async Task Two_demos_play_the_same_game()
    {
        using var other = new CommandLine();
        await using var one = await Serving.Start(_pix.Data, "demo");
        await using var two = await Serving.Start(other.Data, "demo");
        Assert.Equal(Results(one), Results(two));
    }

    private static IReadOnlyList<string> Results(Serving demo) => [.. Said.Lines(demo.Output).Where(line => ResultRow().IsMatch(line))];

    private static async Task<JsonElement> Read(Serving demo, string path, string token)
    {
        using var response = await demo.Send(HttpMethod.Get, path, null, token);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    [GeneratedRegex(@"^\| .+ \| \d+ +\| 1\.1: \d")]
    private static partial Regex ResultRow();

    [GeneratedRegex(@"^TOKEN=(\S+)", RegexOptions.Multiline)]
    private static partial Regex Token();

    [GeneratedRegex(@"^OPERATOR=(\S+)", RegexOptions.Multiline)]
    private static partial Regex OperatorToken();

    [GeneratedRegex(@"/learners/[0-9a-f-]{36}")]
    private static partial Regex Account();
}
