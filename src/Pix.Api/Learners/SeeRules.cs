using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>The rules of the game were read (Rule 13.2).</summary>
public sealed record SeeRules(LearnerId Learner) : ICommand<Nothing>;

/// <summary>Handles <see cref="SeeRules"/>.</summary>
public sealed class SeeRulesHandler(Aggregates<Learner, LearnerEvent> learners, CurrentCommand current) : IRequestHandler<SeeRules, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(SeeRules request, CancellationToken cancellationToken)
    {
        var decided = await learners.Decide(
            Streams.Learner(request.Learner),
            current.Value,
            (learner, now) => learner.SeeRules(now),
            cancellationToken);
        return decided.ToOutcome();
    }
}

/// <summary><c>PUT /learners/{learner}/rules-of-the-game</c></summary>
public static class SeeRulesEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/learners/{learner:guid}/rules-of-the-game", (Guid learner, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new SeeRules(new LearnerId(learner))))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("seeRules")
        .WithSummary("Dire que les règles du jeu ont été lues")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblems(StatusCodes.Status404NotFound);
}
