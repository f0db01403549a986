using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>"J'envoie mes résultats", or the profile (Rule 7.7).</summary>
public sealed record ShareResults(ParticipationId Participation) : ICommand<ParticipationView>;

/// <summary>Handles <see cref="ShareResults"/>.</summary>
public sealed class ShareResultsHandler(ParticipationStep step, LearnerRules rules) : IRequestHandler<ShareResults, Outcome<ParticipationView>>
{
    /// <inheritdoc />
    public Task<Outcome<ParticipationView>> Handle(ShareResults request, CancellationToken cancellationToken) => step.Handle(
        request.Participation,
        (learner, entrance, active, _, now) => learner.Share(request.Participation.Ordinal, entrance.Campaign, active, rules, now),
        cancellationToken);
}

/// <summary><c>POST /participations/{participation}/sending</c></summary>
public static class ShareResultsEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/participations/{participation}/sending", (string participation, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new ShareResults(AddressedParticipation.Of(participation))))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("shareResults")
        .WithSummary("Envoyer ses résultats, ou son profil")
        .Produces<ParticipationView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
}
