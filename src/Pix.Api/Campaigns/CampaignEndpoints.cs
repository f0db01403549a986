using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>What teachers do with campaigns.</summary>
public static class CampaignEndpoints
{
    /// <summary>Adds what campaigns and participations are handled with.</summary>
    public static IServiceCollection AddCampaigns(this IServiceCollection services) => services
        .AddSingleton<CampaignDirectory>()
        .AddSingleton<IOrganisationOfRoute, OrganisationOfCampaign>()
        .AddScoped<ParticipationStep>();

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ListTargetProfilesEndpoint.Map(routes);
        CreateCampaignEndpoint.Map(routes);
        ReadCampaignSettingsEndpoint.Map(routes);
        EditCampaignEndpoint.Map(routes);
        ArchiveCampaignEndpoints.Map(routes);
        ReadCampaignQrCodeEndpoint.Map(routes);
    }
}

/// <summary><c>{campaign}</c>: the organisation that created it.</summary>
internal sealed class OrganisationOfCampaign(Aggregates<Campaign, CampaignEvent> campaigns) : IOrganisationOfRoute
{
    public string RouteValue => "campaign";

    public async ValueTask<OrganisationId?> Find(string value, CancellationToken cancel) =>
        Guid.TryParse(value, out var id)
            ? (await campaigns.Load(Streams.Campaign(new CampaignId(id)), cancel)).State.Created?.Organisation
            : null;
}
