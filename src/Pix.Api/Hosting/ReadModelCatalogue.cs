using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>Every read model of the service, and who reads it. A new one is a line in each.</summary>
internal static class ReadModelCatalogue
{
    public static IReadOnlyList<ProjectionDefinition> Definitions(PersonalReader personal) =>
    [
        ProfileProjection.Definition,
        PeopleProjection.Definition(personal),
        ProcessesProjection.Definition(ProcessCatalogue.Definitions),
    ];

    public static void AddReaders(IServiceCollection services, ReadModels readModels)
    {
        services.AddSingleton(new ProfileReader(readModels));
        services.AddSingleton(new PeopleReader(readModels));
        services.AddSingleton(new ProcessReader(readModels));
    }
}
