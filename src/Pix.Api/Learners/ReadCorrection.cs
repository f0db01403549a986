using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>"Réponses et tutoriels" of an answer that was given.</summary>
public sealed record ReadCorrection(AssessmentId Assessment, int Number) : IQuery<CorrectionView>;

/// <summary>An answer, its correction, and what helps. The value is null when skipped, or when its person was erased.</summary>
public sealed record CorrectionView(
    int Number,
    string ChallengeId,
    string Status,
    string? Value,
    string Instruction,
    IReadOnlyList<string> Solution,
    string Explanation,
    IReadOnlyDictionary<string, bool> Blanks,
    string Hint,
    IReadOnlyList<TutorialView> TutorialsToSucceed,
    IReadOnlyList<TutorialView> TutorialsToLearnMore)
{
    /// <summary>The correction of a challenge, with the verdict on each blank of a value, if any.</summary>
    public static CorrectionView Of(PlacedChallenge asked, string? value, Referential referential) => new(
        0,
        asked.Challenge.Id.Value,
        string.Empty,
        value,
        asked.Challenge.Instruction,
        SolutionText.Of(asked.Challenge),
        asked.Challenge.Correction,
        value is null || asked.Challenge.Blanks.Count == 0
            ? []
            : AnswerChecker.Check(asked.Challenge, value).Blanks.ToDictionary(blank => blank.Name, blank => blank.IsRight),
        asked.Skill.Skill.Hint,
        TutorialView.Of(asked.Skill.Skill.TutorialsToSucceed, referential),
        TutorialView.Of(asked.Skill.Skill.TutorialsToLearnMore, referential));
}

/// <summary>Handles <see cref="ReadCorrection"/>, from the stream: a history is read where it was written.</summary>
public sealed class ReadCorrectionHandler(Aggregates<Learner, LearnerEvent> learners, Content content, PersonalReader personal)
    : IRequestHandler<ReadCorrection, Outcome<CorrectionView>>
{
    /// <inheritdoc />
    public async Task<Outcome<CorrectionView>> Handle(ReadCorrection request, CancellationToken cancellationToken)
    {
        var stream = Streams.Learner(request.Assessment.Learner);
        var loaded = await learners.Load(stream, cancellationToken);
        if (loaded.State.Find(request.Assessment.Ordinal) is not { } test) return Refusal.AssessmentUnknown;
        if (request.Number < 1 || request.Number > test.Answers.Count) return AnswerUnknown(request.Number);

        var releases = await content.Releases(cancellationToken);
        await foreach (var (_, happened) in learners.History(stream, cancellationToken))
        {
            if (happened is not AnswerRecorded answer || answer.Assessment != test.Ordinal || answer.Number != request.Number) continue;
            if (releases.At(answer.Referential) is not { } referential || referential.Find(answer.Challenge) is not { } asked) break;
            var value = answer.Value is { } sealedValue ? personal.Open(sealedValue).Value : null;
            return Outcome<CorrectionView>.Of(
                CorrectionView.Of(asked, value, referential) with { Number = answer.Number, Status = Text.Of(answer.Status) },
                loaded.Position);
        }

        return AnswerUnknown(request.Number);
    }

    private static Refusal AnswerUnknown(int number) =>
        new Refusal(RefusalKind.Unknown, "answer_unknown", $"Ce test n’a pas de réponse n° {number}.").With("number", number);
}

/// <summary><c>GET /assessments/{assessment}/answers/{number}/correction</c></summary>
public static class ReadCorrectionEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/assessments/{assessment}/answers/{number:int}/correction", (string assessment, int number, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Ask(http, new ReadCorrection(AddressedAssessment.Of(assessment), number)))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("readCorrection")
        .WithSummary("Relire la correction d’une réponse donnée")
        .Produces<CorrectionView>()
        .ProducesProblems(StatusCodes.Status404NotFound);
}
