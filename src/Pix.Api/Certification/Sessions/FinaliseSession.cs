using FluentValidation;
using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>Hands a session in (Rule 11.22): from here on its tests are ended, judged and scored.</summary>
public sealed record FinaliseSession(
    SessionId Session,
    IReadOnlyDictionary<string, string> AbortReasons,
    string? Comment,
    bool HadIncident,
    bool HadJoiningIssue) : ICommand<Nothing>;

/// <summary>What is sent; abort reasons by candidate id, for each test that was not finished: <c>candidate</c> or <c>technical</c>.</summary>
public sealed record FinaliseSessionBody(IReadOnlyDictionary<string, string>? AbortReasons, string? Comment, bool HadIncident, bool HadJoiningIssue);

/// <summary>Candidates by their id, reasons by their name.</summary>
public sealed class FinaliseSessionValidator : AbstractValidator<FinaliseSession>
{
    /// <summary>The rules.</summary>
    public FinaliseSessionValidator() => RuleForEach(wish => wish.AbortReasons)
        .Must(reason => Guid.TryParse(reason.Key, out _) && Text.Find<AbortReason>(reason.Value) is not null)
        .WithMessage($"Une raison d’abandon (abortReasons) va de l’identifiant du candidat à : {Text.Choices<AbortReason>()}.");
}

/// <summary>
/// Handles <see cref="FinaliseSession"/>. A start that the session let through may not have begun its test yet: it is kept from beginning
/// before the session is handed in, so that no test begins that the finalisation does not list.
/// </summary>
public sealed class FinaliseSessionHandler(SessionDesk desk, StartBarrier barrier, TimeProvider clock) : IRequestHandler<FinaliseSession, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(FinaliseSession request, CancellationToken cancellationToken)
    {
        var form = new FinalisationForm(
            request.AbortReasons.ToDictionary(
                reason => new CandidateId(Guid.Parse(reason.Key)), reason => Text.Find<AbortReason>(reason.Value)!.Value),
            request.Comment,
            request.HadIncident,
            request.HadJoiningIssue);
        var known = await barrier.Known(
            request.Session, (session, tests) => Finalise(session, tests, form, clock.GetUtcNow()).Refusal is null, cancellationToken);
        return await desk.Do(request.Session, (session, at) => Finalise(session, known.AtHand(session), form, at), cancellationToken);
    }

    private Decision<SessionEvent> Finalise(
        Session session,
        IReadOnlyDictionary<CandidateId, TestAtHand> tests,
        FinalisationForm form,
        DateTimeOffset now) => session.Finalise(desk.Command.IdFor("finalisation"), tests, form, now);
}

/// <summary><c>POST /sessions/{session}/finalisation</c></summary>
public static class FinaliseSessionEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/sessions/{session:int}/finalisation", (int session, FinaliseSessionBody body, UseCaseEndpoint endpoint, HttpContext http) => endpoint.Send(
            http,
            new FinaliseSession(
                new SessionId(session),
                body.AbortReasons ?? new Dictionary<string, string>(),
                body.Comment,
                body.HadIncident,
                body.HadJoiningIssue)))
        .RequireAuthorization(MemberPolicies.CentreMember)
        .WithName("finaliseSession")
        .WithSummary("Finaliser une session")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
