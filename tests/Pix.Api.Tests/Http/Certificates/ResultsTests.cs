using Microsoft.Extensions.DependencyInjection;
using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http.Certificates;

/// <summary>What centres, schools, recipients and juries read of results.</summary>
public sealed class ResultsTests : IAsyncLifetime
{
    // Years begin with 20 too.
    private const string Mark = "/ ?20[^0-9]";
    private CertificateStage _stage = null!;

    private string Results => $"/sessions/{_stage.Session.Id}/results";

    public async Task InitializeAsync() => _stage = await CertificateStage.Open();

    public async Task DisposeAsync() => await _stage.Host.DisposeAsync();

    [Fact]
    public async Task A_centre_is_handed_what_is_published_and_each_time_is_recorded()
    {
        var referent = _stage.Host.Token(await _stage.Host.Join(SatSession.Centre, MemberRole.CentreReferent), Roles.CentreReferent);
        (await _stage.Host.Send(HttpMethod.Get, $"{Results}.csv", null, referent)).Refused(409, "session_not_published");
        await _stage.Append(2, _stage.Session.Decided(2, JuryVerdict.RejectedForFraud, null, CertificateStage.June));
        await _stage.Publish();
        var file = (await _stage.Host.Send(HttpMethod.Get, $"{Results}.csv", null, referent)).Ok();
        Assert.Equal("text/csv", file.MediaType);
        Assert.DoesNotMatch(Mark, file.Text);
        Golden.Verify("session-results", WithoutMark(file.Text), "csv");
        Assert.Single(await Papers());
    }

    [Fact]
    public async Task A_link_opens_the_results_of_its_candidates_for_thirty_days()
    {
        await _stage.Publish();
        var links = _stage.Host.Services.GetRequiredService<ResultsLinks>();
        var link = links.Write(_stage.Session.Id, 1, [_stage.Session.Candidate(1)], _stage.Host.Clock.GetUtcNow());
        var opened = (await Open(link)).Ok();
        Assert.Contains("Abadie", opened.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("O'Neil", opened.Text, StringComparison.Ordinal);
        (await Open(link + "x")).Refused(404, "results_link_unknown");
        (await Open("")).Refused(404, "results_link_unknown");
        _stage.Host.Clock.Advance(TimeSpan.FromDays(ResultsLinks.Days) + TimeSpan.FromSeconds(1));
        (await Open(link)).Refused(404, "results_link_unknown");
        Assert.Single(await Papers());
    }

    [Fact]
    public async Task A_school_record_has_a_line_for_every_pupil_and_no_mark()
    {
        var import = new ImportId(new Guid(9, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8]));
        foreach (var (pupil, division) in new[] { (1, "3B"), (2, "3B"), (4, "3B"), (3, "3C") })
        {
            var facts = new PupilFacts($"12345678{pupil}AB", $"Nom{pupil}", null, $"Prénom{pupil}", null, null, null, new DateOnly(2011, 6, 23), null, null, null, null, null, null);
            await _stage.Append(
                _stage.Host.Node.Aggregates.Pupils,
                Streams.Pupil(_stage.Session.Pupil(pupil)),
                [new PupilImported(SatSession.Centre, import, new Personal<PupilFacts>(_stage.Session.Person(pupil), facts), division, CertificateStage.June)]);
        }

        await _stage.Append(
            _stage.Host.Node.Aggregates.Organisations, Streams.Organisation(SatSession.Centre), [new ImportCompleted(import, 4, 0, 0, 0, CertificateStage.June)]);
        await _stage.Publish();
        var administrator = _stage.Host.Token(await _stage.Host.Join(SatSession.Centre, MemberRole.Administrator), Roles.SchoolAdministrator);
        var record = (await _stage.Host.Send(HttpMethod.Get, $"/organisations/{SatSession.Centre}/certifications.csv?class=3B", null, administrator)).Ok();
        Assert.DoesNotMatch(Mark, record.Text);
        Golden.Verify("school-record", WithoutMark(record.Text), "csv");
    }

    [Fact]
    public async Task A_jury_sees_what_is_contested_first_and_what_is_left_to_decide()
    {
        await _stage.Append(
            3,
            new IssueReported(1, IssueCategory.Fraud, null, null, IssueResolution.LeftToJury, CertificateStage.June),
            _stage.Session.Decided(3, JuryVerdict.Confirmed, null, CertificateStage.June));
        var jury = _stage.Host.Token(_stage.Session.Officer.ToString(), Roles.Jury);
        var view = (await _stage.Host.Send(HttpMethod.Get, $"/jury/sessions/{_stage.Session.Id}/certifications", null, jury)).Ok();
        Assert.Equal(2, view["toDecide"].GetInt32());
        var first = view["tests"][0];
        Assert.Equal((true, true, 1), (first.GetProperty("contested").GetBoolean(), first.GetProperty("deliberated").GetBoolean(), first.GetProperty("issuesLeftToJury").GetInt32()));

        var line = Assert.Single((await _stage.Host.Send(HttpMethod.Get, "/jury/sessions?status=inProcess", null, jury)).Ok()["items"].EnumerateArray());
        Assert.Equal((3, 3), (line.GetProperty("candidates").GetInt32(), line.GetProperty("tests").GetInt32()));
    }

    // A file that is read as text loses the mark that spreadsheets need.
    private static string WithoutMark(string file)
    {
        Assert.StartsWith(Csv.ByteOrderMark, file, StringComparison.Ordinal);
        return file[Csv.ByteOrderMark.Length..];
    }

    private Task<Reply> Open(string link) => _stage.Host.Send(HttpMethod.Get, $"{Results}?link={link}", null, null);

    private async Task<IReadOnlyList<SessionPaper>> Papers() => await _stage.Host.Node.Aggregates.Sessions
        .History(Streams.Session(_stage.Session.Id), CancellationToken.None)
        .Select(recorded => recorded.Event)
        .OfType<SessionPaperIssued>()
        .Select(paper => paper.Paper)
        .ToListAsync();
}
