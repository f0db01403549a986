using FluentValidation;
using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>The candidate is there and signed; who asks checked the identity, by this document (Rule D13).</summary>
public sealed record SignInCandidate(SessionId Session, CandidateId Candidate, MemberId CheckedBy, string Document) : ICommand<Nothing>;

/// <summary>What is sent.</summary>
public sealed record SignInBody(string? Document);

/// <summary>A known kind of document.</summary>
public sealed class SignInCandidateValidator : AbstractValidator<SignInCandidate>
{
    /// <summary>The rules.</summary>
    public SignInCandidateValidator() => RuleFor(wish => wish.Document)
        .Must(document => Text.Find<IdentityDocument>(document) is not null)
        .WithMessage($"Le document (document) est à choisir parmi : {Text.Choices<IdentityDocument>()}.");
}

/// <summary>Handles <see cref="SignInCandidate"/>.</summary>
public sealed class SignInCandidateHandler(SessionDesk desk) : IRequestHandler<SignInCandidate, Outcome<Nothing>>
{
    /// <inheritdoc />
    public Task<Outcome<Nothing>> Handle(SignInCandidate request, CancellationToken cancellationToken) => desk.Do(
        request.Session,
        (session, now) => session.SignIn(request.Candidate, request.CheckedBy, Text.Find<IdentityDocument>(request.Document)!.Value, now),
        cancellationToken);
}

/// <summary><c>POST /sessions/{session}/candidates/{candidate}/sign-in</c></summary>
public static class SignInCandidateEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(
            "/sessions/{session:int}/candidates/{candidate:guid}/sign-in",
            (int session, Guid candidate, SignInBody body, UseCaseEndpoint endpoint, HttpContext http) => endpoint.Send(
                http,
                new SignInCandidate(new SessionId(session), new CandidateId(candidate), http.User.ToMember(), body.Document ?? string.Empty)))
        .RequireAuthorization(SessionPolicies.Supervisor)
        .WithName("signInCandidate")
        .WithSummary("Noter qu’un candidat est présent, a signé, et que son identité est vérifiée")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
