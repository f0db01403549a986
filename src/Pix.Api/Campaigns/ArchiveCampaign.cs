using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Archives a campaign, or takes it out of the archive (Rule 7.14).</summary>
public sealed record ArchiveCampaign(CampaignId Campaign, bool Archived) : ICommand<Nothing>;

/// <summary>Handles <see cref="ArchiveCampaign"/>.</summary>
public sealed class ArchiveCampaignHandler(Aggregates<Campaign, CampaignEvent> campaigns, CurrentCommand current)
    : IRequestHandler<ArchiveCampaign, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(ArchiveCampaign request, CancellationToken cancellationToken)
    {
        var decided = await campaigns.Decide(
            Streams.Campaign(request.Campaign),
            current.Value,
            (campaign, now) => request.Archived ? campaign.Archive(now) : campaign.Restore(now),
            cancellationToken);
        return decided.ToOutcome();
    }
}

/// <summary><c>PUT</c> and <c>DELETE /campaigns/{campaign}/archive</c></summary>
public static class ArchiveCampaignEndpoints
{
    private const string Address = "/campaigns/{campaign:guid}/archive";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPut(Address, (Guid campaign, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Send(http, new ArchiveCampaign(new CampaignId(campaign), Archived: true)))
            .RequireAuthorization(MemberPolicies.OrganisationMember)
            .WithName("archiveCampaign")
            .WithSummary("Archiver une campagne : on n’y entre plus, on n’y envoie plus")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(StatusCodes.Status404NotFound);
        routes
            .MapDelete(Address, (Guid campaign, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Send(http, new ArchiveCampaign(new CampaignId(campaign), Archived: false)))
            .RequireAuthorization(MemberPolicies.OrganisationMember)
            .WithName("restoreCampaign")
            .WithSummary("Sortir une campagne des archives")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(StatusCodes.Status404NotFound);
    }
}
