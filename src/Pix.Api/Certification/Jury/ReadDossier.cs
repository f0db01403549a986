using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Reads the dossier of a certification. It is a command, because a reading leaves an access record.</summary>
public sealed record ReadDossier(CertificationId Certification) : ICommand<DossierView>;

/// <summary>Handles <see cref="ReadDossier"/>, from the streams: a history is read where it was written.</summary>
public sealed class ReadDossierHandler(
    IEventStore store,
    EventCodec codec,
    Aggregates<Session, SessionEvent> sessions,
    Aggregates<Dossier, DossierEvent> dossiers,
    CertificationEvidence evidence,
    PersonalReader personal,
    CurrentCommand current) : IRequestHandler<ReadDossier, Outcome<DossierView>>
{
    /// <inheritdoc />
    public async Task<Outcome<DossierView>> Handle(ReadDossier request, CancellationToken cancellationToken)
    {
        var recorded = await RecordedCertification.Read(store, codec, request.Certification, cancellationToken);
        if (recorded.Loaded.State.Started is not { } started) return Refusal.CertificationUnknown;
        var session = (await sessions.Load(Streams.Session(started.Session), cancellationToken)).State;
        var pieces = await evidence.Behind(recorded.Loaded, cancellationToken);
        var read = await dossiers.Decide(
            Streams.Dossier(request.Certification), current.Value, (_, now) => Dossier.Read(pieces.All, now), cancellationToken);
        var judged = JudgedTests.Of(recorded.Loaded.State, await evidence.LatestScoring(request.Certification, cancellationToken));
        var grouped = await GroupedDecisions(started, judged, cancellationToken);
        return read.ToOutcome(_ => View(recorded, started, session, session.IsDeliberated(judged), grouped, pieces.All));
    }

    // They stand in the session's stream, each once for all whom it decides on.
    private async Task<IReadOnlyList<GroupedDecisionView>> GroupedDecisions(CertificationStarted started, JudgedTest judged, CancellationToken cancel)
    {
        var stream = Streams.Certification(started.Certification).Value;
        var decisions = new List<GroupedDecisionView>();
        await foreach (var record in store.ReadStream(Streams.Session(started.Session), Revision.First, cancel))
        {
            if (codec.Decode(record).Event is not DeliberationHeld held) continue;
            if (held.Certifications.FirstOrDefault(one => one.Certification == started.Certification) is not { } decided) continue;
            decisions.Add(new GroupedDecisionView(
                held.Deliberation,
                EventMetadata.Read(record.Metadata).Actor.Id,
                held.At,
                Open(held.Minutes),
                new StreamEvidence(stream, decided.Revision, decided.Chain),
                judged.Scoring == (decided.Revision, decided.Chain)));
        }

        return decisions;
    }

    private DossierView View(
        RecordedCertification recorded,
        CertificationStarted started,
        Session session,
        bool isDecided,
        IReadOnlyList<GroupedDecisionView> grouped,
        IReadOnlyList<StreamEvidence> pieces)
    {
        var certification = recorded.Loaded.State;
        var details = session.Details!;
        return new DossierView(
            started.Certification.Value,
            started.Session.Value,
            started.Candidate.Value,
            started.Learner.Value,
            Open(certification.Identity) is { } identity ? CertifiedIdentityView.Of(identity) : null,
            Open(started.ExtraTime)?.Percent,
            new DossierSessionView(details.Address, details.Room, details.Date, details.Time),
            started.VerificationCode,
            started.Referential.Value,
            started.MaximumLevel,
            started.Seed,
            started.At,
            started.Deadline,
            certification.Ended?.At,
            certification.Ended is { } ended ? Text.Of(ended.Reason) : null,
            Text.Of(certification.Status),
            certification.IsContested,
            isDecided,
            certification.IsFraud,
            certification.IsCancelledByJury,
            certification.IsRevoked,
            certification.Revision,
            [.. certification.Questions.Select(question => View(certification, question))],
            [.. certification.Issues.Select(issue => View(issue, session))],
            [.. recorded.Of<CertificationScored>().Select(one => ScoringView.Of(one.Event, JurorOf(one.Author)))],
            [.. recorded.Of<JuryDecisionRecorded>().Select(one => View(one.Event, one.Author))],
            grouped,
            pieces);
    }

    private DossierQuestionView View(Certification certification, CertificationQuestion question)
    {
        var answer = question.Number <= certification.Answers.Count ? certification.Answers[question.Number - 1] : null;
        return new DossierQuestionView(
            question.Number,
            question.Competence.Value,
            question.SkillName,
            question.Challenge.Id.Value,
            Text.Of(question.Challenge.Type),
            question.Challenge.Instruction,
            question.Challenge.Choices,
            question.AlreadySeen,
            question.Challenge.Focused,
            question.Challenge.TimerSeconds,
            Open(answer?.Value),
            SolutionText.Of(question.Challenge),
            answer is null ? null : Text.Of(answer.Status),
            certification.AnswerTo(question.Number) is { } counted ? Text.Of(counted) : null,
            answer?.ClaimedSeconds,
            answer?.ServerSeconds,
            answer is { FocusLost: true },
            certification.Neutralised.Contains(question.Number),
            certification.SkippedAutomatically.Contains(question.Number));
    }

    private DossierIssueView View(IssueReported issue, Session session) => new(
        issue.Incident,
        Text.Of(issue.Category),
        issue.Subcategory is { } subcategory ? Text.Of(subcategory) : null,
        issue.QuestionNumber,
        Open(session.Incidents.GetValueOrDefault(issue.Incident)?.Description),
        Text.Of(issue.Resolution));

    private JuryDecisionView View(JuryDecisionRecorded decision, Actor author) => new(
        Text.Of(decision.Verdict),
        author.Id,
        decision.At,
        Open(decision.CommentForCandidate),
        Open(decision.CommentForOrganisation),
        Open(decision.CommentForJury),
        decision.Evidence);

    private T? Open<T>(Personal<T>? personalValue)
        where T : class =>
        personalValue is null ? null : personal.Open(personalValue).Value;

    private static string? JurorOf(Actor author) => author.Role == Roles.Jury ? author.Id : null;
}

/// <summary><c>GET /jury/certifications/{certification}</c></summary>
public static class ReadDossierEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/jury/certifications/{certification:guid}", (Guid certification, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new ReadDossier(new CertificationId(certification))))
        .RequireAuthorization(CertificationPolicies.OfficerInCharge)
        .WithName("readDossier")
        .WithSummary("Lire le dossier d’un test : la lecture est consignée")
        .Produces<DossierView>()
        .ProducesProblems(StatusCodes.Status404NotFound);
}
