using Pix.Domain;

namespace Pix.Api;

/// <summary>What learners do with campaigns.</summary>
public static class ParticipationEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        FindCampaignEndpoint.Map(routes);
        JoinCampaignEndpoint.Map(routes);
        ReadParticipationEndpoints.Map(routes);
        ShareResultsEndpoint.Map(routes);
        ImproveResultsEndpoint.Map(routes);
        RetryCampaignEndpoint.Map(routes);
        ResetCampaignEndpoint.Map(routes);
    }
}

/// <summary>The participation of an address.</summary>
public static class AddressedParticipation
{
    /// <summary>Reads it; what cannot be an id is an unknown participation.</summary>
    public static ParticipationId Of(string text) =>
        ParticipationId.TryParse(text, out var id) ? id : throw new RefusedException(Refusal.ParticipationUnknown);
}
