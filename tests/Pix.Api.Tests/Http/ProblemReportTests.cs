using System.Net;
using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

public sealed class ProblemReportTests : IAsyncLifetime
{
    private PixHost _host = null!;
    private Player _player = null!;

    public async Task InitializeAsync()
    {
        _host = await PixHost.With(ReferentialBuilder.Of("@web1", "@web2", "@web3"));
        _player = await _host.Register();
        await _player.Start();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Problems_are_numbered_in_the_order_of_their_reports()
    {
        var first = (await _player.Report(_player.Pending!, "picture", null)).Ok(HttpStatusCode.Created);
        var second = (await _player.Report(_player.Pending!, "other", "La question est coupée.")).Ok(HttpStatusCode.Created);

        Assert.Equal((1, 2), (first["report"].GetInt32(), second["report"].GetInt32()));
        Assert.Equal((_player.Test, "other"), (second["assessmentId"].GetString(), second["category"].GetString()));
        Assert.Equal(2, (await _host.HistoryOf(_player.Id)).OfType<ProblemReported>().Count());
    }

    [Fact]
    public async Task A_problem_with_the_picture_is_reported_before_answering_one_with_the_answer_after()
    {
        var challenge = _player.Pending!;
        (await _player.Report(challenge, "answer", null)).Refused(409, "problem_not_now", ("category", "answer"));
        await _player.AnswerRight();
        (await _player.Report(challenge, "picture", null)).Refused(409, "problem_not_now", ("category", "picture"));
        (await _player.Report(challenge, "answer", null)).Ok(HttpStatusCode.Created);
        Assert.Single((await _host.HistoryOf(_player.Id)).OfType<ProblemReported>());
    }

    [Fact]
    public async Task A_report_that_cannot_be_understood_is_refused_and_nothing_is_recorded()
    {
        var events = await _player.RecordedEvents();
        (await _player.Report(_player.Pending!, "weather", null)).Refused(422, "request_invalid");
        (await _player.Report(_player.Pending!, "Picture", null)).Refused(422, "request_invalid");
        (await _player.Report(_player.Pending!, "other", " ")).Refused(422, "request_invalid");
        (await _player.Report("", "picture", null)).Refused(422, "request_invalid");
        (await _player.Report(_player.Pending!, "other", new string('x', 5001))).Refused(422, "request_invalid");
        (await _player.Report("@web99#1", "picture", null)).Refused(409, "challenge_not_in_assessment", ("challenge", "@web99#1"));
        Assert.Equal(events, await _player.RecordedEvents());
    }
}
