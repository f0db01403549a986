using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Where a test stands.</summary>
public sealed record ReadAssessment(AssessmentId Assessment) : IQuery<AssessmentView>;

/// <summary>Handles <see cref="ReadAssessment"/>.</summary>
public sealed class ReadAssessmentHandler(Aggregates<Learner, LearnerEvent> learners, Content content, LearnerRules rules, TimeProvider clock)
    : IRequestHandler<ReadAssessment, Outcome<AssessmentView>>
{
    /// <inheritdoc />
    public async Task<Outcome<AssessmentView>> Handle(ReadAssessment request, CancellationToken cancellationToken)
    {
        var loaded = await learners.Load(Streams.Learner(request.Assessment.Learner), cancellationToken);
        if (loaded.State.Find(request.Assessment.Ordinal) is not { } test) return Refusal.AssessmentUnknown;
        var releases = await content.Releases(cancellationToken);
        return Outcome<AssessmentView>.Of(
            AssessmentView.Of(request.Assessment, loaded.State, test, releases, rules, clock.GetUtcNow()),
            loaded.Position);
    }
}

/// <summary><c>GET /assessments/{assessment}</c></summary>
public static class ReadAssessmentEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/assessments/{assessment}", (string assessment, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Ask(http, new ReadAssessment(AddressedAssessment.Of(assessment))))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("readAssessment")
        .WithSummary("Lire l’état d’un test et l’épreuve en cours")
        .Produces<AssessmentView>()
        .ProducesProblems(StatusCodes.Status404NotFound);
}

/// <summary>The assessment of an address.</summary>
public static class AddressedAssessment
{
    /// <summary>Reads it; what cannot be an id is an unknown assessment.</summary>
    public static AssessmentId Of(string text) =>
        AssessmentId.TryParse(text, out var id) ? id : throw new RefusedException(Refusal.AssessmentUnknown);
}
