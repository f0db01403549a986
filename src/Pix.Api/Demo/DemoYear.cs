using Pix.Domain;

namespace Pix.Api;

/// <summary>
/// A school year, played through the real commands: a collège and its team, four classes, three campaigns, and a certification session that is
/// deliberated and published.
/// </summary>
internal sealed record DemoYear(
    DemoSchool School,
    DemoCampaigns Campaigns,
    ParticipationId Stopped,
    SessionId Session,
    IReadOnlyList<DemoCertificate> Certificates,
    int Answers,
    long Added)
{
    private const int CompetencesOfTheThird = 8;
    private const int CompetencesOfTheFourth = 3;

    /// <summary>The best certificate: the one that is shown to be verified.</summary>
    public DemoCertificate Best => Certificates.Where(one => one.Status == Text.Of(CertificationStatus.Validated)).MaxBy(one => one.Scoring.Pix)!;

    /// <summary>Plays it; what an earlier demonstration that was interrupted left is finished.</summary>
    public static async Task<DemoYear> Play(Node node, IServiceProvider services, int ofEachClass, IProgress<OperationProgress> progress, CancellationToken cancel)
    {
        var releases = await services.GetRequiredService<Content>().Releases(cancel);
        if (releases.Active is not { } active)
            throw new CliFailureException(CliFailureException.Failed, "No release is in force: 'referential activate VERSION' chooses one.");
        var before = await node.Store.Head(cancel);
        var sender = new DemoSender(services);
        var play = new DemoPlay(sender, active, progress);

        var registration = new DemoRegistration(node, sender);
        var school = await registration.Open(ofEachClass, cancel);
        await DemoPlay.All(school.Players, (pupil, stop) => registration.Enter(school, pupil, stop), cancel);

        await Train(school, DemoSchool.Third, CompetencesOfTheThird, play, cancel);
        await Train(school, DemoSchool.Fourth, CompetencesOfTheFourth, play, cancel);
        var campaigns = await DemoCampaigns.Create(sender, school, new PublicAddress(node.Settings.Mail.PublicUrl.ToString().TrimEnd('/')), cancel);
        await campaigns.Play(school, play, sender, cancel);
        var stopped = await campaigns.Stopped(node, school, cancel);

        var (session, candidates) = await new DemoSession(node, sender, play, school).Hold(cancel);
        var certificates = await new DemoJury(node, sender).Deliberate(session, candidates, cancel);
        await node.Settled(cancel);
        var added = (await node.Store.Head(cancel)).Value - before.Value;
        return new DemoYear(school, campaigns, stopped, session, certificates, play.Answers, added);
    }

    private static Task Train(DemoSchool school, string division, int competences, DemoPlay play, CancellationToken cancel)
    {
        var players = school.PlayersOf(division);
        play.Plan(players.Count * competences);
        return DemoPlay.All(players, (pupil, stop) => play.Position(pupil, play.Competences.Take(competences), stop), cancel);
    }
}
