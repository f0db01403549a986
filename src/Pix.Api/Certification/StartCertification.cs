using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Starts the test of the session that this learner joined, or goes on with it; either consumes an authorisation.</summary>
public sealed record StartCertification(SessionId Session, LearnerId Learner) : ICommand<CertificationView>;

/// <summary>
/// Handles <see cref="StartCertification"/>: the session lets one start through and consumes the authorisation, then the test is begun. Whatever
/// would refuse the test is refused before, so that it costs nobody their authorisation.
/// </summary>
public sealed class StartCertificationHandler(
    Aggregates<Session, SessionEvent> sessions,
    Aggregates<Certification, CertificationEvent> certifications,
    Aggregates<Organisation, OrganisationEvent> organisations,
    Aggregates<Learner, LearnerEvent> learners,
    Aggregates<Claim, ClaimEvent> claims,
    Content content,
    PersonalReader personal,
    EarlierTests earlier,
    CertificationRules rules,
    SessionRules sessionRules,
    CurrentCommand current,
    TimeProvider clock) : IRequestHandler<StartCertification, Outcome<CertificationView>>
{
    /// <inheritdoc />
    public async Task<Outcome<CertificationView>> Handle(StartCertification request, CancellationToken cancellationToken)
    {
        var command = current.Value;
        var stream = Streams.Session(request.Session);
        var session = (await sessions.Load(stream, cancellationToken)).State;
        if (session.Opened is not { } opened) return Refusal.SessionUnknown;
        if (session.Candidates.Find(one => one.Learner == request.Learner) is not { } candidate) return NotJoined;
        var (refusal, prepared) = await Prepare(request, candidate, cancellationToken);
        if (prepared is null) return refusal!;

        var isCentre = (await organisations.Load(Streams.Organisation(opened.Centre), cancellationToken)).State.IsCentre;
        var ended = await Ended(session, cancellationToken);
        var consumed = await sessions.Decide(
            stream,
            command,
            (seen, now) => seen.Start(request.Learner, prepared.Id, isCentre, ended, sessionRules, now) is { Refusal: null } granted
                ? prepared.WhyNot(now) is { } impossible ? impossible : granted
                : seen.Start(request.Learner, prepared.Id, isCentre, ended, sessionRules, now),
            cancellationToken);
        if (consumed.Refusal is { } refused) return refused;
        var attempt = consumed.After.Find(candidate.Id)!.Attempts;
        return await Begin(prepared, attempt, cancellationToken);
    }

    private static Refusal NotJoined { get; } = new(
        RefusalKind.Conflict,
        "session_not_joined",
        "Rejoignez d’abord la session, avec son code d’accès et votre identité, ou avec le code de votre coupon.");

    // Everything that the test is begun with but its verification code, which is claimed once the start was let through.
    private async Task<(Refusal? Refusal, PreparedTest? Test)> Prepare(StartCertification request, Candidate candidate, CancellationToken cancel)
    {
        if ((await content.Releases(cancel)).Active is not { } active) return (Refusal.ReferentialMissing, null);
        if (personal.Open(candidate.Identity).Value is not { } identity)
            return (Refusal.PersonErased, null);

        var command = current.Value;
        var id = Streams.CertificationOf(request.Session, candidate.Id);
        var learner = await learners.Load(Streams.Learner(request.Learner), cancel);
        var seen = learner.State.Assessments.Values.SelectMany(test => test.Answers).Select(answer => answer.Challenge)
            .Concat(await earlier.Shown(request.Learner, cancel))
            .ToHashSet();
        return (null, new PreparedTest(
            (await certifications.Load(Streams.Certification(id), cancel)).State,
            new CertificationStart(
                id,
                request.Session,
                candidate.Id,
                request.Learner,
                candidate.Person,
                new CertifiedIdentity(identity.FirstName, identity.LastName, identity.Sex, identity.BirthDate, identity.BirthPlace),
                identity.ExtraTimePercent,
                string.Empty,
                command.IdFor("sitting"),
                command.SeedFor("questions")),
            new CertificationBasis(learner.State.Positioning, CertificationEvidence.Of(Streams.Learner(request.Learner), learner.Head), seen),
            active,
            rules));
    }

    private async Task<Outcome<CertificationView>> Begin(PreparedTest prepared, int attempt, CancellationToken cancel)
    {
        var stream = Streams.Certification(prepared.Id);
        var code = prepared.Seen.Started is null ? await ClaimCode(prepared.Id, cancel) : string.Empty;
        var start = prepared.Start with { VerificationCode = code };
        var decided = await certifications.Decide(
            stream,
            current.Value,
            (certification, now) => certification.WhyBarred(attempt) is { } barred ? barred : certification.Started is null
                ? certification.Start(start, prepared.Basis, prepared.Referential, rules, now)
                : certification.Resume(start.Sitting, now),
            cancel);
        return decided.OrTimeOver(
            done => CertificationView.Of(done.After, isSitting: true, clock.GetUtcNow()) with { Sitting = start.Sitting },
            created: true);
    }

    // Drawn from the command, so that a retry draws the same and finds its own claim (Rule 11.9).
    private async Task<string> ClaimCode(CertificationId certification, CancellationToken cancel)
    {
        var seed = current.Value.SeedFor("verification");
        foreach (var code in Codes.Verification.Draws(count => Draw.Index(unchecked(seed++), count)))
        {
            var claimed = await claims.Decide(
                Streams.ClaimOfVerification(code), current.Value, (claim, now) => claim.Take(certification.Value, now), cancel);
            if (claimed.Refusal is null) return code;
        }

        throw new RefusedException(Refusal.ClaimTaken);
    }

    private async Task<IReadOnlySet<CandidateId>> Ended(Session session, CancellationToken cancel)
    {
        var ended = new HashSet<CandidateId>();
        foreach (var candidate in session.Candidates)
        {
            if (candidate.Certification is not { } certification) continue;
            var state = (await certifications.Load(Streams.Certification(certification), cancel)).State;
            if (state.EndAt(clock.GetUtcNow()) is not null) ended.Add(candidate.Id);
        }

        return ended;
    }

    private sealed record PreparedTest(
        Certification Seen,
        CertificationStart Start,
        CertificationBasis Basis,
        Referential Referential,
        CertificationRules Rules)
    {
        public CertificationId Id => Start.Certification;

        public Refusal? WhyNot(DateTimeOffset now) => Seen.Start(Start, Basis, Referential, Rules, now).Refusal;
    }
}

/// <summary><c>POST /sessions/{session}/start</c></summary>
public static class StartCertificationEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/sessions/{session:int}/start", (int session, UseCaseEndpoint endpoint, HttpContext http) => endpoint.Send(
            http,
            new StartCertification(new SessionId(session), http.User.ToLearner()),
            reply => $"/certifications/{reply.CertificationId}"))
        .RequireAuthorization(CertificationPolicies.Candidate)
        .WithName("startCertification")
        .WithSummary("Commencer le test de certification, ou le reprendre, une fois autorisé par le surveillant")
        .Produces<CertificationView>(StatusCodes.Status201Created)
        .Produces<CertificationView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
}
