using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// A page of an organisation's campaigns (Rule 7.14); <paramref name="OwnerSearch"/>: part of the address under which the owner was invited.
/// </summary>
public sealed record ListCampaigns(CampaignQuery Query, string? OwnerSearch, PageRequest Page, Position AtLeast) : IQuery<PageView<CampaignItemView>>;

/// <summary>A campaign in a list: how many take part, how many results were received. The owner's address is null once they left the team.</summary>
public sealed record CampaignItemView(
    Guid CampaignId,
    string Name,
    string Code,
    string Type,
    Guid OwnerId,
    string? OwnerEmail,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ArchivedAt,
    int Participants,
    int Received)
{
    /// <summary>As the API writes it.</summary>
    public static CampaignItemView Of(CampaignEntry entry, string? ownerEmail) => new(
        entry.Id.Value,
        entry.Name,
        entry.Code.Value,
        Text.Of(entry.Type),
        entry.Owner.Value,
        ownerEmail,
        entry.CreatedAt,
        entry.ArchivedAt,
        entry.Participants,
        entry.Received);
}

/// <summary>Handles <see cref="ListCampaigns"/>.</summary>
public sealed class ListCampaignsHandler(
    ReadModels readModels,
    CampaignReader campaigns,
    Aggregates<Organisation, OrganisationEvent> organisations,
    PersonalReader personal) : IRequestHandler<ListCampaigns, Outcome<PageView<CampaignItemView>>>
{
    /// <inheritdoc />
    public async Task<Outcome<PageView<CampaignItemView>>> Handle(ListCampaigns request, CancellationToken cancellationToken)
    {
        await readModels.Reached(CampaignReader.ReadModel, request.AtLeast, cancellationToken);
        var team = await TeamOf(request.Query.Organisation, cancellationToken);
        var query = request.OwnerSearch is not { } sought ? request.Query : request.Query with
        {
            Owners = [.. team.Where(member => member.Value?.Contains(sought, StringComparison.OrdinalIgnoreCase) == true).Select(member => member.Key)],
        };
        var page = campaigns.List(query);
        return Outcome<PageView<CampaignItemView>>.Of(
            request.Page.Of<CampaignItemView>([.. page.Entries.Select(entry => CampaignItemView.Of(entry, team.GetValueOrDefault(entry.Owner)))], page.Total));
    }

    private async ValueTask<Dictionary<MemberId, string?>> TeamOf(OrganisationId id, CancellationToken cancel)
    {
        var organisation = (await organisations.Load(Streams.Organisation(id), cancel)).State;
        return organisation.Members
            .Where(member => member.Role.Team() == Team.Organisation)
            .ToDictionary(member => member.Member, member => personal.Open(organisation.Invitations[member.Invitation].Email).Value);
    }
}

/// <summary><c>GET /organisations/{organisation}/campaigns</c></summary>
public static class ListCampaignsEndpoint
{
    private static readonly Dictionary<string, bool?> Statuses = new() { ["active"] = false, ["archived"] = true, ["all"] = null };

    private static readonly Dictionary<string, (CampaignSort Sort, bool IsDescending)> Sorts = Enum.GetValues<CampaignSort>()
        .SelectMany(sort => new[] { (Name: Text.Of(sort), Order: (sort, false)), (Name: $"-{Text.Of(sort)}", Order: (sort, true)) })
        .ToDictionary(one => one.Name, one => one.Order);

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/organisations/{organisation:guid}/campaigns", (Guid organisation, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
        {
            var page = PageRequest.Of(http);
            var (sort, isDescending) = ReadingQuery.OneOf(http, "sort", Sorts, (CampaignSort.CreatedAt, true));
            var query = new CampaignQuery(
                new OrganisationId(organisation),
                ReadingQuery.Text(http, "search"),
                ReadingQuery.Id(http, "ownerId") is { } owner ? [new MemberId(owner)] : null,
                ReadingQuery.OneOf(http, "status", Statuses, false),
                sort,
                isDescending,
                page.Skip,
                page.PageSize);
            return endpoint.Ask(http, new ListCampaigns(query, ReadingQuery.Text(http, "owner"), page, MinimumPosition.Of(http, log)));
        })
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("listCampaigns")
        .WithSummary("Chercher des campagnes : nom (search), propriétaire (owner ou ownerId), status, sort, page")
        .Produces<PageView<CampaignItemView>>()
        .ProducesProblems(StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
}
