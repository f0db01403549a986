using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>An account, read at this log position or later.</summary>
public sealed record ReadLearner(LearnerId Learner, Position AtLeast) : IQuery<LearnerView>;

/// <summary>An account: whose, whether the rules of the game are still to be shown, and the tests to go on with ("Reprendre").</summary>
public sealed record LearnerView(
    Guid LearnerId,
    Guid PersonId,
    string? FirstName,
    string? LastName,
    DateTimeOffset RegisteredAt,
    bool Erased,
    bool RulesOfTheGameSeen,
    IReadOnlyList<OpenTestView> OpenTests);

/// <summary>A test to go on with.</summary>
public sealed record OpenTestView(string AssessmentId, string? Competence, string Purpose, int Answers, DateTimeOffset StartedAt);

/// <summary>Handles <see cref="ReadLearner"/>.</summary>
public sealed class ReadLearnerHandler(ReadModels readModels, PeopleReader people, Aggregates<Learner, LearnerEvent> learners)
    : IRequestHandler<ReadLearner, Outcome<LearnerView>>
{
    /// <inheritdoc />
    public async Task<Outcome<LearnerView>> Handle(ReadLearner request, CancellationToken cancellationToken)
    {
        await readModels.Reached(PeopleReader.ReadModel, request.AtLeast, cancellationToken);
        if (people.Find(request.Learner) is not { } person) return Refusal.LearnerUnknown;
        var loaded = await learners.Load(Streams.Learner(request.Learner), cancellationToken);
        var open = loaded.State.Assessments.Values.Where(test => test.State == AssessmentState.Started);
        return Outcome<LearnerView>.Of(
            new LearnerView(
                request.Learner.Value,
                person.Person.Value,
                person.Name?.First,
                person.Name?.Last,
                person.RegisteredAt,
                person.IsErased,
                loaded.State.HasSeenRules,
                [.. open.Select(test => new OpenTestView(
                    new AssessmentId(request.Learner, test.Ordinal).ToString(),
                    test.Target.Competence?.Value,
                    Text.Of(test.Purpose),
                    test.Answers.Count,
                    test.StartedAt))]),
            loaded.Position);
    }
}

/// <summary><c>GET /learners/{learner}</c></summary>
public static class ReadLearnerEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/learners/{learner:guid}", (Guid learner, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            endpoint.Ask(http, new ReadLearner(new LearnerId(learner), MinimumPosition.Of(http, log))))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("readLearner")
        .WithSummary("Lire un compte et ses tests en cours")
        .Produces<LearnerView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);
}
