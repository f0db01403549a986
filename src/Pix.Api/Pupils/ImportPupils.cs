using System.Text.Json.Serialization;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Takes the school's list of pupils over (Rule 10). The file's hash stands for it in what a retry is compared with.</summary>
public sealed record ImportPupils(OrganisationId Organisation, string Name, string Hash) : ICommand<PupilImportView>
{
    [JsonIgnore]
    internal FileStream? Content { get; init; }
}

/// <summary>
/// An import: <c>started</c>, then <c>completed</c> with its counts. <paramref name="Left"/>, <paramref name="WithoutIne"/> and
/// <paramref name="WithoutDivision"/> say who of the file is not imported; they are told when it is sent.
/// </summary>
public sealed record PupilImportView(
    Guid ImportId,
    string State,
    int Pupils,
    DateTimeOffset StartedAt,
    DateTimeOffset? CompletedAt,
    int? Added,
    int? Updated,
    int? Unchanged,
    int? Disabled,
    int? Left,
    int? WithoutIne,
    int? WithoutDivision)
{
    /// <summary>As its school's history has it.</summary>
    public static PupilImportView Of(ImportState import) => new(
        import.Started.Import.Value,
        import.Completed is null ? "started" : "completed",
        import.Started.Pupils,
        import.Started.At,
        import.Completed?.At,
        import.Completed?.Added,
        import.Completed?.Updated,
        import.Completed?.Unchanged,
        import.Completed?.Disabled,
        null,
        null,
        null);
}

/// <summary>Handles <see cref="ImportPupils"/>.</summary>
public sealed class ImportPupilsHandler(
    Aggregates<Organisation, OrganisationEvent> organisations,
    PupilListing listing,
    PixSettings settings,
    CurrentCommand current) : IRequestHandler<ImportPupils, Outcome<PupilImportView>>
{
    /// <inheritdoc />
    public async Task<Outcome<PupilImportView>> Handle(ImportPupils request, CancellationToken cancellationToken)
    {
        var command = current.Value;
        var import = new ImportId(command.IdFor("import"));
        var stream = Streams.Organisation(request.Organisation);
        var school = (await organisations.Load(stream, cancellationToken)).State;
        if (school.FindImport(import) is null && school.WhyNoImport() is { } refusal) return refusal;

        var file = new PupilFile(request.Content!, request.Name);
        var read = await Task.Run(() => file.Read(school.Facts!, settings.MaximumImportBytes), cancellationToken);
        var list = await listing.List(request.Organisation, import, file.Format, request.Hash, read.Pupils, command, cancellationToken);
        var decided = await organisations.Decide(stream, command, (state, now) => state.StartImport(import, list, now), cancellationToken);
        return decided.ToOutcome(
            done => PupilImportView.Of(new ImportState(done.Events.OfType<ImportStarted>().Single(), null)) with
            {
                Left = read.Left,
                WithoutIne = read.WithoutIne,
                WithoutDivision = read.WithoutDivision,
            },
            created: true);
    }
}

/// <summary><c>POST /organisations/{organisation}/pupils/imports</c></summary>
public static class ImportPupilsEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/organisations/{organisation:guid}/pupils/imports", Receive)
        .RequireAuthorization(MemberPolicies.OrganisationAdministrator)
        .WithName("importPupils")
        .WithSummary("Importer les élèves (SIECLE : ElevesSansAdresse.xml ou son zip ; ou CSV)")
        .Produces<PupilImportView>(StatusCodes.Status201Created)
        .ProducesProblems(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Receive(Guid organisation, string? name, UseCaseEndpoint endpoint, Node node, PixSettings settings, HttpContext http)
    {
        await using var file = await ReceivedFile.Of(http, node.Folder.Received, settings.MaximumImportBytes, Refusal.PupilFileTooLarge);
        return await endpoint.Send(
            http,
            new ImportPupils(new OrganisationId(organisation), name ?? NameOf(http.Request.ContentType), file.Hash) { Content = file.Content },
            reply => $"/organisations/{organisation}/pupils/imports/{reply.ImportId}");
    }

    private static string NameOf(string? contentType) => contentType?.Split(';')[0].Trim() switch
    {
        "application/xml" or "text/xml" => "ElevesSansAdresse.xml",
        "application/zip" or "application/x-zip-compressed" => "ElevesSansAdresse.zip",
        "text/csv" => "eleves.csv",
        _ => string.Empty,
    };
}
