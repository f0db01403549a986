using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>What the server answered, kept whole.</summary>
internal sealed record Reply(HttpStatusCode Status, string? MediaType, string? Location, string? Position, string? RetryAfter, string? Referential, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>A member of the body, by its path, such as <c>challenge.id</c>.</summary>
    public JsonElement this[string path] => path.Split('.').Aggregate(Json, (at, name) => at.GetProperty(name));

    public static async Task<Reply> Of(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        response.Headers.Location?.ToString(),
        HeaderOf(response, "Pix-Position"),
        HeaderOf(response, "Retry-After"),
        HeaderOf(response, "Pix-Referential"),
        await response.Content.ReadAsByteArrayAsync());

    public Reply Ok(HttpStatusCode expected = HttpStatusCode.OK)
    {
        Assert.True(Status == expected, $"Expected {(int)expected}, got {(int)Status}: {Text}");
        return this;
    }

    /// <summary>Refused as problem details, with this status, code and figures.</summary>
    public Reply Refused(int status, string code, params (string Name, object Value)[] figures)
    {
        Assert.True((int)Status == status, $"Expected {status} {code}, got {(int)Status}: {Text}");
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal(code, this["code"].GetString());
        Assert.Equal($"urn:pix:problem:{code}", this["type"].GetString());
        Assert.Equal(status, this["status"].GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(this["title"].GetString()));
        Assert.False(string.IsNullOrWhiteSpace(this["detail"].GetString()));
        foreach (var (name, value) in figures) Assert.Equal($"{value}", this[name].ToString());
        return this;
    }

    /// <summary>The same to the byte, headers that matter included.</summary>
    public void IsSameAs(Reply other)
    {
        Assert.Equal(other.Text, Text);
        Assert.Equal(
            (other.Status, other.MediaType, other.Location, other.Position, other.Referential),
            (Status, MediaType, Location, Position, Referential));
    }

    private static string? HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
