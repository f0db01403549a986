using System.Net;
using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>The documents with names that a school takes out of its campaigns: what stands in them, and that taking them out is recorded.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private static readonly string[] Names = ["Ada", "Bob", "Cleo"];
    private PixHost _host = null!;

    public async Task InitializeAsync() => _host = await PixHost.With(ReferentialBuilder.Of("@web1", "@web2", "@web3", "@mail1", "@mail2"));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_class_report_names_every_pupil_of_the_class_and_only_what_was_sent()
    {
        var (school, campaign) = await ClassCampaign();
        var sent = await PupilJoins(school, campaign, Names[0]);
        await AnswerAll(sent.Learner, "juste");
        (await Share(sent)).Ok();
        var finished = await PupilJoins(school, campaign, Names[1]);
        await AnswerAll(finished.Learner, "faux");

        var report = await Read(school, $"{HomeOf(campaign)}/report.csv?class=4B");
        Golden.Verify("ClassReport", report.Text.TrimStart('\uFEFF'), "csv");
        Assert.Equal("text/csv", report.MediaType);

        (await Share(finished)).Ok();
        Assert.NotEqual(report.Text, (await Read(school, $"{HomeOf(campaign)}/report.csv?class=4B")).Text);
        (await school.Send(HttpMethod.Get, $"{HomeOf(campaign)}/report.csv")).Refused(422, "parameter_missing");
    }

    [Fact]
    public async Task What_is_answered_after_a_sending_changes_neither_the_report_nor_progress()
    {
        var (school, campaign) = await ClassCampaign();
        var later = await school.Campaign();
        var pupil = await PupilJoins(school, campaign, Names[0]);
        await AnswerAll(pupil.Learner, "juste");
        (await Share(pupil)).Ok();
        (await Share((pupil.Learner, await Join(pupil.Learner, later)))).Ok();
        string[] pages =
        [
            $"{HomeOf(campaign)}/report.csv?class=4B",
            $"{HomeOf(later)}/progress?since={campaign["campaignId"]}",
            $"{HomeOf(later)}/progress?since={campaign["campaignId"]}&class=4B",
            $"{school.Home}/progress?from=2099-01-01&to=2099-12-31&class=4B",
        ];
        var before = await Task.WhenAll(pages.Select(page => Read(school, page)));
        Assert.All(before[1..], progress => Assert.Equal(1, progress["people"].GetInt32()));

        // Another pupil goes through both campaigns to the end, and keeps it to themself.
        var silent = await PupilJoins(school, campaign, Names[1]);
        await AnswerAll(silent.Learner, "faux");
        await Join(silent.Learner, later);
        var after = await Task.WhenAll(pages.Select(page => Read(school, page)));
        Assert.Equal(before.Select(page => page.Text), after.Select(page => page.Text));
    }

    [Fact]
    public async Task The_export_of_profiles_is_byte_for_byte_as_the_rules_say_by_its_address_and_by_accept()
    {
        var school = await School.In(_host);
        var campaign = (await school.Create(new { type = "profilesCollection", name = "Profils de 6e", externalIdLabel = "=N° d'élève", externalIdType = "text" })).Ok(HttpStatusCode.Created);
        var shared = await Named("Ada", "Zay");
        (await shared.Start()).Ok(HttpStatusCode.Created);
        await AnswerAll(shared, "juste");
        (await Share((shared, await Join(shared, campaign, "17;a")))).Ok();
        await Join(await Named("Bob", "Yvon"), campaign, "=1+1");

        var export = await Read(school, $"{HomeOf(campaign)}/results.csv");
        Golden.Verify("ProfilesExport", export.Text.TrimStart('\uFEFF')
            .Replace(campaign["campaignId"].GetString()!, "ID", StringComparison.Ordinal)
            .Replace(campaign["code"].GetString()!, "CODE", StringComparison.Ordinal), "csv");
        Assert.True(export.Body.AsSpan().StartsWith<byte>([0xEF, 0xBB, 0xBF]));
        var accepted = (await school.Send(HttpMethod.Get, $"{HomeOf(campaign)}/results", null, ("Accept", "text/csv"))).Ok();
        Assert.Equal((export.MediaType, export.Text), (accepted.MediaType, accepted.Text));
    }

    [Fact]
    public async Task Every_document_that_is_handed_out_leaves_a_record_of_who_has_it()
    {
        var (school, campaign) = await ClassCampaign();
        Assert.Empty(await Handed(campaign));
        await Read(school, $"{HomeOf(campaign)}/results.csv");
        (await school.Send(HttpMethod.Get, $"{HomeOf(campaign)}/results", null, ("Accept", "text/csv"))).Ok();
        await Read(school, $"{HomeOf(campaign)}/report.csv?class=4B");
        Assert.Equal(
            [(CampaignDocument.Results, null), (CampaignDocument.Results, null), (CampaignDocument.ClassReport, (string?)"4B")],
            (await Handed(campaign)).Select(handed => (handed.Event.Document, handed.Event.Division)));
        Assert.All(await Handed(campaign), handed => Assert.Equal(new Actor(school.Teacher, Roles.Teacher), handed.Actor));

        // Pages are no documents, and what is refused is not handed out.
        await Read(school, $"{HomeOf(campaign)}/results");
        (await school.Send(HttpMethod.Get, $"{HomeOf(campaign)}/report.csv")).Refused(422, "parameter_missing");
        Assert.Equal(3, (await Handed(campaign)).Count);
    }

    private static string HomeOf(Reply campaign) => $"/campaigns/{campaign["campaignId"]}";

    private static Task<Reply> Share((Player Learner, string Participation) part) => part.Learner.Post($"/participations/{part.Participation}/sending", null);

    private static async Task AnswerAll(Player learner, string value)
    {
        while (learner.Pending is not null) (await learner.Answer(new { challengeId = learner.Pending, value })).Ok();
    }

    // A school that manages its pupils, with three of them in 4B, and a campaign.
    private async Task<(School School, Reply Campaign)> ClassCampaign()
    {
        var school = await School.In(_host, managesPupils: true);
        var office = new Pupils.School(_host, school.Id, await _host.Join(school.Id, MemberRole.Administrator));
        await office.Import([.. Names.Select((name, index) => new Pupils.Eleve($"{index}", name, "Durand"))]);
        await _host.Node.ReadModels.CaughtUp(CancellationToken.None);
        return (school, await school.Campaign());
    }

    private async Task<(Player Learner, string Participation)> PupilJoins(School school, Reply campaign, string firstName)
    {
        var learner = await Named(firstName, "Durand");
        (await learner.Post($"{learner.Home}/pupils", new { organisationId = school.Id.Value, firstName, lastName = "Durand", birthDate = "2012-06-23" })).Ok();
        return (learner, await Join(learner, campaign));
    }

    private async Task<Player> Named(string firstName, string lastName)
    {
        var learner = new Player(_host, Guid.NewGuid().ToString());
        (await learner.Register(new { firstName, lastName })).Ok(HttpStatusCode.Created);
        return learner;
    }

    private static async Task<string> Join(Player learner, Reply campaign, string? externalId = null)
    {
        var joined = (await learner.Post($"/campaigns/by-code/{campaign["code"]}/participations", new { externalId })).Ok(HttpStatusCode.Created);
        learner.TakeUp(joined);
        return joined["participationId"].GetString()!;
    }

    private async Task<IReadOnlyList<(ResultsExported Event, Actor Actor)>> Handed(Reply campaign)
    {
        var handed = new List<(ResultsExported Event, Actor Actor)>();
        var stream = Streams.ExportsOf(new CampaignId(campaign["campaignId"].GetGuid()));
        await foreach (var record in _host.Node.Store.ReadStream(stream, Revision.First, CancellationToken.None))
            handed.Add(((ResultsExported)_host.Node.Codec.Decode(record).Event, EventMetadata.Read(record.Metadata).Actor));
        return handed;
    }

    // As of everybody's last command.
    private async Task<Reply> Read(School school, string path)
    {
        await _host.Node.ReadModels.CaughtUp(CancellationToken.None);
        return (await school.Send(HttpMethod.Get, path)).Ok();
    }
}
