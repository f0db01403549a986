using System.Text.Json;
using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Answers, or skips, the pending challenge.</summary>
public sealed record AnswerChallenge(AssessmentId Assessment, string ChallengeId, AnswerValue Value, bool Skip, int? ElapsedSeconds, bool FocusLost)
    : ICommand<AnswerReply>, IAnswer;

/// <summary>An answer as it is sent, whatever test it is for.</summary>
public interface IAnswer
{
    /// <summary>What it answers.</summary>
    string ChallengeId { get; }

    /// <summary>The answer, if any.</summary>
    AnswerValue Value { get; }

    /// <summary>Passed instead.</summary>
    bool Skip { get; }

    /// <summary>The time taken, as the client says.</summary>
    int? ElapsedSeconds { get; }
}

/// <summary>
/// What is sent. The value is a text; the numbers of choices may also be a number or a list of numbers, and blanks an object of texts.
/// </summary>
public sealed record AnswerBody(string? ChallengeId, JsonElement? Value, bool? Skip, int? ElapsedSeconds, bool? FocusLost);

/// <summary>An answer's text, missing, or of a JSON form that no answer has.</summary>
public sealed record AnswerValue(string? Text, bool IsMalformed)
{
    /// <summary>Reads the JSON value.</summary>
    public static AnswerValue Of(JsonElement? value)
    {
        try
        {
            return Read(value);
        }
        catch (InvalidOperationException)
        {
            return new(null, true); // An escape that is half of a character, such as "\ud83d", is JSON but no text.
        }
    }

    private static AnswerValue Read(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => new(null, false),
        { ValueKind: JsonValueKind.String } text => new(text.GetString(), false),
        { ValueKind: JsonValueKind.Number } number => new(number.GetRawText(), false),
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number) =>
            new(string.Join(',', list.EnumerateArray().Select(item => item.GetRawText())), false),
        { ValueKind: JsonValueKind.Object } blanks when blanks.EnumerateObject().All(blank => blank.Value.ValueKind == JsonValueKind.String) =>
            new(BlankMap.Write(blanks.EnumerateObject().Select(blank => KeyValuePair.Create(blank.Name, blank.Value.GetString()!))), false),
        _ => new(null, true),
    };
}

/// <summary>Something is answered, or skipped, not both.</summary>
public sealed class AnswerChallengeValidator : AbstractValidator<AnswerChallenge>
{
    /// <summary>The rules.</summary>
    public AnswerChallengeValidator() => Include(new AnswerRules());
}

/// <summary>What every answer must be.</summary>
internal sealed class AnswerRules : AbstractValidator<IAnswer>
{
    private const int SecondsInADay = 86_400;

    public AnswerRules()
    {
        RuleFor(wish => wish.ChallengeId).NotEmpty().WithMessage("L’identifiant de l’épreuve (challengeId) manque.");
        RuleFor(wish => wish.Value)
            .Must(value => !value.IsMalformed)
            .WithMessage("La réponse (value) doit être un texte, un numéro, une liste de numéros, ou un objet de textes.");
        RuleFor(wish => wish.Value)
            .Must((wish, value) => wish.Skip == value.Text is null)
            .When(wish => !wish.Value.IsMalformed)
            .WithMessage("Envoyez soit une réponse (value), soit « skip: true » pour passer.");
        RuleFor(wish => wish.ElapsedSeconds)
            .InclusiveBetween(0, SecondsInADay)
            .WithMessage($"Le temps passé (elapsedSeconds) va de 0 à {SecondsInADay} secondes.");
    }
}

/// <summary>
/// How the answer was judged, the solution, what helps next time, the level that was just reached, the recap when one is due (Rule 13.1),
/// and the next challenge.
/// </summary>
public sealed record AnswerReply(
    int Number,
    string Status,
    IReadOnlyList<string> Solution,
    string Correction,
    IReadOnlyDictionary<string, bool> Blanks,
    string Hint,
    IReadOnlyList<TutorialView> TutorialsToSucceed,
    IReadOnlyList<TutorialView> TutorialsToLearnMore,
    LevelUpView? LevelUp,
    CheckpointView? Checkpoint,
    ChallengeView? Challenge,
    bool Completed);

/// <summary>A level reached by the last answer (Rule 5.7).</summary>
public sealed record LevelUpView(string Competence, string Name, int Level);

/// <summary>Handles <see cref="AnswerChallenge"/>.</summary>
public sealed class AnswerChallengeHandler(
    Aggregates<Learner, LearnerEvent> learners,
    Content content,
    LearnerRules rules,
    CurrentCommand current) : IRequestHandler<AnswerChallenge, Outcome<AnswerReply>>
{
    /// <inheritdoc />
    public async Task<Outcome<AnswerReply>> Handle(AnswerChallenge request, CancellationToken cancellationToken)
    {
        var releases = await content.Releases(cancellationToken);
        var submitted = new SubmittedAnswer(new ChallengeId(request.ChallengeId), request.Value.Text, request.ElapsedSeconds, request.FocusLost);
        var decided = await learners.Decide(
            Streams.Learner(request.Assessment.Learner),
            current.Value,
            (learner, now) => learner.Answer(request.Assessment.Ordinal, submitted, releases, rules, now),
            cancellationToken);
        return decided.ToOutcome(done => Reply(request, done, releases));
    }

    // Made of the events and of the states around them only, so that a retry is answered the same after any later event.
    private AnswerReply Reply(AnswerChallenge request, Decided<Learner, LearnerEvent> done, Releases releases)
    {
        var answer = done.Events.OfType<AnswerRecorded>().First();
        var referential = releases.At(answer.Referential)!;
        var asked = referential.Find(answer.Challenge)!;
        var test = done.After.Find(answer.Assessment)!;
        var correction = CorrectionView.Of(asked, request.Value.Text, referential);
        return new AnswerReply(
            answer.Number,
            Text.Of(answer.Status),
            correction.Solution,
            correction.Explanation,
            correction.Blanks,
            correction.Hint,
            correction.TutorialsToSucceed,
            correction.TutorialsToLearnMore,
            LevelUp(done, answer, referential),
            AssessmentView.RecapDue(done.After, test, releases, rules),
            ChallengeView.Pending(request.Assessment, test, releases, answer.At),
            test.State == AssessmentState.Completed);
    }

    private LevelUpView? LevelUp(Decided<Learner, LearnerEvent> done, AnswerRecorded answer, Referential referential)
    {
        if (answer.Status != AnswerStatus.Ok) return null;
        var before = LevelIn(done.Before, answer.Competence, referential);
        var after = LevelIn(done.After, answer.Competence, referential);
        return after > before ? new LevelUpView(answer.Competence.Value, referential.Find(answer.Competence)!.Name, after) : null;
    }

    private int LevelIn(Learner learner, CompetenceCode competence, Referential referential) =>
        CompetenceScore.Of(learner.Positioning.KnowledgeUnder(referential).PixIn(competence), rules.Maximum).Level;
}

/// <summary><c>POST /assessments/{assessment}/answers</c></summary>
public static class AnswerChallengeEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/assessments/{assessment}/answers", (string assessment, AnswerBody body, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new AnswerChallenge(
                AddressedAssessment.Of(assessment),
                body.ChallengeId ?? string.Empty,
                AnswerValue.Of(body.Value),
                body.Skip ?? false,
                body.ElapsedSeconds,
                body.FocusLost ?? false)))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("answerChallenge")
        .WithSummary("Répondre à l’épreuve en cours, ou la passer")
        .Produces<AnswerReply>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
