using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>After a sending, prepares another (Rules 7.11, D10).</summary>
public sealed record RetryCampaign(ParticipationId Participation) : ICommand<ParticipationView>;

/// <summary>Handles <see cref="RetryCampaign"/>.</summary>
public sealed class RetryCampaignHandler(ParticipationStep step, LearnerRules rules) : IRequestHandler<RetryCampaign, Outcome<ParticipationView>>
{
    /// <inheritdoc />
    public Task<Outcome<ParticipationView>> Handle(RetryCampaign request, CancellationToken cancellationToken) => step.Handle(
        request.Participation,
        (learner, entrance, active, seed, now) => learner.Retry(request.Participation.Ordinal, entrance, active, rules, seed, now),
        cancellationToken);
}

/// <summary><c>POST /participations/{participation}/retry</c></summary>
public static class RetryCampaignEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/participations/{participation}/retry", (string participation, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new RetryCampaign(AddressedParticipation.Of(participation))))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("retryCampaign")
        .WithSummary("Retenter après un envoi, passé le délai")
        .Produces<ParticipationView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
}
