using FluentValidation;
using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>Starts the test of a competence, or goes on with the unfinished one.</summary>
public sealed record StartAssessment(LearnerId Learner, string Competence) : ICommand<AssessmentView>;

/// <summary>What is sent.</summary>
public sealed record StartAssessmentBody(string? Competence);

/// <summary>A competence is named.</summary>
public sealed class StartAssessmentValidator : AbstractValidator<StartAssessment>
{
    /// <summary>The rules.</summary>
    public StartAssessmentValidator() =>
        RuleFor(wish => wish.Competence).NotEmpty().WithMessage("Le code de la compétence manque, par exemple « 1.1 ».");
}

/// <summary>Handles <see cref="StartAssessment"/>.</summary>
public sealed class StartAssessmentHandler(TestStart start, LearnerRules rules) : IRequestHandler<StartAssessment, Outcome<AssessmentView>>
{
    /// <inheritdoc />
    public Task<Outcome<AssessmentView>> Handle(StartAssessment request, CancellationToken cancellationToken) => start.Handle(
        request.Learner,
        new CompetenceCode(request.Competence),
        (learner, competence, active, seed, now) => learner.StartTest(competence, active, rules, seed, now),
        cancellationToken);
}

/// <summary><c>POST /learners/{learner}/assessments</c></summary>
public static class StartAssessmentEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/learners/{learner:guid}/assessments", (Guid learner, StartAssessmentBody body, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new StartAssessment(new LearnerId(learner), body.Competence ?? string.Empty), reply => $"/assessments/{reply.AssessmentId}"))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("startAssessment")
        .WithSummary("Commencer ou reprendre le test d’une compétence")
        .Produces<AssessmentView>(StatusCodes.Status201Created)
        .Produces<AssessmentView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
