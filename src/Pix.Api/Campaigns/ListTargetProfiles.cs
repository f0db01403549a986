using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>The target profiles that an organisation may use.</summary>
public sealed record ListTargetProfiles(OrganisationId Organisation) : IQuery<TargetProfilesView>;

/// <summary>Target profiles, by name.</summary>
public sealed record TargetProfilesView(IReadOnlyList<TargetProfileView> TargetProfiles);

/// <summary>A target profile: what it tests, and how long it takes about.</summary>
public sealed record TargetProfileView(
    string TargetProfileId,
    string Name,
    string Description,
    int DurationMinutes,
    int Topics,
    int Stages,
    int Badges,
    IReadOnlyList<TargetTopicView> Content);

/// <summary>A topic and the highest level asked of it.</summary>
public sealed record TargetTopicView(string Tube, string Title, string Competence, int MaximumLevel);

/// <summary>Handles <see cref="ListTargetProfiles"/>.</summary>
public sealed class ListTargetProfilesHandler(Aggregates<TargetProfiles, TargetProfileEvent> profiles, Content content)
    : IRequestHandler<ListTargetProfiles, Outcome<TargetProfilesView>>
{
    /// <inheritdoc />
    public async Task<Outcome<TargetProfilesView>> Handle(ListTargetProfiles request, CancellationToken cancellationToken)
    {
        var loaded = await profiles.Load(Streams.TargetProfiles, cancellationToken);
        if ((await content.Releases(cancellationToken)).Active is not { } active) return Refusal.ReferentialMissing;
        return Outcome<TargetProfilesView>.Of(
            new TargetProfilesView([.. loaded.State.For(request.Organisation).Select(profile => View(profile, active))]),
            loaded.Position);
    }

    private static TargetProfileView View(TargetProfile profile, Referential active) => new(
        profile.Id,
        profile.Name,
        profile.Description,
        profile.DurationMinutes,
        profile.Tubes.Count,
        profile.Stages.Count,
        profile.Badges.Count,
        [.. from capped in profile.Tubes
            from skill in active.SkillsOf(capped.Tube).Take(1)
            select new TargetTopicView(capped.Tube.Value, skill.Tube.PracticalTitle, skill.Competence.Value, capped.MaximumLevel)]);
}

/// <summary><c>GET /organisations/{organisation}/target-profiles</c></summary>
public static class ListTargetProfilesEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/organisations/{organisation:guid}/target-profiles", (Guid organisation, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Ask(http, new ListTargetProfiles(new OrganisationId(organisation))))
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("listTargetProfiles")
        .WithSummary("Les profils cibles que l’établissement peut utiliser")
        .Produces<TargetProfilesView>()
        .ProducesProblems(StatusCodes.Status409Conflict);
}
