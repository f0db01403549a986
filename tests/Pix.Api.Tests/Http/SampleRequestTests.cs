using System.Text.RegularExpressions;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>What <c>samples/*.http</c> sends is there.</summary>
public sealed partial class SampleRequestTests
{
    private const int FewestRequests = 50;

    [Fact]
    public async Task Every_request_of_the_samples_leads_to_an_endpoint()
    {
        await using var host = await PixHost.Empty();
        var endpoints = host.Endpoints.All.Select(endpoint => new Regex($"^{Parameter().Replace(Regex.Escape(endpoint).Replace("}", "\\}", StringComparison.Ordinal), "[^/]+")}$")).ToList();
        var requests = Directory.GetFiles(ContentChecks.SampleContent.Requests, "*.http").SelectMany(Requests).ToList();
        Assert.InRange(requests.Count, FewestRequests, int.MaxValue);
        ContentChecks.SampleContent.AssertNone(requests.Where(request => !endpoints.Exists(endpoint => endpoint.IsMatch(request.Call))).Select(request => $"{request.File}: {request.Call}"));
    }

    private static IEnumerable<(string File, string Call)> Requests(string file) => File.ReadLines(file)
        .Select(line => Request().Match(line))
        .Where(match => match.Success)
        .Select(match => (Path.GetFileName(file), $"{match.Groups[1].Value} {Variable().Replace(match.Groups[2].Value, "X")}"));

    [GeneratedRegex(@"^(GET|POST|PUT|DELETE|PATCH) \{\{host\}\}([^?\s]+)")]
    private static partial Regex Request();

    [GeneratedRegex(@"\{\{.+?\}\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\\\{\w+\\\}")]
    private static partial Regex Parameter();
}
