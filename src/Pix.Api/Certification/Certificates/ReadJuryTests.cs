using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>The tests of a session, as its jury needs them to deliberate: the contested first.</summary>
public sealed record ReadJuryTests(SessionId Session) : IQuery<JuryTestsView>;

/// <summary>The tests, and what is still to be done before a publication.</summary>
public sealed record JuryTestsView(int Session, string Status, bool FinalisationCompleted, int ToDecide, IReadOnlyList<JuryTestView> Tests);

/// <summary>
/// A test. <paramref name="Contested"/>: it is decided on its own, never with others (Rule D22); <paramref name="Deliberated"/>: decided, alone or
/// with others, on its latest scoring. Reproducibility is in percent, rounded.
/// </summary>
public sealed record JuryTestView(
    Guid CertificationId,
    Guid CandidateId,
    string? FirstName,
    string? LastName,
    string Status,
    int? Pix,
    int? Reproducibility,
    bool Contested,
    bool Deliberated,
    int IssuesLeftToJury,
    int NeutralisedQuestions,
    IReadOnlyList<string> Findings);

/// <summary>Handles <see cref="ReadJuryTests"/>, from the streams: what a jury decides on is never behind.</summary>
public sealed class ReadJuryTestsHandler(SessionDesk desk, JudgedTests judged) : IRequestHandler<ReadJuryTests, Outcome<JuryTestsView>>
{
    /// <inheritdoc />
    public async Task<Outcome<JuryTestsView>> Handle(ReadJuryTests request, CancellationToken cancellationToken)
    {
        var loaded = await desk.Load(request.Session, cancellationToken);
        if (loaded.State.Opened is null) return Refusal.SessionUnknown;
        var known = (await judged.Of(request.Session, cancellationToken)).ToDictionary(test => test.Certification);
        var tests = (await desk.Tests(loaded.State, cancellationToken)).Values.Select(test => test.State);
        List<JuryTestView> views =
        [
            .. tests.Select(test => ViewOf(test, loaded.State, known[test.Started!.Certification]))
                .OrderByDescending(view => view.Contested)
                .ThenBy(view => view.LastName, StringComparer.Ordinal)
                .ThenBy(view => view.CertificationId),
        ];
        return Outcome<JuryTestsView>.Of(
            new JuryTestsView(
                request.Session.Value,
                Text.Of(loaded.State.Status),
                loaded.State.IsFinalisationCompleted,
                views.Count(view => !view.Deliberated),
                views),
            loaded.Position);
    }

    private JuryTestView ViewOf(Certification test, Session session, JudgedTest judgedTest)
    {
        var identity = desk.Open(test.Identity!);
        return new JuryTestView(
            test.Started!.Certification.Value,
            test.Started.Candidate.Value,
            identity?.FirstName,
            identity?.LastName,
            Text.Of(test.Status),
            test.Scoring?.Pix,
            test.Scoring?.Reproducibility,
            judgedTest.IsContested || judgedTest.IsInError,
            session.IsDeliberated(judgedTest),
            test.Issues.Count(issue => issue.Resolution == IssueResolution.LeftToJury),
            test.Neutralised.Count,
            test.Scoring is { } scoring ? [.. scoring.Findings.Select(CertificationWords.Of)] : []);
    }
}

/// <summary><c>GET /jury/sessions/{session}/certifications</c></summary>
public static class ReadJuryTestsEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/jury/sessions/{session:int}/certifications", (int session, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Ask(http, new ReadJuryTests(new SessionId(session))))
        .RequireAuthorization(SessionPolicies.Jury)
        .WithName("readJuryTests")
        .WithSummary("Lire les tests d’une session à délibérer, les cas contestés d’abord")
        .Produces<JuryTestsView>()
        .ProducesProblems(StatusCodes.Status404NotFound);
}
