using System.Security.Cryptography;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

public sealed class FileTests
{
    [Fact]
    public async Task Files_of_the_asked_challenges_are_read_byte_for_byte_and_no_others()
    {
        await using var host = await PixHost.WithSamples();
        var player = await host.Register();
        await player.Start();
        var shown = new HashSet<string>();
        while (player.Pending is not null)
        {
            var asked = (await player.PendingChallenge()).TimerSeconds is null ? (await player.ReadTest())["challenge"] : (await player.Present()).Ok().Json;
            foreach (var file in asked.GetProperty("attachments").EnumerateArray())
            {
                var name = file.GetProperty("name").GetString()!;
                await AssertSame(await player.Get(file.GetProperty("url").GetString()!), name);
                shown.Add(name);
            }

            if (asked.GetProperty("illustration") is { ValueKind: System.Text.Json.JsonValueKind.Object } picture)
            {
                var name = Path.GetFileName(picture.GetProperty("url").GetString()!);
                await AssertSame(await player.Get(picture.GetProperty("url").GetString()!), name);
                Assert.NotEqual("", picture.GetProperty("alternativeText").GetString());
                shown.Add(name);
            }

            await player.AnswerRight();
        }

        Assert.NotEmpty(shown);
        var all = Directory.EnumerateFiles(Path.Combine(Samples.Referential, "files")).Select(file => Path.GetFileName(file)!).ToList();
        Assert.NotEmpty(all.Except(shown));
        foreach (var hidden in all.Except(shown)) (await player.Get($"/assessments/{player.Test}/files/{hidden}")).Refused(404, "file_unknown");
        foreach (var name in shown) await AssertSame(await player.Get($"/assessments/{player.Test}/files/{name}"), name);
        (await player.Get($"/assessments/{player.Test}/files/..%2Freferential.json")).Refused(404, "file_unknown");
    }

    [Fact]
    public async Task The_files_of_a_timed_challenge_are_hidden_until_it_is_presented()
    {
        await using var host = await PixHost.With(ReferentialBuilder.Of("@web1").Timed("@web1").Challenges("@web1", one => one with { Attachments = ["a.txt"] }), "a.txt");
        var player = await host.Register();
        await player.Start();

        (await player.Get($"/assessments/{player.Test}/files/a.txt")).Refused(404, "file_unknown");
        (await player.Present()).Ok();

        Assert.Equal("content of a.txt", (await player.Get($"/assessments/{player.Test}/files/a.txt")).Ok().Text);
    }

    [Fact]
    public async Task The_files_of_an_answered_challenge_stay_readable_when_a_release_drops_them()
    {
        var content = ReferentialBuilder.Of("@web1", "@web2");
        await using var host = await PixHost.With(content.Challenges("@web2", one => one with { Attachments = ["a.txt"] }), "a.txt");
        var player = await host.Register();
        await player.Start();
        Assert.Equal("@web2#1", player.Pending);
        await player.AnswerRight();

        await host.Release(content.As(2).Draft());

        Assert.Equal("content of a.txt", (await player.Get($"/assessments/{player.Test}/files/a.txt")).Ok().Text);
    }

    private static async Task AssertSame(Reply reply, string name)
    {
        var expected = await File.ReadAllBytesAsync(Path.Combine(Samples.Referential, "files", name));
        Assert.Equal(SHA256.HashData(expected), SHA256.HashData(reply.Ok().Body));
    }
}
