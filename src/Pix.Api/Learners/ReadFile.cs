using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary><c>GET /assessments/{assessment}/files/{name}</c>: a file of a challenge that this test shows, or has shown, byte for byte.</summary>
public static class ReadFileEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/assessments/{assessment}/files/{name}", Read)
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("readFile")
        .WithSummary("Ouvrir un fichier joint à une épreuve du test")
        .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
        .ProducesProblems(StatusCodes.Status404NotFound);

    private static async Task<IResult> Read(
        string assessment,
        string name,
        Aggregates<Learner, LearnerEvent> learners,
        Content content,
        HttpContext http)
    {
        var id = AddressedAssessment.Of(assessment);
        var loaded = await learners.Load(Streams.Learner(id.Learner), http.RequestAborted);
        if (loaded.State.Find(id.Ordinal) is not { } test) return Problems.From(Refusal.AssessmentUnknown);
        var releases = await content.Releases(http.RequestAborted);
        if (Find(test, name, releases) is not { } file)
            return Problems.From(Downloads.Unknown);
        return Downloads.Of(http, file);
    }

    private static AttachmentReleased? Find(Assessment test, string name, Releases releases)
    {
        var pending = test.Pending is { } waiting && (waiting.TimerSeconds is null || test.IsPresented) ? waiting : null;
        if (pending is not null && Has(releases.At(pending.Referential), pending.Challenge, name))
            return releases.Attachment(pending.Referential, name);
        return test.Answers.Find(answer => Has(releases.At(answer.Referential), answer.Challenge, name)) is { } answered
            ? releases.Attachment(answered.Referential, name)
            : null;
    }

    private static bool Has(Referential? referential, ChallengeId challenge, string name) =>
        referential?.Find(challenge)?.Challenge is { } asked && (asked.Attachments.Contains(name) || asked.Illustration?.File == name);
}

/// <summary>Files of the content, as they are handed out.</summary>
public static class Downloads
{
    /// <summary>No question that was asked has such a file.</summary>
    public static Refusal Unknown { get; } = new(RefusalKind.Unknown, "file_unknown", "Aucune épreuve posée dans ce test n’a ce fichier.");

    /// <summary>A page among the files is material to inspect: it is downloaded, never run on this origin.</summary>
    public static IResult Of(HttpContext http, AttachmentReleased file)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(file.Content.ToArray(), file.MediaType, file.Name);
    }
}
