using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Answers, or skips, the pending question of a certification test.</summary>
public sealed record AnswerQuestion(
    CertificationId Certification,
    Guid Sitting,
    string ChallengeId,
    AnswerValue Value,
    bool Skip,
    int? ElapsedSeconds,
    bool FocusLost) : ICommand<AnsweredQuestion>, IAnswer;

/// <summary>Something is answered, or skipped, not both.</summary>
public sealed class AnswerQuestionValidator : AbstractValidator<AnswerQuestion>
{
    /// <summary>The rules.</summary>
    public AnswerQuestionValidator() => Include(new AnswerRules());
}

/// <summary>The answer was recorded; whether it is right is told by the result, after the jury. The next question, if any.</summary>
public sealed record AnsweredQuestion(int Number, bool Ended, int? Next, ChallengeView? Question);

/// <summary>Handles <see cref="AnswerQuestion"/>.</summary>
public sealed class AnswerQuestionHandler(
    Aggregates<Certification, CertificationEvent> certifications,
    CertificationRules rules,
    CurrentCommand current) : IRequestHandler<AnswerQuestion, Outcome<AnsweredQuestion>>
{
    /// <inheritdoc />
    public async Task<Outcome<AnsweredQuestion>> Handle(AnswerQuestion request, CancellationToken cancellationToken)
    {
        var submitted = new SubmittedAnswer(new ChallengeId(request.ChallengeId), request.Value.Text, request.ElapsedSeconds, request.FocusLost);
        var decided = await certifications.Decide(
            Streams.Certification(request.Certification),
            current.Value,
            (certification, now) => certification.Answer(request.Sitting, submitted, rules, now),
            cancellationToken);
        return decided.OrTimeOver(Reply);
    }

    // Made of the events and of the state after them only, so that a retry is answered the same after any later event.
    private static AnsweredQuestion Reply(Decided<Certification, CertificationEvent> done)
    {
        var answer = done.Events.OfType<CertificationAnswerRecorded>().First();
        var next = done.After.Pending;
        return new AnsweredQuestion(
            answer.Number,
            next is null,
            next?.Number,
            next is null ? null : CertificationView.QuestionOf(done.After, next, answer.At));
    }
}

/// <summary><c>POST /certifications/{certification}/answers</c></summary>
public static class AnswerQuestionEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/certifications/{certification:guid}/answers", (Guid certification, AnswerBody body, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new AnswerQuestion(
                new CertificationId(certification),
                SittingHeader.Of(http),
                body.ChallengeId ?? string.Empty,
                AnswerValue.Of(body.Value),
                body.Skip ?? false,
                body.ElapsedSeconds,
                body.FocusLost ?? false)))
        .RequireAuthorization(CertificationPolicies.CandidateThemself)
        .WithName("answerQuestion")
        .WithSummary("Répondre à la question en cours du test de certification, ou la passer")
        .Produces<AnsweredQuestion>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
