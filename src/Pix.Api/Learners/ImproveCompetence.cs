using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>"Progresser" (Rules D1, D4).</summary>
public sealed record ImproveCompetence(LearnerId Learner, string Competence) : ICommand<AssessmentView>;

/// <summary>Handles <see cref="ImproveCompetence"/>.</summary>
public sealed class ImproveCompetenceHandler(
    Aggregates<Learner, LearnerEvent> learners,
    Content content,
    LearnerRules rules,
    CurrentCommand current,
    TimeProvider clock) : IRequestHandler<ImproveCompetence, Outcome<AssessmentView>>
{
    /// <inheritdoc />
    public async Task<Outcome<AssessmentView>> Handle(ImproveCompetence request, CancellationToken cancellationToken)
    {
        var code = new CompetenceCode(request.Competence);
        var (refusal, competence, releases) = await content.Find(code, cancellationToken);
        var command = current.Value;
        var decided = await learners.Decide(
            Streams.Learner(request.Learner),
            command,
            (learner, now) => refusal is null ? learner.Improve(competence!, releases.Active!, rules, command.SeedFor("assessment"), now) : refusal,
            cancellationToken);
        return decided.ToOutcome(
            done => StartedTest.View(done, request.Learner, code, releases, rules, clock),
            created: true);
    }
}

/// <summary><c>POST /learners/{learner}/competences/{competence}/improvement</c></summary>
public static class ImproveCompetenceEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/learners/{learner:guid}/competences/{competence}/improvement", (Guid learner, string competence, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new ImproveCompetence(new LearnerId(learner), competence), reply => $"/assessments/{reply.AssessmentId}"))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("improveCompetence")
        .WithSummary("Progresser : reprendre les acquis échoués assez anciens")
        .Produces<AssessmentView>(StatusCodes.Status201Created)
        .Produces<AssessmentView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
}
