using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>« Mes certifications »: every test of a learner, the latest first, read at this log position or later.</summary>
public sealed record ReadCertificates(LearnerId Learner, Position AtLeast) : IQuery<CertificatesView>;

/// <summary>The tests of a learner: those that wait for their results too.</summary>
public sealed record CertificatesView(Guid LearnerId, IReadOnlyList<CertificateView> Certificates);

/// <summary>Handles <see cref="ReadCertificates"/>.</summary>
public sealed class ReadCertificatesHandler(ReadModels readModels, CertificateReader certificates, CertificateDesk desk)
    : IRequestHandler<ReadCertificates, Outcome<CertificatesView>>
{
    /// <inheritdoc />
    public async Task<Outcome<CertificatesView>> Handle(ReadCertificates request, CancellationToken cancellationToken)
    {
        await readModels.Reached(CertificateReader.ReadModel, request.AtLeast, cancellationToken);
        var views = new List<CertificateView>();
        foreach (var entry in certificates.OfLearner(request.Learner)) views.Add(await desk.ViewOf(entry, cancellationToken));
        return Outcome<CertificatesView>.Of(new CertificatesView(request.Learner.Value, views));
    }
}

/// <summary><c>GET /learners/{learner}/certificates</c></summary>
public static class ReadCertificatesEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/learners/{learner:guid}/certificates", (Guid learner, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            endpoint.Ask(http, new ReadCertificates(new LearnerId(learner), MinimumPosition.Of(http, log))))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("readCertificates")
        .WithSummary("« Mes certifications » : les tests passés et leurs certificats")
        .Produces<CertificatesView>()
        .ProducesProblems(StatusCodes.Status503ServiceUnavailable);
}
