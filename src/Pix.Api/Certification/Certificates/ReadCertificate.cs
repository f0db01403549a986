using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>One certificate, read at this log position or later.</summary>
public sealed record ReadCertificate(CertificationId Certification, Position AtLeast) : IQuery<CertificateView>;

/// <summary>Handles <see cref="ReadCertificate"/>.</summary>
public sealed class ReadCertificateHandler(ReadModels readModels, CertificateReader certificates, CertificateDesk desk)
    : IRequestHandler<ReadCertificate, Outcome<CertificateView>>
{
    /// <inheritdoc />
    public async Task<Outcome<CertificateView>> Handle(ReadCertificate request, CancellationToken cancellationToken)
    {
        await readModels.Reached(CertificateReader.ReadModel, request.AtLeast, cancellationToken);
        if (certificates.Find(request.Certification) is not { } entry) return Refusal.CertificationUnknown;
        return Outcome<CertificateView>.Of(await desk.ViewOf(entry, cancellationToken));
    }
}

/// <summary><c>GET /certificates/{certification}</c>, and <c>/page</c> to be printed.</summary>
public static class ReadCertificateEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/certificates/{certification:guid}", (Guid certification, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
                endpoint.Ask(http, new ReadCertificate(new CertificationId(certification), MinimumPosition.Of(http, log))))
            .RequireAuthorization(CertificationPolicies.CandidateThemself)
            .WithName("readCertificate")
            .WithSummary("Lire son certificat")
            .Produces<CertificateView>()
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);
        routes
            .MapGet("/certificates/{certification:guid}/page", (Guid certification, UseCaseEndpoint endpoint, LogIdentity log, PixSettings settings, HttpContext http) =>
                endpoint.Show(
                    http,
                    new ReadCertificate(new CertificationId(certification), MinimumPosition.Of(http, log)),
                    certificate => certificate.Pix is null
                        ? Problems.From(Refusal.CertificateNotPrintable)
                        : CertificatePage.Of(certificate, PublicAddress.Of(http, settings))))
            .RequireAuthorization(CertificationPolicies.CandidateThemself)
            .WithName("readCertificatePage")
            .WithSummary("Son certificat, à imprimer, avec le QR code de sa vérification")
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status503ServiceUnavailable);
    }
}
