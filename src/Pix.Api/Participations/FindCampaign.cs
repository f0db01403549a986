using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>What a learner sees of a campaign before they enter it ("J'ai un code").</summary>
public sealed record FindCampaign(LearnerId Learner, string Code) : IQuery<CampaignEntranceView>;

/// <summary>
/// A campaign as who has its code sees it. <paramref name="Closed"/> says why they may not enter, null when they may; a restricted one wants
/// the account to be attached to a pupil first (<c>POST /learners/{learner}/pupils</c>).
/// </summary>
public sealed record CampaignEntranceView(
    Guid CampaignId,
    string Code,
    string Type,
    Guid OrganisationId,
    string Organisation,
    string? Title,
    string? LandingText,
    int? DurationMinutes,
    ExternalIdView? ExternalId,
    bool Restricted,
    bool Attached,
    string? ParticipationId,
    ClosedView? Closed);

/// <summary>Why one may not enter: the code and the sentence of the refusal that entering would meet.</summary>
public sealed record ClosedView(string Code, string Sentence);

/// <summary>Handles <see cref="FindCampaign"/>.</summary>
public sealed class FindCampaignHandler(NodeAggregates aggregates, CampaignDirectory directory, LearnerRules rules, TimeProvider clock)
    : IRequestHandler<FindCampaign, Outcome<CampaignEntranceView>>
{
    /// <inheritdoc />
    public async Task<Outcome<CampaignEntranceView>> Handle(FindCampaign request, CancellationToken cancellationToken)
    {
        if (await directory.Find(request.Code, cancellationToken) is not var (id, campaign)) return Refusal.CampaignCodeUnknown;
        var created = campaign.Created!;
        var loaded = await aggregates.Learners.Load(Streams.Learner(request.Learner), cancellationToken);
        var entrance = await aggregates.Entrance(id, campaign, loaded.State, cancellationToken);
        var organisation = (await aggregates.Organisations.Load(Streams.Organisation(created.Organisation), cancellationToken)).State;
        var pupil = loaded.State.PupilIn(created.Organisation);
        var participation = loaded.State.ParticipationIn(id);
        var closed = participation is null ? entrance.WhyNotEnter(pupil, rules, clock.GetUtcNow()) : null;
        return Outcome<CampaignEntranceView>.Of(
            new CampaignEntranceView(
                id.Value,
                created.Code.Value,
                Text.Of(created.Type),
                created.Organisation.Value,
                organisation.Facts!.Name,
                campaign.Settings!.Title,
                campaign.Settings.LandingText,
                created.Target?.DurationMinutes,
                ExternalIdView.Of(created.ExternalId),
                entrance.IsRestricted,
                pupil is not null,
                participation is null ? null : new ParticipationId(request.Learner, participation.Ordinal).ToString(),
                closed is null ? null : new ClosedView(closed.Code, closed.Sentence)),
            loaded.Position);
    }
}

/// <summary>What entering looks at, beside the learner.</summary>
internal static class Entrances
{
    /// <summary>A campaign as this learner meets it (Rule 7.6).</summary>
    public static async ValueTask<CampaignEntrance> Entrance(
        this NodeAggregates aggregates,
        CampaignId id,
        Campaign campaign,
        Learner learner,
        CancellationToken cancel)
    {
        var school = campaign.Created!.Organisation;
        var organisation = (await aggregates.Organisations.Load(Streams.Organisation(school), cancel)).State;
        var isDisabled = learner.PupilIn(school) is { } pupil && !(await aggregates.Pupils.Load(Streams.Pupil(pupil), cancel)).State.IsEnabled;
        return new CampaignEntrance(id, campaign, organisation.Facts?.ManagesPupils == true, isDisabled);
    }
}

/// <summary><c>GET /campaigns/by-code/{code}</c></summary>
public static class FindCampaignEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/campaigns/by-code/{code}", (string code, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Ask(http, new FindCampaign(http.User.ToLearner(), code)))
        .RequireAuthorization(Policies.AnyLearner)
        .WithName("findCampaign")
        .WithSummary("Trouver une campagne par son code, avant d’y entrer")
        .Produces<CampaignEntranceView>()
        .ProducesProblems(StatusCodes.Status404NotFound);
}
