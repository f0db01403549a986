namespace Pix.Api;

/// <summary>What teachers read about campaigns.</summary>
public static class CampaignReadingEndpoints
{
    /// <summary>Adds what the pages are read with.</summary>
    public static IServiceCollection AddCampaignReading(this IServiceCollection services) => services.AddSingleton<CampaignPages>();

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ListCampaignsEndpoint.Map(routes);
        ReadCampaignEndpoint.Map(routes);
        ListParticipantsEndpoint.Map(routes);
        ReadParticipantEndpoint.Map(routes);
        ReadResultsEndpoint.Map(routes);
        ExportResultsEndpoint.Map(routes);
        ExportClassReportEndpoint.Map(routes);
        ReadAnalysisEndpoints.Map(routes);
        ReadTopicParticipantsEndpoint.Map(routes);
        ReadProgressEndpoints.Map(routes);
    }
}
