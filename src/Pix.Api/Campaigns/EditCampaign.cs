using System.Globalization;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Changes what may be changed of a campaign; <paramref name="Read"/> is the version that the editor had read, if they say.</summary>
public sealed record EditCampaign(CampaignId Campaign, CampaignBody Body, int? Read, PublicAddress Address) : ICommand<CampaignView>;

/// <summary>Handles <see cref="EditCampaign"/>.</summary>
public sealed class EditCampaignHandler(Aggregates<Campaign, CampaignEvent> campaigns, CurrentCommand current)
    : IRequestHandler<EditCampaign, Outcome<CampaignView>>
{
    /// <inheritdoc />
    public async Task<Outcome<CampaignView>> Handle(EditCampaign request, CancellationToken cancellationToken)
    {
        var decided = await campaigns.Decide(
            Streams.Campaign(request.Campaign),
            current.Value,
            (campaign, now) => campaign.Created is { } created
                ? campaign.Edit(request.Body.WishOf(created.Organisation, created.Creator, campaign.Owner!.Value), request.Read, now)
                : Refusal.CampaignUnknown,
            cancellationToken);
        return decided.ToOutcome(done => CampaignView.Of(request.Campaign, done.After, request.Address));
    }
}

/// <summary><c>PUT /campaigns/{campaign}/settings</c></summary>
public static class EditCampaignEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/campaigns/{campaign:guid}/settings", (Guid campaign, CampaignBody body, UseCaseEndpoint endpoint, PixSettings settings, HttpContext http) =>
            endpoint.Send(
                http,
                new EditCampaign(new CampaignId(campaign), body, EditedVersion.Of(http), PublicAddress.Of(http, settings))))
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("editCampaign")
        .WithSummary("Modifier une campagne : nom, textes, propriétaire, derniers jours")
        .Produces<CampaignView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

/// <summary>The version that <c>ETag</c> gives and <c>If-Match</c> hands back.</summary>
public static class EditedVersion
{
    /// <summary>As <c>ETag</c> writes it.</summary>
    public static string Tag(int changes) => string.Create(CultureInfo.InvariantCulture, $"\"{changes}\"");

    /// <summary>What the editor had read; null when they do not say, or accept any.</summary>
    public static int? Of(HttpContext http)
    {
        if (http.Request.Headers.IfMatch.ToString() is not { Length: > 0 } said || said == "*") return null;
        return int.TryParse(said.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var changes)
            ? changes
            : throw new RefusedException(new Refusal(RefusalKind.Invalid, "if_match_malformed", "If-Match doit reprendre l’ETag reçu à la lecture."));
    }
}
