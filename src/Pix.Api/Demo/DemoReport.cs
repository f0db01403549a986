using System.Globalization;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>What a demonstration tells: who is where, what is to be worked on, what was certified.</summary>
internal sealed class DemoReport(CliConsole console, Node node, DemoSender sender, DemoYear year)
{
    private const int LargestPage = 100;
    private const int Decimals = 2;

    /// <summary>Everything, class by class, campaign by campaign, candidate by candidate.</summary>
    public async Task Tell(CancellationToken cancel)
    {
        var shown = await node.Shown(cancel);
        await TellClasses(shown, cancel);
        await TellCampaigns(shown, cancel);
        await TellAnalysis(shown, cancel);
        TellCertification();
        await TellVerification(shown, cancel);
        TellCounts();
    }

    private async Task TellClasses(Position shown, CancellationToken cancel)
    {
        console.Line($"\n{DemoSchool.Name} ({DemoSchool.Uai})");
        var rows = new List<IReadOnlyList<string>>();
        foreach (var division in (await sender.Ask(new ReadClasses(year.School.Id, shown), cancel)).Classes)
        {
            var pupils = (await sender.Ask(new ReadPupils(year.School.Id, division.Division, new PageRequest(1, LargestPage), shown), cancel)).Items;
            rows.Add([division.Division, Figure(division.Pupils), Figure(division.Attached), Figure(pupils.Count(pupil => pupil.Certifiable == true))]);
        }

        console.Table(["class", "pupils", "accounts", "certifiable"], rows);
    }

    private async Task TellCampaigns(Position shown, CancellationToken cancel)
    {
        console.Line($"\nThe campaigns of {DemoStaff.Teacher.Name}");
        var rows = new List<IReadOnlyList<string>>();
        foreach (var campaign in year.Campaigns.All)
        {
            var page = new PageRequest(1, LargestPage);
            var participants = (await sender.Ask(new ListParticipants(campaign.Id, null, null, null, page, shown), cancel)).Items;
            var mean = (await sender.Ask(new ReadCampaign(campaign.Id, shown), cancel)).MeanMastery;
            string In(ParticipationStanding standing) => Figure(participants.Count(participant => participant.State == Text.Of(standing)));
            rows.Add(
            [
                campaign.Made.Name,
                campaign.Made.Code,
                In(ParticipationStanding.NotStarted),
                In(ParticipationStanding.InProgress),
                In(ParticipationStanding.ToShare),
                In(ParticipationStanding.Shared),
                mean is { } percent ? $"{percent} %" : "-",
            ]);
        }

        console.Table(["campaign", "code", "not started", "in progress", "to send", "sent", "mastery"], rows);
    }

    private async Task TellAnalysis(Position shown, CancellationToken cancel)
    {
        var campaign = year.Campaigns.Over;
        var analysis = await sender.Ask(new ReadAnalysis(campaign.Id, AnalysisOrder.MostRelevantFirst, AnalysisScope.Recommended, shown), cancel);
        console.Line($"\nWhat to work on again, of {Counted.Of(analysis.Participants, "result")} of {campaign.Made.Name}");
        console.Table(
            ["relevance", "topic", "competence", "score", "validated", "failed", "untested", "tutorials"],
            analysis.Topics.Select(topic => (IReadOnlyList<string>)
            [
                topic.Relevance is { } dots ? new string('●', dots) : "-",
                topic.Title,
                topic.CompetenceCode,
                topic.Score is { } score ? Math.Round(score, Decimals).ToString("F2", CultureInfo.InvariantCulture) : "-",
                Figure(topic.Skills.Validated + topic.Skills.ValidatedByInference),
                Figure(topic.Skills.Failed + topic.Skills.FailedByInference),
                Figure(topic.Skills.Untested),
                Figure(topic.TutorialCount),
            ]));
    }

    private void TellCertification()
    {
        console.Line($"\nCertification session {year.Session}: {Counted.Of(year.Certificates.Count, "candidate")}, deliberated and published");
        console.Table(
            ["candidate", "result", "pix", "reproducibility", "reported", "decided"],
            year.Certificates.Select(one => (IReadOnlyList<string>)
            [
                one.Pupil.Name,
                one.Status,
                Figure(one.Scoring.Pix),
                $"{one.Scoring.Reproducibility} % ({one.Scoring.Right}/{one.Scoring.Considered})",
                one.Issues.Count == 0 ? "-" : string.Join(", ", one.Issues.Select(issue => $"{issue.Subcategory ?? issue.Category}: {issue.Resolution}")),
                one.Decision,
            ]));
    }

    private async Task TellVerification(Position shown, CancellationToken cancel)
    {
        var (code, pix) = (year.Best.Code, year.Best.Scoring.Pix);
        var verified = await sender.Ask(new VerifyCertificate(code, pix, shown), cancel);
        console.Line($"\ncertificate {code}, {pix} pix, of {year.Best.Pupil.Name}: {verified.Standing}. {verified.Sentence}");
    }

    private void TellCounts()
    {
        var campaigns = Counted.Of(year.Campaigns.All.Count, "campaign");
        var certified = Counted.Of(year.Certificates.Count(one => one.Status == Text.Of(CertificationStatus.Validated)), "certificate");
        var played = $"{Counted.Of(year.School.Pupils.Count, "pupil")}, {Counted.Of(year.School.Players.Count, "account")}, {campaigns}, {Counted.Of(year.Answers, "answer")}, {certified}";
        console.Line(year.Added == 0
            ? $"\n{played}: they have played here before, nothing was added"
            : $"\n{played}: {Counted.Of(year.Added, "event")} added to the log");
    }

    private static string Figure(long count) => count.ToString(CultureInfo.InvariantCulture);
}
