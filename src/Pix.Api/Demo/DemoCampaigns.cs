using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>A campaign of the demonstration, and the class that it is for.</summary>
internal sealed record DemoCampaign(string Division, CampaignView Made)
{
    /// <summary>Its id.</summary>
    public CampaignId Id => new(Made.CampaignId);
}

/// <summary>The teacher's campaigns: one is over, one goes on, one was just created.</summary>
internal sealed record DemoCampaigns(DemoCampaign Over, DemoCampaign GoingOn, DemoCampaign JustCreated)
{
    private const int AnswersBeforeStopping = 4;

    /// <summary>All three.</summary>
    public IReadOnlyList<DemoCampaign> All => [Over, GoingOn, JustCreated];

    /// <summary>The teacher creates them.</summary>
    public static async Task<DemoCampaigns> Create(DemoSender sender, DemoSchool school, PublicAddress address, CancellationToken cancel)
    {
        async Task<DemoCampaign> Made(string division, CampaignType type, string? profile, string name, string? title)
        {
            var body = new CampaignBody(Text.Of(type), profile, name, title, null, null, null, null, null, null, false, null, null, null);
            return new DemoCampaign(division, await sender.Send(
                DemoStaff.Teacher.Actor, $"create {name}", new CreateCampaign(school.Id, DemoStaff.Teacher.Id, body, address), cancel));
        }

        return new DemoCampaigns(
            await Made(DemoSchool.Sixth, CampaignType.Assessment, "decouverte-college", "6A : découverte de Pix", "Découvrir Pix"),
            await Made(DemoSchool.Fourth, CampaignType.Assessment, "cycle-4-mathematiques", "4B : mathématiques", "Tableur et programmation"),
            await Made(DemoSchool.Third, CampaignType.ProfilesCollection, null, "3A : profils avant la certification", null));
    }

    /// <summary>The pupils of the first two take part, each as far as they get.</summary>
    public async Task Play(DemoSchool school, DemoPlay play, DemoSender sender, CancellationToken cancel)
    {
        var players = new[] { Over, GoingOn }
            .SelectMany(campaign => school.PlayersOf(campaign.Division).Select((pupil, place) => (Campaign: campaign, Pupil: pupil, Standing: StandingOf(campaign, place, school))))
            .Where(player => player.Standing != ParticipationStanding.NotStarted)
            .ToList();
        play.Plan(players.Count);
        await DemoPlay.All(players, (player, stop) => TakePart(player.Campaign, player.Pupil, player.Standing, play, sender, stop), cancel);
    }

    /// <summary>The participation of the first who stopped in the middle of the campaign that goes on.</summary>
    public async Task<ParticipationId> Stopped(Node node, DemoSchool school, CancellationToken cancel)
    {
        var pupil = school.PlayersOf(GoingOn.Division)[0];
        var learner = (await node.Learners.Load(Streams.Learner(pupil.Account), cancel)).State;
        return new ParticipationId(pupil.Account, learner.ParticipationIn(GoingOn.Id)!.Ordinal);
    }

    // Almost everybody sent where it is over; somebody is in every state where it goes on.
    private ParticipationStanding StandingOf(DemoCampaign campaign, int place, DemoSchool school) => campaign == Over
        ? (school.PlayersOf(campaign.Division).Count - place) switch
        {
            1 => ParticipationStanding.NotStarted,
            2 => ParticipationStanding.ToShare,
            _ => ParticipationStanding.Shared,
        }
        : (place % 5) switch
        {
            0 => ParticipationStanding.InProgress,
            1 => ParticipationStanding.ToShare,
            2 => ParticipationStanding.NotStarted,
            _ => ParticipationStanding.Shared,
        };

    private static async Task TakePart(
        DemoCampaign campaign,
        DemoPupil pupil,
        ParticipationStanding standing,
        DemoPlay play,
        DemoSender sender,
        CancellationToken cancel)
    {
        var code = campaign.Made.Code;
        var entered = await sender.Send(pupil.Actor, $"enter {code}", new JoinCampaign(pupil.Account, code, null), cancel);
        if (entered.Assessment is { } test)
            await play.Answer(pupil, code, test, standing == ParticipationStanding.InProgress ? AnswersBeforeStopping : null, cancel);
        _ = ParticipationId.TryParse(entered.ParticipationId, out var participation);
        if (standing == ParticipationStanding.Shared) await sender.Send(pupil.Actor, $"send {code}", new ShareResults(participation), cancel);
    }
}
