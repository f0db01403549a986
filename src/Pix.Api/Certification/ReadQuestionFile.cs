using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary><c>GET /certifications/{certification}/files/{name}</c>: a file of a question that was asked, byte for byte, while the test goes on.</summary>
public static class ReadQuestionFileEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/certifications/{certification:guid}/files/{name}", Read)
        .RequireAuthorization(CertificationPolicies.CandidateThemself)
        .WithName("readQuestionFile")
        .WithSummary("Ouvrir un fichier joint à une question du test de certification")
        .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
        .ProducesProblems(StatusCodes.Status404NotFound);

    private static async Task<IResult> Read(
        Guid certification,
        string name,
        Aggregates<Certification, CertificationEvent> certifications,
        Content content,
        HttpContext http)
    {
        var test = (await certifications.Load(Streams.Certification(new CertificationId(certification)), http.RequestAborted)).State;
        var releases = await content.Releases(http.RequestAborted);
        return Find(test, name) && releases.Attachment(test.Started!.Referential, name) is { } file
            ? Downloads.Of(http, file)
            : Problems.From(Downloads.Unknown);
    }

    // Who opens it has no header to send along: whoever may read the test may open what its questions came with.
    private static bool Find(Certification test, string name) =>
        test.Shown.Any(question => question.Challenge.Attachments.Contains(name) || question.Challenge.Illustration?.File == name);
}
