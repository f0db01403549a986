namespace Pix.Api;

/// <summary>Every endpoint of taking and judging a certification test.</summary>
public static class CertificationEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        StartCertificationEndpoint.Map(routes);
        ReadCertificationEndpoint.Map(routes);
        SittingActsEndpoints.Map(routes);
        AnswerQuestionEndpoint.Map(routes);
        ReadQuestionFileEndpoint.Map(routes);
        EndCertificationEndpoint.Map(routes);
        ReadDossierEndpoint.Map(routes);
        ReadPositioningEndpoint.Map(routes);
        NeutraliseQuestionEndpoints.Map(routes);
        CorrectIdentityEndpoint.Map(routes);
        DecideCertificationEndpoint.Map(routes);
        RevokeCertificateEndpoint.Map(routes);
    }
}
