using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>An account joins a session: by number, identity and access code, or by the personal code alone (Rules 11.7, D13).</summary>
public sealed record JoinSession(
    LearnerId Learner,
    int? Session,
    string? FirstName,
    string? LastName,
    DateOnly? BirthDate,
    string? AccessCode,
    string? PersonalCode) : ICommand<JoinedSession>;

/// <summary>What is sent: <c>personalCode</c>, or all the others.</summary>
public sealed record JoinSessionBody(int? Session, string? FirstName, string? LastName, DateOnly? BirthDate, string? AccessCode, string? PersonalCode);

/// <summary>Which candidate of which session this account is.</summary>
public sealed record JoinedSession(int Session, Guid CandidateId);

/// <summary>One way or the other, whole.</summary>
public sealed class JoinSessionValidator : AbstractValidator<JoinSession>
{
    /// <summary>The rules.</summary>
    public JoinSessionValidator() => When(wish => wish.PersonalCode is null, () =>
    {
        RuleFor(wish => wish.Session).NotNull().WithMessage("Le numéro de la session (session) manque.");
        RuleFor(wish => wish.FirstName).NotEmpty().WithMessage("Le prénom (firstName) manque.");
        RuleFor(wish => wish.LastName).NotEmpty().WithMessage("Le nom (lastName) manque.");
        RuleFor(wish => wish.BirthDate).NotNull().WithMessage("La date de naissance (birthDate) manque.");
        RuleFor(wish => wish.AccessCode).NotEmpty().WithMessage("Le code d’accès (accessCode) manque.");
    });
}

/// <summary>Handles <see cref="JoinSession"/>.</summary>
public sealed class JoinSessionHandler(
    SessionDesk desk,
    Aggregates<Learner, LearnerEvent> learners,
    Aggregates<Pupil, PupilEvent> schools) : IRequestHandler<JoinSession, Outcome<JoinedSession>>
{
    /// <inheritdoc />
    public async Task<Outcome<JoinedSession>> Handle(JoinSession request, CancellationToken cancellationToken)
    {
        var learner = (await learners.Load(Streams.Learner(request.Learner), cancellationToken)).State;
        if (learner.Person is null) return Refusal.LearnerUnknown;
        var pupils = await Attached(request.Learner, learner, cancellationToken);
        var (session, join) = request.PersonalCode is { } typed
            ? ByCode(request.Learner, typed, pupils)
            : (new SessionId(request.Session!.Value), ByIdentity(request, pupils));
        if (join is null) return Refusal.PersonalCodeUnknown;
        var decided = await desk.Decide(session, join, cancellationToken);
        return decided.ToOutcome(done => new JoinedSession(session.Value, done.After.Candidates.Find(one => one.Learner == request.Learner)!.Id.Value));
    }

    // The pupil's own stream has the last word: here one account wins.
    private async Task<IReadOnlySet<PupilId>> Attached(LearnerId id, Learner learner, CancellationToken cancel)
    {
        var attached = new HashSet<PupilId>();
        foreach (var pupil in learner.Pupils.Values)
        {
            if ((await schools.Load(Streams.Pupil(pupil), cancel)).State.Learner == id) attached.Add(pupil);
        }

        return attached;
    }

    private static (SessionId Session, Func<Session, DateTimeOffset, Decision<SessionEvent>>? Join) ByCode(
        LearnerId learner,
        string typed,
        IReadOnlySet<PupilId> pupils) =>
        PersonalCode.Read(typed) is var (session, code)
            ? (session, (state, now) => state.Join(learner, code, pupils, now))
            : (default, null);

    private Func<Session, DateTimeOffset, Decision<SessionEvent>> ByIdentity(JoinSession request, IReadOnlySet<PupilId> pupils)
    {
        var named = new JoiningIdentity(request.FirstName!, request.LastName!, request.BirthDate!.Value, request.AccessCode!);
        return (state, now) => state.Join(request.Learner, named, pupils, desk.Open, now);
    }
}

/// <summary><c>POST /sessions/joining</c></summary>
public static class JoinSessionEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/sessions/joining", (JoinSessionBody body, UseCaseEndpoint endpoint, HttpContext http) => endpoint.Send(
            http,
            new JoinSession(http.User.ToLearner(), body.Session, body.FirstName, body.LastName, body.BirthDate, body.AccessCode, body.PersonalCode)))
        .RequireAuthorization(SessionPolicies.Candidate)
        .WithName("joinSession")
        .WithSummary("Rejoindre une session, par son identité ou par son code personnel")
        .Produces<JoinedSession>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
