using System.Net;

namespace Pix.Api.Tests.Http;

/// <summary>What a learner does in a campaign.</summary>
internal static class CampaignPlay
{
    public const string Right = "juste";
    public const string Wrong = "faux";

    /// <summary>Enters by a code: the participation's address, and the reply.</summary>
    public static async Task<(string Participation, Reply Joined)> Enter(this Player player, string code)
    {
        var joined = (await player.Post($"/campaigns/by-code/{code}/participations", new { })).Ok(HttpStatusCode.Created);
        return ($"/participations/{joined["participationId"].GetString()}", joined);
    }

    /// <summary>Answers the test that a participation shows, to its end.</summary>
    public static async Task PlayToTheEnd(this Player player, Reply participation, string value)
    {
        var test = participation["assessment.assessmentId"].GetString()!;
        for (var pending = participation["assessment.challenge.id"].GetString(); pending is not null; pending = player.Pending)
            (await player.Answer(new { challengeId = pending, value }, test: test)).Ok();
    }

    /// <summary>Enters, plays to the end and sends: the participation's address.</summary>
    public static async Task<string> Take(this Player player, string code, string value)
    {
        var (participation, joined) = await player.Enter(code);
        await player.PlayToTheEnd(joined, value);
        (await player.Post($"{participation}/sending", null)).Ok();
        return participation;
    }
}
