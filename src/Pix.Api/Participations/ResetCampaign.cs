using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>After a sending, forgets what is known of the campaign's topics and begins again, where the target profile allows it (Rule 7.11).</summary>
public sealed record ResetCampaign(ParticipationId Participation) : ICommand<ParticipationView>;

/// <summary>Handles <see cref="ResetCampaign"/>.</summary>
public sealed class ResetCampaignHandler(ParticipationStep step, LearnerRules rules) : IRequestHandler<ResetCampaign, Outcome<ParticipationView>>
{
    /// <inheritdoc />
    public Task<Outcome<ParticipationView>> Handle(ResetCampaign request, CancellationToken cancellationToken) => step.Handle(
        request.Participation,
        (learner, entrance, active, seed, now) => learner.ResetAndRetry(request.Participation.Ordinal, entrance, active, rules, seed, now),
        cancellationToken);
}

/// <summary><c>POST /participations/{participation}/reset</c></summary>
public static class ResetCampaignEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/participations/{participation}/reset", (string participation, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new ResetCampaign(AddressedParticipation.Of(participation))))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("resetCampaign")
        .WithSummary("Remettre à zéro les sujets de la campagne et retenter, passé le délai, si le profil cible le permet")
        .Produces<ParticipationView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
}
