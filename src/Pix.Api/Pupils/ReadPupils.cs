using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>The pupils' page: of a school, or of one of its classes, read at this log position or later.</summary>
public sealed record ReadPupils(OrganisationId Organisation, string? Division, PageRequest Page, Position AtLeast) : IQuery<PageView<PupilOnPage>>;

/// <summary>
/// A pupil: whether an account is attached, how many competences of the five that certification asks for are at level 1 (Rule 11.1), whether that is
/// enough, and the day of the latest answer. The last three are null without an account, and before a first release is active.
/// </summary>
public sealed record PupilOnPage(
    Guid PupilId,
    string Division,
    string? LastName,
    string? PreferredLastName,
    string? FirstName,
    DateOnly? BirthDate,
    bool Attached,
    Guid? LearnerId,
    int? CompetencesPositioned,
    bool? Certifiable,
    DateTimeOffset? LastActivityAt);

/// <summary>Handles <see cref="ReadPupils"/>.</summary>
public sealed class ReadPupilsHandler(ReadModels readModels, PupilReader pupils, ProfileReader profiles, Content content)
    : IRequestHandler<ReadPupils, Outcome<PageView<PupilOnPage>>>
{
    /// <inheritdoc />
    public async Task<Outcome<PageView<PupilOnPage>>> Handle(ReadPupils request, CancellationToken cancellationToken)
    {
        await readModels.Reached(PupilReader.ReadModel, request.AtLeast, cancellationToken);
        await readModels.Reached(ProfileReader.ReadModel, request.AtLeast, cancellationToken);
        var hasContent = (await content.Releases(cancellationToken)).Active is not null;
        var page = pupils.Pupils(request.Organisation, request.Division, request.Page.Skip, request.Page.PageSize);
        return Outcome<PageView<PupilOnPage>>.Of(request.Page.Of<PupilOnPage>(
            [.. page.Pupils.Select(pupil => Shown(pupil, hasContent && pupil.Learner is { } learner ? profiles.Find(learner)?.Profile : null))],
            page.Total));
    }

    private static PupilOnPage Shown(PupilView pupil, Profile? profile) => new(
        pupil.Pupil.Value,
        pupil.Division,
        pupil.Names.LastName,
        pupil.Names.PreferredLastName,
        pupil.Names.FirstName,
        pupil.BirthDate,
        pupil.Learner is not null,
        pupil.Learner?.Value,
        profile is null ? null : Profile.CompetencesForCertification - profile.MissingForCertification,
        profile?.IsCertifiable,
        profile?.Competences.Max(competence => competence.LatestAnswerAt));
}

/// <summary><c>GET /organisations/{organisation}/pupils</c></summary>
public static class ReadPupilsEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet(
            "/organisations/{organisation:guid}/pupils",
            (Guid organisation, string? division, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
                endpoint.Ask(http, new ReadPupils(new OrganisationId(organisation), division, PageRequest.Of(http), MinimumPosition.Of(http, log))))
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("readPupils")
        .WithSummary("Lire les élèves, par classe : rattachement, compétences positionnées, certifiabilité, dernière activité")
        .Produces<PageView<PupilOnPage>>()
        .ProducesProblems(StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
}
