using System.Globalization;
using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>A session with its candidates and issue reports, as its centre and its jury see it.</summary>
public sealed record ReadSession(SessionId Session) : IQuery<SessionView>;

/// <summary>A session. <paramref name="OverCapacity"/>: more are enrolled than may be in the test at the same time (Rule D15).</summary>
public sealed record SessionView(
    int Session,
    Guid Centre,
    string Status,
    int Edition,
    string Address,
    string Room,
    DateOnly Date,
    string Time,
    string? Examiners,
    string? Description,
    string AccessCode,
    string SupervisorCode,
    int Capacity,
    bool OverCapacity,
    bool FinalisationCompleted,
    Guid? Officer,
    DateTimeOffset? PublishedAt,
    IReadOnlyList<CandidateView> Candidates,
    IReadOnlyList<IncidentView> Incidents);

/// <summary>A candidate; names and birth date are null once the person was erased. State: enrolled, signedIn, authorised, started or ended.</summary>
public sealed record CandidateView(
    Guid CandidateId,
    string? FirstName,
    string? LastName,
    DateOnly? BirthDate,
    string? Division,
    int? ExtraTimePercent,
    Guid? PupilId,
    string State,
    bool Joined,
    Guid? CertificationId);

/// <summary>An issue report.</summary>
public sealed record IncidentView(int Incident, Guid CandidateId, string Category, string? Subcategory, int? QuestionNumber, string? Description, DateTimeOffset At);

/// <summary>Handles <see cref="ReadSession"/>.</summary>
public sealed class ReadSessionHandler(SessionDesk desk, SessionRules rules) : IRequestHandler<ReadSession, Outcome<SessionView>>
{
    /// <inheritdoc />
    public async Task<Outcome<SessionView>> Handle(ReadSession request, CancellationToken cancellationToken)
    {
        var loaded = await desk.Load(request.Session, cancellationToken);
        var session = loaded.State;
        if (session.Opened is not { } opened) return Refusal.SessionUnknown;
        var ended = await desk.Ended(request.Session, cancellationToken);
        var texts = desk.Open(session.Texts!);
        var details = session.Details!;
        return Outcome<SessionView>.Of(
            new SessionView(
                request.Session.Value,
                opened.Centre.Value,
                Text.Of(session.Status),
                session.Edition,
                details.Address,
                details.Room,
                details.Date,
                details.Time.ToString("HH:mm", CultureInfo.InvariantCulture),
                texts?.Examiners,
                texts?.Description,
                opened.AccessCode,
                opened.SupervisorCode,
                rules.Capacity,
                session.Candidates.Count > rules.Capacity,
                session.IsFinalisationCompleted,
                session.Officer?.Value,
                session.Published?.At,
                [.. session.Candidates.Select(candidate => ViewOf(candidate, ended))],
                [.. session.Incidents.Values.Select(ViewOf)]),
            loaded.Position);
    }

    private CandidateView ViewOf(Candidate candidate, IReadOnlySet<CandidateId> ended)
    {
        var identity = desk.Open(candidate.Identity);
        return new CandidateView(
            candidate.Id.Value,
            identity?.FirstName,
            identity?.LastName,
            identity?.BirthDate,
            identity?.Division,
            identity?.ExtraTimePercent,
            candidate.Pupil?.Value,
            StateOf(candidate, ended),
            candidate.Learner is not null,
            candidate.Certification?.Value);
    }

    private IncidentView ViewOf(IncidentReported incident) => new(
        incident.Incident,
        incident.Candidate.Value,
        Text.Of(incident.Category),
        incident.Subcategory is { } subcategory ? Text.Of(subcategory) : null,
        incident.QuestionNumber,
        incident.Description is { } description ? desk.Open(description) : null,
        incident.At);

    private static string StateOf(Candidate candidate, IReadOnlySet<CandidateId> ended)
    {
        if (ended.Contains(candidate.Id)) return "ended";
        if (candidate.IsAuthorised) return "authorised";
        if (candidate.HasStarted) return "started";
        return candidate.SignedIn is null ? "enrolled" : "signedIn";
    }
}

/// <summary><c>GET /sessions/{session}</c> for its centre and who supervises, <c>GET /jury/sessions/{session}</c> for a jury.</summary>
public static class ReadSessionEndpoint
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "/sessions/{session:int}", SessionPolicies.Supervisor, "readSession", "Lire une session, ses candidats et ses signalements");
        Map(routes, "/jury/sessions/{session:int}", SessionPolicies.Jury, "readSessionAsJury", "Lire une session, comme jury");
    }

    private static void Map(IEndpointRouteBuilder routes, string address, string policy, string name, string summary) => routes
        .MapGet(address, (int session, UseCaseEndpoint endpoint, HttpContext http) => endpoint.Ask(
            http,
            new ReadSession(new SessionId(session)),
            reply => http.Response.Headers.ETag = EditionTag.Of(reply.Edition)))
        .RequireAuthorization(policy)
        .WithName(name)
        .WithSummary(summary)
        .Produces<SessionView>()
        .ProducesProblems(StatusCodes.Status404NotFound);
}
