using FluentValidation;
using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>Reports an issue about a candidate (Rule 11.20).</summary>
public sealed record ReportIncident(
    SessionId Session,
    CandidateId Candidate,
    string Category,
    string? Subcategory,
    int? QuestionNumber,
    string? Description) : ICommand<ReportedIncident>;

/// <summary>What is sent.</summary>
public sealed record ReportIncidentBody(Guid CandidateId, string? Category, string? Subcategory, int? QuestionNumber, string? Description);

/// <summary>The issue report, by its number.</summary>
public sealed record ReportedIncident(int Incident);

/// <summary>Known words.</summary>
public sealed class ReportIncidentValidator : AbstractValidator<ReportIncident>
{
    /// <summary>The rules.</summary>
    public ReportIncidentValidator()
    {
        RuleFor(wish => wish.Category)
            .Must(category => Text.Find<IssueCategory>(category) is not null)
            .WithMessage($"La catégorie (category) est à choisir parmi : {Text.Choices<IssueCategory>()}.");
        RuleFor(wish => wish.Subcategory)
            .Must(subcategory => subcategory is null || Text.Find<IssueSubcategory>(subcategory) is not null)
            .WithMessage($"La sous-catégorie (subcategory) est à choisir parmi : {Text.Choices<IssueSubcategory>()}.");
    }
}

/// <summary>Handles <see cref="ReportIncident"/>.</summary>
public sealed class ReportIncidentHandler(SessionDesk desk) : IRequestHandler<ReportIncident, Outcome<ReportedIncident>>
{
    /// <inheritdoc />
    public async Task<Outcome<ReportedIncident>> Handle(ReportIncident request, CancellationToken cancellationToken)
    {
        var decided = await desk.Decide(
            request.Session,
            (session, now) => session.ReportIncident(
                request.Candidate,
                Text.Find<IssueCategory>(request.Category)!.Value,
                request.Subcategory is null ? null : Text.Find<IssueSubcategory>(request.Subcategory),
                request.QuestionNumber,
                request.Description,
                now),
            cancellationToken);
        return decided.ToOutcome(done => new ReportedIncident(done.Events.OfType<IncidentReported>().Single().Incident), created: true);
    }
}

/// <summary>Takes an issue report back.</summary>
public sealed record WithdrawIncident(SessionId Session, int Incident) : ICommand<Nothing>;

/// <summary>Handles <see cref="WithdrawIncident"/>.</summary>
public sealed class WithdrawIncidentHandler(SessionDesk desk) : IRequestHandler<WithdrawIncident, Outcome<Nothing>>
{
    /// <inheritdoc />
    public Task<Outcome<Nothing>> Handle(WithdrawIncident request, CancellationToken cancellationToken) =>
        desk.Do(request.Session, (session, now) => session.WithdrawIncident(request.Incident, now), cancellationToken);
}

/// <summary><c>POST /sessions/{session}/incidents</c> and <c>DELETE …/{incident}</c></summary>
public static class ReportIncidentEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/sessions/{session:int}/incidents", (int session, ReportIncidentBody body, UseCaseEndpoint endpoint, HttpContext http) => endpoint.Send(
                http,
                new ReportIncident(
                    new SessionId(session),
                    new CandidateId(body.CandidateId),
                    body.Category ?? string.Empty,
                    body.Subcategory,
                    body.QuestionNumber,
                    body.Description),
                reply => $"/sessions/{session}/incidents/{reply.Incident}"))
            .RequireAuthorization(SessionPolicies.Supervisor)
            .WithName("reportIncident")
            .WithSummary("Signaler un problème d’un candidat")
            .Produces<ReportedIncident>(StatusCodes.Status201Created)
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        routes
            .MapDelete("/sessions/{session:int}/incidents/{incident:int}", (int session, int incident, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Send(http, new WithdrawIncident(new SessionId(session), incident)))
            .RequireAuthorization(SessionPolicies.Supervisor)
            .WithName("withdrawIncident")
            .WithSummary("Retirer un signalement")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }
}
