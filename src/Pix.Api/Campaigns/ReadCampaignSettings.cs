using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>What a campaign is set to.</summary>
public sealed record ReadCampaignSettings(CampaignId Campaign, PublicAddress Address) : IQuery<CampaignView>;

/// <summary>Handles <see cref="ReadCampaignSettings"/>.</summary>
public sealed class ReadCampaignSettingsHandler(Aggregates<Campaign, CampaignEvent> campaigns) : IRequestHandler<ReadCampaignSettings, Outcome<CampaignView>>
{
    /// <inheritdoc />
    public async Task<Outcome<CampaignView>> Handle(ReadCampaignSettings request, CancellationToken cancellationToken)
    {
        var loaded = await campaigns.Load(Streams.Campaign(request.Campaign), cancellationToken);
        return loaded.State.Created is null
            ? Refusal.CampaignUnknown
            : Outcome<CampaignView>.Of(CampaignView.Of(request.Campaign, loaded.State, request.Address), loaded.Position);
    }
}

/// <summary><c>GET /campaigns/{campaign}/settings</c></summary>
public static class ReadCampaignSettingsEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/campaigns/{campaign:guid}/settings", (Guid campaign, UseCaseEndpoint endpoint, PixSettings settings, HttpContext http) => endpoint.Ask(
            http,
            new ReadCampaignSettings(new CampaignId(campaign), PublicAddress.Of(http, settings)),
            reply => http.Response.Headers.ETag = EditedVersion.Tag(reply.Changes)))
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("readCampaignSettings")
        .WithSummary("Lire les réglages d’une campagne, avec leur ETag")
        .Produces<CampaignView>()
        .ProducesProblems(StatusCodes.Status404NotFound);
}
