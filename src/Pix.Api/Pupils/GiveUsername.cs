using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Gives the account of an attached pupil its identifier, for who has no e-mail (Rule 10.10).</summary>
public sealed record GiveUsername(LearnerId Learner, OrganisationId Organisation) : ICommand<UsernameView>;

/// <summary>What is sent.</summary>
public sealed record GiveUsernameBody(Guid OrganisationId);

/// <summary>The identifier.</summary>
public sealed record UsernameView(string Username);

/// <summary>Handles <see cref="GiveUsername"/>.</summary>
public sealed class GiveUsernameHandler(
    NodeAggregates aggregates,
    PersonalReader personal,
    Pseudonyms pseudonyms,
    CurrentCommand current) : IRequestHandler<GiveUsername, Outcome<UsernameView>>
{
    private const string Kind = "username";

    /// <inheritdoc />
    public async Task<Outcome<UsernameView>> Handle(GiveUsername request, CancellationToken cancellationToken)
    {
        var stream = Streams.Learner(request.Learner);
        var loaded = await aggregates.Learners.Load(stream, cancellationToken);
        if (loaded.State.Person is null) return Refusal.LearnerUnknown;
        if (loaded.State.Login is { Kind: LoginKind.Username, Login: { } own } && personal.Open(own).Value is { } known)
            return Outcome<UsernameView>.Of(new UsernameView(known), loaded.Position);
        if (loaded.State.Login is not null) return Refusal.LoginAlreadyGiven;
        if (loaded.State.PupilIn(request.Organisation) is not { } pupil) return Refusal.NoPupilToName;
        if ((await aggregates.Pupils.Load(Streams.Pupil(pupil), cancellationToken)).State.Facts is not { } facts
            || personal.Open(facts).Value is not { } named) return Refusal.NoPupilToName;

        var username = await Claimed(request.Learner, named, cancellationToken);
        var decided = await aggregates.Learners.Decide(
            stream, current.Value, (learner, now) => learner.GiveLogin(LoginKind.Username, username, now), cancellationToken);
        return decided.ToOutcome(_ => new UsernameView(username));
    }

    // The draws are the account's own: a retry, or who goes on after a crash, meets the claim that is already theirs.
    private async Task<string> Claimed(LearnerId learner, PupilFacts pupil, CancellationToken cancel)
    {
        var name = new PersonName(pupil.FirstName ?? string.Empty, pupil.LastName ?? pupil.PreferredLastName ?? string.Empty);
        var seed = BitConverter.ToInt64(NameBasedGuid.Of(Kind, learner.ToString()).ToByteArray());
        foreach (var username in Username.Candidates(name, pupil.BirthDate, count => Draw.Index(seed++, count)))
        {
            var what = pseudonyms.Of(Kind, username);
            var claimed = await aggregates.Claims.Decide(
                Streams.Claim(Kind, what),
                Command.Step(learner.Value, $"claim {what}"),
                (claim, now) => claim.Take(learner.Value, now),
                cancel);
            if (claimed.Refusal is null) return username;
        }

        throw new RefusedException(Refusal.UsernamesExhausted);
    }
}

/// <summary><c>POST /learners/{learner}/username</c></summary>
public static class GiveUsernameEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/learners/{learner:guid}/username", (Guid learner, GiveUsernameBody body, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new GiveUsername(new LearnerId(learner), new OrganisationId(body.OrganisationId))))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("giveUsername")
        .WithSummary("Recevoir son identifiant d’élève")
        .Produces<UsernameView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
}
