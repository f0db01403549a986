using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>"Progresser" (Rules D1, D4).</summary>
public sealed record ImproveCompetence(LearnerId Learner, string Competence) : ICommand<AssessmentView>;

/// <summary>Handles <see cref="ImproveCompetence"/>.</summary>
public sealed class ImproveCompetenceHandler(TestStart start, LearnerRules rules) : IRequestHandler<ImproveCompetence, Outcome<AssessmentView>>
{
    /// <inheritdoc />
    public Task<Outcome<AssessmentView>> Handle(ImproveCompetence request, CancellationToken cancellationToken) => start.Handle(
        request.Learner,
        new CompetenceCode(request.Competence),
        (learner, competence, active, seed, now) => learner.Improve(competence, active, rules, seed, now),
        cancellationToken);
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
