namespace Pix.Api;

/// <summary>Every endpoint about sessions.</summary>
public static class SessionEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        OpenSessionEndpoint.Map(routes);
        EditSessionEndpoint.Map(routes);
        CancelSessionEndpoint.Map(routes);
        ReadSessionEndpoint.Map(routes);
        ImportSessionsEndpoints.Map(routes);
        EnrolCandidateEndpoint.Map(routes);
        EnrolPupilsEndpoint.Map(routes);
        CorrectCandidateEndpoints.Map(routes);
        AdmitSupervisorEndpoint.Map(routes);
        SignInCandidateEndpoint.Map(routes);
        AuthoriseCandidateEndpoint.Map(routes);
        JoinSessionEndpoint.Map(routes);
        ReportIncidentEndpoints.Map(routes);
        SessionPapersEndpoints.Map(routes);
        FinaliseSessionEndpoint.Map(routes);
        AssignOfficerEndpoint.Map(routes);
        DeliberateSessionEndpoint.Map(routes);
        PublishSessionEndpoints.Map(routes);
    }
}
