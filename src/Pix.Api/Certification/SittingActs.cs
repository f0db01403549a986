using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Shows the pending timed question, which starts its clock.</summary>
public sealed record PresentQuestion(CertificationId Certification, Guid Sitting) : ICommand<CertificationView>;

/// <summary>The page lost the focus during the pending question.</summary>
public sealed record LoseFocus(CertificationId Certification, Guid Sitting) : ICommand<Nothing>;

/// <summary>Handles <see cref="PresentQuestion"/>.</summary>
public sealed class PresentQuestionHandler(
    Aggregates<Certification, CertificationEvent> certifications,
    CurrentCommand current,
    TimeProvider clock) : IRequestHandler<PresentQuestion, Outcome<CertificationView>>
{
    /// <inheritdoc />
    public async Task<Outcome<CertificationView>> Handle(PresentQuestion request, CancellationToken cancellationToken)
    {
        var decided = await certifications.Decide(
            Streams.Certification(request.Certification),
            current.Value,
            (certification, now) => certification.Present(request.Sitting, now),
            cancellationToken);
        return decided.OrTimeOver(done => CertificationView.Of(
            done.After,
            isSitting: true,
            done.Events is [var shown, ..] ? shown.At : clock.GetUtcNow()));
    }
}

/// <summary>Handles <see cref="LoseFocus"/>.</summary>
public sealed class LoseFocusHandler(Aggregates<Certification, CertificationEvent> certifications, CurrentCommand current)
    : IRequestHandler<LoseFocus, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(LoseFocus request, CancellationToken cancellationToken)
    {
        var decided = await certifications.Decide(
            Streams.Certification(request.Certification),
            current.Value,
            (certification, now) => certification.LoseFocus(request.Sitting, now),
            cancellationToken);
        return decided.OrTimeOver(_ => Nothing.Reply);
    }
}

/// <summary><c>POST /certifications/{certification}/presentation</c> and <c>…/focus-loss</c></summary>
public static class SittingActsEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/certifications/{certification:guid}/presentation", (Guid certification, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Send(http, new PresentQuestion(new CertificationId(certification), SittingHeader.Of(http))))
            .RequireAuthorization(CertificationPolicies.CandidateThemself)
            .WithName("presentQuestion")
            .WithSummary("Afficher la question chronométrée en cours : son temps commence")
            .Produces<CertificationView>()
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        routes
            .MapPost("/certifications/{certification:guid}/focus-loss", (Guid certification, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Send(http, new LoseFocus(new CertificationId(certification), SittingHeader.Of(http))))
            .RequireAuthorization(CertificationPolicies.CandidateThemself)
            .WithName("loseFocus")
            .WithSummary("Signaler que la page du test a perdu le focus pendant la question en cours")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }
}
