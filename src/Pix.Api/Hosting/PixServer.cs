using Pix.EventStore;

namespace Pix.Api;

/// <summary>The HTTP server over a node.</summary>
public static class PixServer
{
    // Far above the longest text that anybody may send.
    private const int MaximumRequestBytes = 64 * 1024;

    /// <summary>Makes the server; nothing listens before it is started. The node stays the caller's to close.</summary>
    public static WebApplication Create(Node node, WebApplicationBuilder builder)
    {
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaximumRequestBytes;
        });
        AddNode(builder.Services, node);
        builder.Services.AddUseCases();
        builder.Services.AddScoped<UseCaseEndpoint>();
        builder.Services.AddSingleton<Content>();
        builder.Services.AddCampaigns();
        builder.Services.AddCampaignReading();
        Tokens.Add(builder.Services, node.Settings.KeyRingOf(node.Folder));
        builder.Services.AddPolicies();
        builder.Services.AddVerificationLimit(node.Settings);
        builder.Services.AddDocumentation();
        builder.Services.AddTelemetry(builder.Configuration);

        // In every environment, so that an unreadable request is always told in the same words.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        });

        var app = builder.Build();
        app.UseProblems();
        OperatorEndpoints.Map(app);
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapOpenApi().AllowAnonymous();
        HealthEndpoints.Map(app);
        MapUseCases(app);
        return app;
    }

    private static void AddNode(IServiceCollection services, Node node)
    {
        services.AddSingleton(node);
        services.AddSingleton(node.Clock);
        services.AddSingleton(node.Settings);
        services.AddSingleton(node.Settings.Rules);
        services.AddSingleton(node.Settings.Certification);
        services.AddSingleton(node.Settings.Sessions);
        services.AddSingleton(new CertificationEvidence(node.Store, node.Codec));
        services.AddSingleton<EarlierTests>();
        services.AddSingleton(ResultsLinks.Of(node.Settings, node.Folder));
        services.AddSingleton(node.Log);
        node.Aggregates.AddTo(services);
        services.AddSingleton(node.Aggregates);
        services.AddSingleton(node.Personal);
        services.AddSingleton(node.Pseudonyms);
        services.AddSingleton<IPersonKeys>(node.Keys);
        services.AddSingleton(node.Outbox);
        services.AddSingleton(node.Processes);
        services.AddSingleton(node.ReadModels);
        ReadModelCatalogue.AddReaders(services, node.ReadModels);
        services.AddSingleton(node.Store);
        services.AddSingleton(node.Codec);
    }

    private static void MapUseCases(WebApplication app)
    {
        RegisterLearnerEndpoint.Map(app);
        ReadLearnerEndpoint.Map(app);
        SeeRulesEndpoint.Map(app);
        ReadProfileEndpoint.Map(app);
        StartAssessmentEndpoint.Map(app);
        ReadAssessmentEndpoint.Map(app);
        PresentChallengeEndpoint.Map(app);
        AnswerChallengeEndpoint.Map(app);
        ReadCorrectionEndpoint.Map(app);
        ReadFileEndpoint.Map(app);
        ReportProblemEndpoint.Map(app);
        ImproveCompetenceEndpoint.Map(app);
        ResetCompetenceEndpoint.Map(app);
        TutorialsEndpoints.Map(app);
        CampaignEndpoints.Map(app);
        CampaignReadingEndpoints.Map(app);
        ParticipationEndpoints.Map(app);
        CertificationEndpoints.Map(app);
        SessionEndpoints.Map(app);
        CertificateEndpoints.Map(app);
        RegisterOrganisationEndpoint.Map(app);
        ListOrganisationsEndpoint.Map(app);
        ReadOrganisationEndpoint.Map(app);
        ApproveCentreEndpoint.Map(app);
        ReadTeamEndpoint.Map(app);
        InviteMemberEndpoint.Map(app);
        AcceptInvitationEndpoint.Map(app);
        CancelInvitationEndpoint.Map(app);
        ChangeMemberRoleEndpoint.Map(app);
        RemoveMemberEndpoint.Map(app);
        ReadMyOrganisationsEndpoint.Map(app);
        AcademyEndpoints.Map(app);
        OperationsEndpoint.Map(app);
        ImportPupilsEndpoint.Map(app);
        ReadPupilImportEndpoint.Map(app);
        ReadPupilsEndpoint.Map(app);
        ReadClassesEndpoint.Map(app);
        AttachPupilEndpoint.Map(app);
        DetachPupilEndpoint.Map(app);
        GiveUsernameEndpoint.Map(app);
    }
}
