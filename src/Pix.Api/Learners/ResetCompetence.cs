using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>"Remise à zéro" (Rules D1, 6.4).</summary>
public sealed record ResetCompetence(LearnerId Learner, string Competence) : ICommand<Nothing>;

/// <summary>Handles <see cref="ResetCompetence"/>.</summary>
public sealed class ResetCompetenceHandler(
    Aggregates<Learner, LearnerEvent> learners,
    Content content,
    LearnerRules rules,
    CurrentCommand current) : IRequestHandler<ResetCompetence, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(ResetCompetence request, CancellationToken cancellationToken)
    {
        var (refusal, competence, releases) = await content.Find(new CompetenceCode(request.Competence), cancellationToken);
        var command = current.Value;
        var decided = await learners.Decide(
            Streams.Learner(request.Learner),
            command,
            (learner, now) => refusal is null ? learner.Reset(competence!, releases.Active!, rules, command.SeedFor("assessment"), now) : refusal,
            cancellationToken);
        return decided.ToOutcome();
    }
}

/// <summary><c>POST /learners/{learner}/competences/{competence}/reset</c></summary>
public static class ResetCompetenceEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/learners/{learner:guid}/competences/{competence}/reset", (Guid learner, string competence, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new ResetCompetence(new LearnerId(learner), competence)))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("resetCompetence")
        .WithSummary("Remettre une compétence à zéro")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
}
