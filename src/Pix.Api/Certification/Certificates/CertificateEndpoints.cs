namespace Pix.Api;

/// <summary>Every endpoint about certificates and published results.</summary>
public static class CertificateEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ReadCertificatesEndpoint.Map(routes);
        ReadCertificateEndpoints.Map(routes);
        VerifyCertificateEndpoints.Map(routes);
        IssueResultsEndpoint.Map(routes);
        OpenResultsLinkEndpoint.Map(routes);
        ExportSchoolRecordEndpoint.Map(routes);
        ReadJuryTestsEndpoint.Map(routes);
        ListSessionsEndpoints.Map(routes);
    }
}
