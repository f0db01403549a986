using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>The pupils' page: of a school, or of one of its classes, read at this log position or later. The first page is 1.</summary>
public sealed record ReadPupils(OrganisationId Organisation, string? Division, int Page, int Size, Position AtLeast) : IQuery<PupilsView>;

/// <summary>A page of pupils, and how many there are in all.</summary>
public sealed record PupilsView(int Total, int Page, int Size, IReadOnlyList<PupilOnPage> Pupils);

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

/// <summary>A page is at most 200 pupils.</summary>
public sealed class ReadPupilsValidator : AbstractValidator<ReadPupils>
{
    private const int LargestPage = 200;

    /// <summary>The rules.</summary>
    public ReadPupilsValidator()
    {
        RuleFor(wish => wish.Page).InclusiveBetween(1, 1_000_000).WithMessage("La page va de 1 à 1 000 000.");
        RuleFor(wish => wish.Size).InclusiveBetween(1, LargestPage).WithMessage($"Une page compte de 1 à {LargestPage} élèves.");
    }
}

/// <summary>Handles <see cref="ReadPupils"/>.</summary>
public sealed class ReadPupilsHandler(ReadModels readModels, PupilReader pupils, ProfileReader profiles, Content content)
    : IRequestHandler<ReadPupils, Outcome<PupilsView>>
{
    /// <inheritdoc />
    public async Task<Outcome<PupilsView>> Handle(ReadPupils request, CancellationToken cancellationToken)
    {
        await readModels.Reached(PupilReader.ReadModel, request.AtLeast, cancellationToken);
        await readModels.Reached(ProfileReader.ReadModel, request.AtLeast, cancellationToken);
        var hasContent = (await content.Releases(cancellationToken)).Active is not null;
        var page = pupils.Pupils(request.Organisation, request.Division, (request.Page - 1) * request.Size, request.Size);
        return Outcome<PupilsView>.Of(new PupilsView(
            page.Total,
            request.Page,
            request.Size,
            [.. page.Pupils.Select(pupil => Shown(pupil, hasContent && pupil.Learner is { } learner ? profiles.Find(learner)?.Profile : null))]));
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
    private const int UsualSize = 50;

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet(
            "/organisations/{organisation:guid}/pupils",
            (Guid organisation, string? division, int? page, int? size, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
                endpoint.Ask(http, new ReadPupils(new OrganisationId(organisation), division, page ?? 1, size ?? UsualSize, MinimumPosition.Of(http, log))))
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("readPupils")
        .WithSummary("Lire les élèves, par classe : rattachement, compétences positionnées, certifiabilité, dernière activité")
        .Produces<PupilsView>()
        .ProducesProblems(StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
}
