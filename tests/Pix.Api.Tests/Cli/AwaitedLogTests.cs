using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Cli;

/// <summary>The program as built, on a server that comes and goes.</summary>
public sealed partial class AwaitedLogTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly CommandLine _pix = new();

    public void Dispose() => _pix.Dispose();

    [Fact]
    public async Task A_node_waits_unready_for_a_server_that_is_not_there_yet_then_serves_and_says_when_it_is_gone_again()
    {
        await using var server = await EventStoreDbTestServer.Start();
        await server.Stop();
        var settings = new Dictionary<string, string> { ["Pix__Log"] = server.ConnectionString, ["Pix__MasterKey"] = Convert.ToBase64String(new byte[32]) };
        using var child = Child.Start(Path.GetTempPath(), settings, "serve", "--data", _pix.Data.Path, "--urls", "http://127.0.0.1:0");
        try
        {
            using (var waiting = new HttpClient { BaseAddress = await Heard(child, Waiting()) })
            {
                Assert.Equal(HttpStatusCode.OK, (await waiting.GetAsync("/health/live")).StatusCode);
                var (status, down) = await Ready(waiting);
                Assert.Equal((HttpStatusCode.ServiceUnavailable, "log"), (status, Assert.Single(down)));
                using var refused = await waiting.PostAsJsonAsync("/learners", new { });
                Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
                Assert.Equal(1, refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
                Assert.Equal("log_unreachable", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
            }

            await server.Restart();
            using var serving = new HttpClient { BaseAddress = await Heard(child, Serving()) };
            await Until(async () => (await Ready(serving)).Status == HttpStatusCode.OK);
            await server.Stop();
            await Until(async () => (await Ready(serving)).Down.Contains("log"));
            Assert.Equal(HttpStatusCode.OK, (await serving.GetAsync("/health/live")).StatusCode);
            await server.Restart();
            await Until(async () => (await Ready(serving)).Status == HttpStatusCode.OK);
        }
        finally
        {
            child.Kill();
            await child.WaitForExitAsync();
        }
    }

    private static async Task<Uri> Heard(Process child, Regex address)
    {
        while (await child.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (address.Match(line) is { Success: true } match) return new Uri(match.Groups[1].Value);
        }

        throw new InvalidOperationException($"The server ended: {await child.StandardError.ReadToEndAsync()}");
    }

    private static async Task<(HttpStatusCode Status, IReadOnlyList<string> Down)> Ready(HttpClient client)
    {
        using var response = await client.GetAsync("/health/ready");
        var checks = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks").EnumerateArray();
        return (response.StatusCode, [.. checks.Where(check => !check.GetProperty("ok").GetBoolean()).Select(check => check.GetProperty("name").GetString()!)]);
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await holds()) Assert.True(Stopwatch.GetElapsedTime(started) < Patience, "It never came.");
    }

    [GeneratedRegex(@"^waiting for the log at \S+, unready on (http://\S+): ")]
    private static partial Regex Waiting();

    [GeneratedRegex(@"^serving .* on (http://\S+) ")]
    private static partial Regex Serving();
}
