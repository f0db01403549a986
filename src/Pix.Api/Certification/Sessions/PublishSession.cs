using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>Publishes the results of a whole session, as one fact (Rules 11.26, D22).</summary>
public sealed record PublishSession(SessionId Session) : ICommand<PublishedSession>;

/// <summary>Which publication it is, and how many certifications it names.</summary>
public sealed record PublishedSession(int Publication, int Certifications);

/// <summary>Handles <see cref="PublishSession"/>.</summary>
public sealed class PublishSessionHandler(SessionDesk desk, JudgedTests judged) : IRequestHandler<PublishSession, Outcome<PublishedSession>>
{
    /// <inheritdoc />
    public async Task<Outcome<PublishedSession>> Handle(PublishSession request, CancellationToken cancellationToken)
    {
        var tests = await judged.Of(request.Session, cancellationToken);
        var decided = await desk.Decide(request.Session, (session, now) => session.Publish(tests, now), cancellationToken);
        return decided.ToOutcome(
            done => new PublishedSession(done.After.Published!.Publication, done.After.Published.Results.Count),
            created: true);
    }
}

/// <summary>Takes a publication back, for a reason.</summary>
public sealed record UnpublishSession(SessionId Session, string Reason) : ICommand<Nothing>;

/// <summary>Handles <see cref="UnpublishSession"/>.</summary>
public sealed class UnpublishSessionHandler(SessionDesk desk) : IRequestHandler<UnpublishSession, Outcome<Nothing>>
{
    /// <inheritdoc />
    public Task<Outcome<Nothing>> Handle(UnpublishSession request, CancellationToken cancellationToken) =>
        desk.Do(request.Session, (session, now) => session.Unpublish(request.Reason, now), cancellationToken);
}

/// <summary><c>POST /jury/sessions/{session}/publication</c> and <c>/unpublication</c></summary>
public static class PublishSessionEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/jury/sessions/{session:int}/publication", (int session, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Send(http, new PublishSession(new SessionId(session)), _ => $"/jury/sessions/{session}"))
            .RequireAuthorization(SessionPolicies.Jury)
            .WithName("publishSession")
            .WithSummary("Publier les résultats d’une session délibérée")
            .Produces<PublishedSession>(StatusCodes.Status201Created)
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        routes
            .MapPost("/jury/sessions/{session:int}/unpublication", (int session, ReasonBody body, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Send(http, new UnpublishSession(new SessionId(session), body.Reason ?? string.Empty)))
            .RequireAuthorization(SessionPolicies.Jury)
            .WithName("unpublishSession")
            .WithSummary("Retirer les résultats publiés d’une session")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }
}
