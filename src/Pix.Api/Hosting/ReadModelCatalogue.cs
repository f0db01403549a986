using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>Every read model of the service, and who reads it. A new one is a line in each.</summary>
internal static class ReadModelCatalogue
{
    public static IReadOnlyList<ProjectionDefinition> Definitions(PersonalReader personal, LearnerRules rules) =>
    [
        ProfileProjection.Definition,
        PeopleProjection.Definition(personal),
        PupilsProjection.Definition(personal),
        CampaignsProjection.Definition(personal),
        ParticipationsProjection.Definition(rules),
        ProcessesProjection.Definition(ProcessCatalogue.Definitions),
        OrganisationProjection.Definition,
        CertificatesProjection.Definition(personal),
    ];

    public static void AddReaders(IServiceCollection services, ReadModels readModels)
    {
        services.AddSingleton(new ProfileReader(readModels));
        services.AddSingleton(new PeopleReader(readModels));
        services.AddSingleton(new CampaignReader(readModels));
        services.AddSingleton(new ParticipantReader(readModels));
        services.AddSingleton(new ProgressReader(readModels));
        services.AddSingleton(new OrganisationReader(readModels));
        services.AddSingleton(new PupilReader(readModels));
        services.AddSingleton(new ProcessReader(readModels));
        services.AddSingleton(new CertificateReader(readModels));
        services.AddSingleton(new SessionListReader(readModels));
    }
}
