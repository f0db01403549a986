using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Shows the pending timed challenge, which starts its clock.</summary>
public sealed record PresentChallenge(AssessmentId Assessment) : ICommand<ChallengeView>;

/// <summary>Handles <see cref="PresentChallenge"/>.</summary>
public sealed class PresentChallengeHandler(
    Aggregates<Learner, LearnerEvent> learners,
    Content content,
    CurrentCommand current,
    TimeProvider clock) : IRequestHandler<PresentChallenge, Outcome<ChallengeView>>
{
    /// <inheritdoc />
    public async Task<Outcome<ChallengeView>> Handle(PresentChallenge request, CancellationToken cancellationToken)
    {
        var releases = await content.Releases(cancellationToken);
        var decided = await learners.Decide(
            Streams.Learner(request.Assessment.Learner),
            current.Value,
            (learner, now) => learner.Present(request.Assessment.Ordinal, now),
            cancellationToken);
        return decided.ToOutcome(done => ChallengeView.Pending(
            request.Assessment,
            done.After.Find(request.Assessment.Ordinal)!,
            releases,
            done.Events.OfType<ChallengePresented>().FirstOrDefault()?.At ?? clock.GetUtcNow())!);
    }
}

/// <summary><c>POST /assessments/{assessment}/presentation</c></summary>
public static class PresentChallengeEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/assessments/{assessment}/presentation", (string assessment, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new PresentChallenge(AddressedAssessment.Of(assessment))))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("presentChallenge")
        .WithSummary("Afficher l’épreuve chronométrée en cours : son temps commence")
        .Produces<ChallengeView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
}
