using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Creates a campaign, whose target is frozen (Rule D11) and whose code is its own for good.</summary>
public sealed record CreateCampaign(OrganisationId Organisation, MemberId Creator, CampaignBody Body, PublicAddress Address) : ICommand<CampaignView>;

/// <summary>What is sent to create a campaign; editing looks at what may change only: owner, name, texts, button and days.</summary>
public sealed record CampaignBody(
    string? Type,
    string? TargetProfileId,
    string? Name,
    string? Title,
    string? LandingText,
    string? ResultText,
    string? ResultButtonText,
    string? ResultButtonUrl,
    string? ExternalIdLabel,
    string? ExternalIdType,
    bool? MultipleSendings,
    Guid? OwnerId,
    DateOnly? StartBy,
    DateOnly? EndBy)
{
    /// <summary>The wish: the owner is who asks when nobody else is named.</summary>
    public CampaignWish WishOf(OrganisationId organisation, MemberId creator, MemberId owner) => new()
    {
        Organisation = organisation,
        Creator = creator,
        Owner = OwnerId is { } named ? new MemberId(named) : owner,
        Type = Enumerated.Read<CampaignType>(Type),
        TargetProfile = TargetProfileId,
        Name = Name,
        Title = Title,
        LandingText = LandingText,
        ResultText = ResultText,
        ResultButtonText = ResultButtonText,
        ResultButtonUrl = ResultButtonUrl,
        ExternalIdLabel = ExternalIdLabel,
        ExternalIdType = Enumerated.Read<ExternalIdType>(ExternalIdType),
        MultipleSendings = MultipleSendings ?? false,
        StartBy = StartBy,
        EndBy = EndBy,
    };
}

/// <summary>Handles <see cref="CreateCampaign"/>.</summary>
public sealed class CreateCampaignHandler(NodeAggregates aggregates, CampaignDirectory directory, Content content, CurrentCommand current)
    : IRequestHandler<CreateCampaign, Outcome<CampaignView>>
{
    /// <inheritdoc />
    public async Task<Outcome<CampaignView>> Handle(CreateCampaign request, CancellationToken cancellationToken)
    {
        var command = current.Value;
        var id = new CampaignId(command.IdFor("campaign"));
        var wish = request.Body.WishOf(request.Organisation, request.Creator, request.Creator);
        var (refusal, target) = await Freeze(wish, cancellationToken);

        // A wish that cannot be granted takes no code. A retry finds the code that it claimed, whatever became of the target profile since.
        var known = (await aggregates.Campaigns.Load(Streams.Campaign(id), cancellationToken)).State.Created;
        var fault = known is null ? wish.Faults().FirstOrDefault() ?? refusal : null;
        if (fault is not null) return fault;
        if ((known?.Code ?? await directory.Claim(id, command, cancellationToken)) is not { } code) return Refusal.NoFreeCampaignCode;
        var decided = await aggregates.Campaigns.Decide(
            Streams.Campaign(id),
            command,
            (campaign, now) => campaign.Create(wish, code, target, now),
            cancellationToken);
        return decided.ToOutcome(done => CampaignView.Of(id, done.After, request.Address), created: true);
    }

    private async ValueTask<(Refusal? Refusal, FrozenTarget? Target)> Freeze(CampaignWish wish, CancellationToken cancel)
    {
        if (wish.TargetProfile is not { } named) return (null, null);
        var profiles = (await aggregates.TargetProfiles.Load(Streams.TargetProfiles, cancel)).State;
        if (profiles.Find(named, wish.Organisation!.Value) is not { } profile) return (Refusal.TargetProfileUnknown, null);
        return (await content.Releases(cancel)).Active is { } active ? (null, FrozenTarget.Of(profile, active)) : (Refusal.ReferentialMissing, null);
    }
}

/// <summary><c>POST /organisations/{organisation}/campaigns</c></summary>
public static class CreateCampaignEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(
            "/organisations/{organisation:guid}/campaigns",
            (Guid organisation, CampaignBody body, UseCaseEndpoint endpoint, PixSettings settings, HttpContext http) => endpoint.Send(
                http,
                new CreateCampaign(new OrganisationId(organisation), http.User.ToMember(), body, PublicAddress.Of(http, settings)),
                reply => $"/campaigns/{reply.CampaignId}/settings"))
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("createCampaign")
        .WithSummary("Créer une campagne")
        .Produces<CampaignView>(StatusCodes.Status201Created)
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
