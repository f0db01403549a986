using System.Globalization;
using FluentValidation;
using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>Changes where, when or by whom, by who read this edition of the session.</summary>
public sealed record EditSession(SessionId Session, int Edition, SessionForm Form) : ICommand<Nothing>;

/// <summary>Everything but the description is required (Rule 11.2).</summary>
public sealed class EditSessionValidator : AbstractValidator<EditSession>
{
    /// <summary>The rules.</summary>
    public EditSessionValidator() => RuleFor(wish => wish.Form).HasNoFaults(form => form.Faults());
}

/// <summary>Handles <see cref="EditSession"/>.</summary>
public sealed class EditSessionHandler(SessionDesk desk) : IRequestHandler<EditSession, Outcome<Nothing>>
{
    /// <inheritdoc />
    public Task<Outcome<Nothing>> Handle(EditSession request, CancellationToken cancellationToken) =>
        desk.Do(request.Session, (session, now) => session.Edit(request.Edition, request.Form, desk.Open, now), cancellationToken);
}

/// <summary>An edition as <c>ETag</c> and <c>If-Match</c> carry it.</summary>
internal static class EditionTag
{
    public static string Of(int edition) => string.Create(CultureInfo.InvariantCulture, $"\"{edition}\"");

    public static int Read(HttpContext http) =>
        int.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var edition)
            ? edition
            : throw new RefusedException(Missing);

    private static Refusal Missing { get; } = new(
        RefusalKind.Invalid,
        "edition_missing",
        "Dites avec l’en-tête If-Match quelle version de la session vous avez lue : celle de son en-tête ETag.");
}

/// <summary><c>PUT /sessions/{session}</c></summary>
public static class EditSessionEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/sessions/{session:int}", (int session, SessionForm body, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new EditSession(new SessionId(session), EditionTag.Read(http), body)))
        .RequireAuthorization(MemberPolicies.CentreManager)
        .WithName("editSession")
        .WithSummary("Modifier une session")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
