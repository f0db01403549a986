using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>"Je retente", before sending (Rules 6.7, D10).</summary>
public sealed record ImproveResults(ParticipationId Participation) : ICommand<ParticipationView>;

/// <summary>Handles <see cref="ImproveResults"/>.</summary>
public sealed class ImproveResultsHandler(ParticipationStep step, LearnerRules rules) : IRequestHandler<ImproveResults, Outcome<ParticipationView>>
{
    /// <inheritdoc />
    public Task<Outcome<ParticipationView>> Handle(ImproveResults request, CancellationToken cancellationToken) => step.Handle(
        request.Participation,
        (learner, entrance, active, seed, now) => learner.ImproveResults(request.Participation.Ordinal, entrance.Campaign, active, rules, seed, now),
        cancellationToken);
}

/// <summary><c>POST /participations/{participation}/improvement</c></summary>
public static class ImproveResultsEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/participations/{participation}/improvement", (string participation, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new ImproveResults(AddressedParticipation.Of(participation))))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("improveResults")
        .WithSummary("Retenter avant d’envoyer : les acquis échoués sont reposés")
        .Produces<ParticipationView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
}
