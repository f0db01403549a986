using System.Globalization;
using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>A page of sessions, the latest first: of a centre, or of all for a jury; read at this log position or later.</summary>
public sealed record ListSessions(OrganisationId? Centre, SessionStatus? Status, PageRequest Page, Position AtLeast) : IQuery<PageView<SessionLineView>>;

/// <summary>A session in a list, with how many are enrolled and how many took their test.</summary>
public sealed record SessionLineView(
    int Session,
    Guid Centre,
    string CentreName,
    string Status,
    string Address,
    string Room,
    DateOnly Date,
    string Time,
    bool FinalisationCompleted,
    Guid? Officer,
    DateTimeOffset? PublishedAt,
    int Candidates,
    int Tests);

/// <summary>Handles <see cref="ListSessions"/>.</summary>
public sealed class ListSessionsHandler(ReadModels readModels, SessionListReader sessions) : IRequestHandler<ListSessions, Outcome<PageView<SessionLineView>>>
{
    /// <inheritdoc />
    public async Task<Outcome<PageView<SessionLineView>>> Handle(ListSessions request, CancellationToken cancellationToken)
    {
        await readModels.Reached(CertificateReader.ReadModel, request.AtLeast, cancellationToken);
        var (page, total) = sessions.List(new SessionQuery(request.Centre, request.Status, request.Page.Skip, request.Page.PageSize));
        return Outcome<PageView<SessionLineView>>.Of(request.Page.Of<SessionLineView>([.. page.Select(ViewOf)], total));
    }

    private static SessionLineView ViewOf(SessionEntry entry) => new(
        entry.Session.Value,
        entry.Centre.Value,
        entry.CentreName,
        Text.Of(entry.Status),
        entry.Address,
        entry.Room,
        entry.Date,
        entry.Time.ToString("HH:mm", CultureInfo.InvariantCulture),
        entry.IsFinalisationCompleted,
        entry.Officer,
        entry.PublishedAt,
        entry.Candidates,
        entry.Tests);
}

/// <summary><c>GET /centres/{centre}/sessions</c> for its members, <c>GET /jury/sessions</c> for a jury; both by <c>?status=…</c></summary>
public static class ListSessionsEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/centres/{centre:guid}/sessions", (Guid centre, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
                endpoint.Ask(http, new ListSessions(new OrganisationId(centre), StatusOf(http), PageRequest.Of(http), MinimumPosition.Of(http, log))))
            .RequireAuthorization(MemberPolicies.CentreMember)
            .WithName("listSessions")
            .WithSummary("Lire les sessions d’un centre")
            .Produces<PageView<SessionLineView>>()
            .ProducesProblems(StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
        routes
            .MapGet("/jury/sessions", (UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
                endpoint.Ask(http, new ListSessions(null, StatusOf(http), PageRequest.Of(http), MinimumPosition.Of(http, log))))
            .RequireAuthorization(SessionPolicies.Jury)
            .WithName("listSessionsAsJury")
            .WithSummary("Lire les sessions de tous les centres, comme jury")
            .Produces<PageView<SessionLineView>>()
            .ProducesProblems(StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
    }

    private static SessionStatus? StatusOf(HttpContext http) => ReadingQuery.Text(http, "status") is not { } word
        ? null
        : Text.Find<SessionStatus>(word) ?? throw new RefusedException(new Refusal(
            RefusalKind.Invalid, "session_status_unknown", $"Le statut d’une session est à choisir parmi : {Text.Choices<SessionStatus>()}.").With("status", word));
}
