using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>The learner's saved tutorials, and those recommended from what they failed (Rule 13.3).</summary>
public sealed record ReadTutorials(LearnerId Learner) : IQuery<TutorialsView>;

/// <summary>Saves a tutorial; says whether it was useful, when <paramref name="Useful"/> is not null.</summary>
public sealed record SaveTutorial(LearnerId Learner, string Tutorial, bool? Useful) : ICommand<Nothing>;

/// <summary>Takes a tutorial off the list ("Retirer").</summary>
public sealed record RemoveTutorial(LearnerId Learner, string Tutorial) : ICommand<Nothing>;

/// <summary>What is sent; may be left out.</summary>
public sealed record SaveTutorialBody(bool? Useful);

/// <summary>Both lists.</summary>
public sealed record TutorialsView(IReadOnlyList<SavedTutorialView> Saved, IReadOnlyList<TutorialView> Recommended);

/// <summary>A saved tutorial, and whether it was found useful.</summary>
public sealed record SavedTutorialView(TutorialView Tutorial, bool Useful);

/// <summary>Handles the learner's tutorials.</summary>
public sealed class TutorialsHandler(
    Aggregates<Learner, LearnerEvent> learners,
    Content content,
    CurrentCommand current) :
    IRequestHandler<ReadTutorials, Outcome<TutorialsView>>,
    IRequestHandler<SaveTutorial, Outcome<Nothing>>,
    IRequestHandler<RemoveTutorial, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<TutorialsView>> Handle(ReadTutorials request, CancellationToken cancellationToken)
    {
        var loaded = await learners.Load(Streams.Learner(request.Learner), cancellationToken);
        var learner = loaded.State;
        if (learner.Person is null) return Refusal.LearnerUnknown;
        if ((await content.Releases(cancellationToken)).Active is not { } referential) return Refusal.ReferentialMissing;

        var failed = learner.Positioning.KnowledgeUnder(referential).Elements.Where(element => !element.IsValidated);
        var recommended = failed
            .OrderByDescending(element => element.At)
            .ThenBy(element => element.Skill.Level)
            .SelectMany(element => element.Skill.Skill.TutorialsToSucceed)
            .Distinct()
            .Except(learner.SavedTutorials);
        var saved = learner.SavedTutorials
            .Select(id => (Tutorial: referential.Find(id), Useful: learner.UsefulTutorials.Contains(id)))
            .Where(saved => saved.Tutorial is not null)
            .Select(saved => new SavedTutorialView(TutorialView.Of(saved.Tutorial!), saved.Useful));
        return Outcome<TutorialsView>.Of(new TutorialsView([.. saved], TutorialView.Of(recommended, referential)), loaded.Position);
    }

    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(SaveTutorial request, CancellationToken cancellationToken)
    {
        if ((await content.Releases(cancellationToken)).Active is not { } referential) return Refusal.ReferentialMissing;
        var decided = await learners.Decide(
            Streams.Learner(request.Learner),
            current.Value,
            (learner, now) => learner.KeepTutorial(new TutorialId(request.Tutorial), request.Useful, referential, now),
            cancellationToken);
        return decided.ToOutcome();
    }

    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(RemoveTutorial request, CancellationToken cancellationToken)
    {
        var decided = await learners.Decide(
            Streams.Learner(request.Learner),
            current.Value,
            (learner, now) => learner.RemoveTutorial(new TutorialId(request.Tutorial), now),
            cancellationToken);
        return decided.ToOutcome();
    }
}

/// <summary><c>/learners/{learner}/tutorials</c></summary>
public static class TutorialsEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/learners/{learner:guid}/tutorials", (Guid learner, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Ask(http, new ReadTutorials(new LearnerId(learner))))
            .RequireAuthorization(Policies.LearnerThemself)
            .WithName("readTutorials")
            .WithSummary("Lire les tutoriels enregistrés et recommandés")
            .Produces<TutorialsView>()
            .ProducesProblems(StatusCodes.Status404NotFound);
        routes
            .MapPut("/learners/{learner:guid}/tutorials/{tutorial}", (Guid learner, string tutorial, SaveTutorialBody? body, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Send(http, new SaveTutorial(new LearnerId(learner), tutorial, body?.Useful)))
            .RequireAuthorization(Policies.LearnerThemself)
            .WithName("saveTutorial")
            .WithSummary("Enregistrer un tutoriel, ou dire s’il a été utile")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        routes
            .MapDelete("/learners/{learner:guid}/tutorials/{tutorial}", (Guid learner, string tutorial, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Send(http, new RemoveTutorial(new LearnerId(learner), tutorial)))
            .RequireAuthorization(Policies.LearnerThemself)
            .WithName("removeTutorial")
            .WithSummary("Retirer un tutoriel de la liste")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(StatusCodes.Status404NotFound);
    }
}
