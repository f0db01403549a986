using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>"Signaler un problème" about a challenge of a test (Rule 13.4).</summary>
public sealed record ReportProblem(AssessmentId Assessment, string ChallengeId, string Category, string? Text) : ICommand<ProblemReportView>;

/// <summary>What is sent.</summary>
public sealed record ReportProblemBody(string? ChallengeId, string? Category, string? Text);

/// <summary>The report, by its number.</summary>
public sealed record ProblemReportView(int Report, string AssessmentId, string ChallengeId, string Category);

/// <summary>A known category; a text where nothing else says what is wrong.</summary>
public sealed class ReportProblemValidator : AbstractValidator<ReportProblem>
{
    private const int MaximumLength = 5000;

    /// <summary>The rules.</summary>
    public ReportProblemValidator()
    {
        RuleFor(wish => wish.ChallengeId).NotEmpty().WithMessage("L’identifiant de l’épreuve (challengeId) manque.");
        RuleFor(wish => wish.Category)
            .Must(category => Api.Text.Find<ProblemCategory>(category) is not null)
            .WithMessage($"La catégorie est à choisir parmi : {Api.Text.Choices<ProblemCategory>()}.");
        RuleFor(wish => wish.Text).MaximumLength(MaximumLength).WithMessage($"Le texte a plus de {MaximumLength} caractères.");
        RuleFor(wish => wish.Text)
            .NotEmpty()
            .When(wish => Api.Text.Find<ProblemCategory>(wish.Category) == ProblemCategory.Other)
            .WithMessage("Dites en quelques mots quel est le problème.");
    }
}

/// <summary>Handles <see cref="ReportProblem"/>.</summary>
public sealed class ReportProblemHandler(Aggregates<Learner, LearnerEvent> learners, CurrentCommand current)
    : IRequestHandler<ReportProblem, Outcome<ProblemReportView>>
{
    /// <inheritdoc />
    public async Task<Outcome<ProblemReportView>> Handle(ReportProblem request, CancellationToken cancellationToken)
    {
        var category = Text.Find<ProblemCategory>(request.Category)!.Value;
        var decided = await learners.Decide(
            Streams.Learner(request.Assessment.Learner),
            current.Value,
            (learner, now) => learner.ReportProblem(
                request.Assessment.Ordinal,
                new ChallengeId(request.ChallengeId),
                category,
                string.IsNullOrWhiteSpace(request.Text) ? null : request.Text,
                now),
            cancellationToken);
        return decided.ToOutcome(
            done => new ProblemReportView(
                done.Events.OfType<ProblemReported>().First().Report,
                request.Assessment.ToString(),
                request.ChallengeId,
                request.Category),
            created: true);
    }
}

/// <summary><c>POST /assessments/{assessment}/problems</c></summary>
public static class ReportProblemEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/assessments/{assessment}/problems", (string assessment, ReportProblemBody body, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(
                http,
                new ReportProblem(AddressedAssessment.Of(assessment), body.ChallengeId ?? string.Empty, body.Category ?? string.Empty, body.Text),
                reply => $"/assessments/{reply.AssessmentId}"))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("reportProblem")
        .WithSummary("Signaler un problème sur une épreuve")
        .Produces<ProblemReportView>(StatusCodes.Status201Created)
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
