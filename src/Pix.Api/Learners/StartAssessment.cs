using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

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
public sealed class StartAssessmentHandler(
    Aggregates<Learner, LearnerEvent> learners,
    Content content,
    LearnerRules rules,
    CurrentCommand current,
    TimeProvider clock) : IRequestHandler<StartAssessment, Outcome<AssessmentView>>
{
    /// <inheritdoc />
    public async Task<Outcome<AssessmentView>> Handle(StartAssessment request, CancellationToken cancellationToken)
    {
        var code = new CompetenceCode(request.Competence);
        var (refusal, competence, releases) = await content.Find(code, cancellationToken);
        var command = current.Value;
        var decided = await learners.Decide(
            Streams.Learner(request.Learner),
            command,
            (learner, now) => refusal is null ? learner.StartTest(competence!, releases.Active!, rules, command.SeedFor("assessment"), now) : refusal,
            cancellationToken);
        return decided.ToOutcome(
            done => StartedTest.View(done, request.Learner, code, releases, rules, clock),
            created: true);
    }
}

/// <summary>The reply to who started, resumed or improved a test.</summary>
public static class StartedTest
{
    /// <summary>The test that was started, or the open one that goes on.</summary>
    public static AssessmentView View(
        Decided<Learner, LearnerEvent> done,
        LearnerId learner,
        CompetenceCode competence,
        Releases releases,
        LearnerRules rules,
        TimeProvider clock)
    {
        var test = done.Events.OfType<AssessmentStarted>().FirstOrDefault() is { } started
            ? done.After.Find(started.Assessment)!
            : done.After.OpenTestOf(competence)!;
        return AssessmentView.Of(new AssessmentId(learner, test.Ordinal), done.After, test, releases, rules, clock.GetUtcNow());
    }
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
