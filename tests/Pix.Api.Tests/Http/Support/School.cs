using System.Net;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api.Tests.Http;

/// <summary>An organisation with a teacher, who may use one target profile over all the content in force.</summary>
internal sealed class School(PixHost host)
{
    public const string Profile = "tout";

    public OrganisationId Id { get; } = new(Guid.NewGuid());

    /// <summary>The subject of the teacher's token.</summary>
    public string Teacher { get; private set; } = "";

    public string Home => $"/organisations/{Id}";

    /// <summary>Registers it with its teacher, and grants it the profile; one that manages its pupils lets only them in.</summary>
    public static async Task<School> In(PixHost host, bool managesPupils = false)
    {
        var school = new School(host);
        var facts = new OrganisationFacts("Collège Jeanne Barret", OrganisationKind.MiddleSchool, "0511234P", "19", managesPupils, true);
        await host.Decide(school.Id, (organisation, now) => organisation.Register(facts, now));
        school.Teacher = await host.Join(school.Id, MemberRole.Member);
        await school.Release(new TargetProfile(Profile, "Tout", "Tout le contenu.", 20, await AllTubes(host)));
        return school;
    }

    /// <summary>Releases a profile and grants it to this school.</summary>
    public async Task Release(TargetProfile profile)
    {
        var profiles = host.Node.Aggregates.TargetProfiles;
        await profiles.Decide(Streams.TargetProfiles, Command(), (state, now) => state.Release([profile], now), CancellationToken.None);
        await profiles.Decide(Streams.TargetProfiles, Command(), (state, now) => state.Grant([profile.Id], Id, now), CancellationToken.None);
    }

    public Task<Reply> Send(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        host.Send(method, path, body, host.Token(Teacher, Roles.Teacher), headers);

    public Task<Reply> Create(object body, string? key = null) =>
        Send(HttpMethod.Post, $"{Home}/campaigns", body, key is null ? [] : [("Idempotency-Key", key)]);

    /// <summary>A campaign on the whole content, created.</summary>
    public async Task<Reply> Campaign(bool multipleSendings = false) =>
        (await Create(new { type = "assessment", targetProfileId = Profile, name = "6e B", title = "Bien chercher", multipleSendings })).Ok(HttpStatusCode.Created);

    private static async Task<IReadOnlyList<CappedTube>> AllTubes(PixHost host) =>
        [.. (await host.Content()).Competences.SelectMany(competence => competence.Tubes).Select(tube => new CappedTube(tube.Id, 8))];

    private static Command Command() => new(Guid.CreateVersion7(), string.Empty, Actor.System, Guid.CreateVersion7());
}
