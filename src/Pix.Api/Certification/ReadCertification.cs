using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Where a test stands, and its pending question for who holds the key of the sitting.</summary>
public sealed record ReadCertification(CertificationId Certification, Guid Sitting) : IQuery<CertificationView>;

/// <summary>Handles <see cref="ReadCertification"/>.</summary>
public sealed class ReadCertificationHandler(Aggregates<Certification, CertificationEvent> certifications, TimeProvider clock)
    : IRequestHandler<ReadCertification, Outcome<CertificationView>>
{
    /// <inheritdoc />
    public async Task<Outcome<CertificationView>> Handle(ReadCertification request, CancellationToken cancellationToken)
    {
        var loaded = await certifications.Load(Streams.Certification(request.Certification), cancellationToken);
        if (loaded.State.Started is null) return Refusal.CertificationUnknown;
        return Outcome<CertificationView>.Of(
            CertificationView.Of(loaded.State, loaded.State.Sitting == request.Sitting, clock.GetUtcNow()), loaded.Position);
    }
}

/// <summary><c>GET /certifications/{certification}</c></summary>
public static class ReadCertificationEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/certifications/{certification:guid}", (Guid certification, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Ask(http, new ReadCertification(new CertificationId(certification), SittingHeader.Of(http))))
        .RequireAuthorization(CertificationPolicies.CandidateThemself)
        .WithName("readCertification")
        .WithSummary("Lire l’état d’un test de certification et la question en cours")
        .Produces<CertificationView>()
        .ProducesProblems(StatusCodes.Status404NotFound);
}
