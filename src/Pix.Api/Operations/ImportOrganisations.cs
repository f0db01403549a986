using System.Diagnostics;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>
/// <c>organisations import FILE.csv</c>: registers the establishments of a list, all or none. Every fault is told with its line; who is registered
/// already as the list says is left as is, so that an interrupted import is finished by running it again.
/// </summary>
public sealed class ImportOrganisations : IOperation
{
    /// <summary>The argument that names the list.</summary>
    public const string File = "file";

    private const string NameColumn = "Nom";
    private const string KindColumn = "Type";
    private const string UaiColumn = "UAI";
    private const string ProvinceColumn = "Académie";
    private const string PupilsColumn = "Gère ses élèves";
    private const string SkillsColumn = "Affiche les acquis";
    private const string CentreColumn = "Centre de certification";
    private const string Yes = "oui";
    private const string No = "non";

    /// <inheritdoc />
    public string Name => "organisations-import";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        using var list = CsvList.Open(arguments[File]);
        var lines = await Check(node, list, cancel);
        var (registered, approved, done) = (0, 0, 0L);
        var started = Stopwatch.GetTimestamp();
        foreach (var line in Read(list, []))
        {
            var stream = Streams.Organisation(OrganisationIdentity.Of(line.Facts));
            registered += await Decide(node, stream, (organisation, now) => organisation.Register(line.Facts, now), cancel);
            if (line.IsCentre) approved += await Decide(node, stream, (organisation, now) => organisation.ApproveCentre(now), cancel);
            var perSecond = ++done / Stopwatch.GetElapsedTime(started).TotalSeconds;
            progress.Report(new OperationProgress("establishments", done, lines, perSecond, (lines - done) / perSecond));
        }

        return new OperationResult(
            true,
            $"registered {Counted.Of(registered, "establishment")} and approved {Counted.Of(approved, "centre")} from {Counted.Of(lines, "line")}; {Counted.Of(lines - registered, "establishment was", "establishments were")} registered already");
    }

    private static async Task<int> Decide(
        Node node,
        StreamName stream,
        Func<Organisation, DateTimeOffset, Decision<OrganisationEvent>> decide,
        CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        var decided = await node.Aggregates.Organisations.Decide(stream, new Command(id, string.Empty, Actor.System, id), decide, cancel);
        return decided.Refusal is { } refusal ? throw new CsvListException($"{refusal.Code}: {refusal.Sentence}") : decided.Events.Count;
    }

    // The whole list before the first word: every fault of every line.
    private static async Task<long> Check(Node node, CsvList list, CancellationToken cancel)
    {
        var faults = new List<string>();
        var seen = new Dictionary<OrganisationId, int>();
        foreach (var line in Read(list, faults))
        {
            var id = OrganisationIdentity.Of(line.Facts);
            if (!seen.TryAdd(id, line.Number)) faults.Add($"line {line.Number}: is the establishment of line {seen[id]}");
            var known = (await node.Aggregates.Organisations.Load(Streams.Organisation(id), cancel)).State;
            if (known.Register(line.Facts, DateTimeOffset.UnixEpoch).Refusal is { Kind: RefusalKind.Conflict } conflict)
                faults.Add($"line {line.Number}: {conflict.Sentence}");
        }

        return faults.Count > 0 ? throw CsvListException.Of(faults) : seen.Count;
    }

    private static IEnumerable<ListedOrganisation> Read(CsvList list, List<string> faults)
    {
        foreach (var line in list.Lines([NameColumn, KindColumn, UaiColumn, ProvinceColumn]))
        {
            var before = faults.Count;
            var kind = OrganisationKinds.Read(line.Cell(KindColumn) ?? string.Empty);
            if (kind is null) faults.Add($"line {line.Number}: « {line.Cell(KindColumn)} » n’est pas un type d’établissement : {Kinds()} sont attendus.");
            var facts = new OrganisationFacts(
                line.Cell(NameColumn) ?? string.Empty,
                kind ?? OrganisationKind.Other,
                line.Cell(UaiColumn),
                line.Cell(ProvinceColumn) ?? string.Empty,
                IsYes(line, PupilsColumn, faults),
                IsYes(line, SkillsColumn, faults));
            var isCentre = IsYes(line, CentreColumn, faults);
            faults.AddRange((kind is null ? facts with { ManagesPupils = false } : facts).Faults().Select(fault => $"line {line.Number}: {fault.Sentence}"));
            if (faults.Count == before) yield return new ListedOrganisation(line.Number, facts, isCentre);
        }
    }

    private static string Kinds() => string.Join(", ", Enum.GetValues<OrganisationKind>().Select(kind => kind.InFrench()));

    private static bool IsYes(CsvLine line, string column, List<string> faults)
    {
        if (line.Cell(column) is not { } cell || cell.Equals(No, StringComparison.OrdinalIgnoreCase)) return false;
        if (cell.Equals(Yes, StringComparison.OrdinalIgnoreCase)) return true;
        faults.Add($"line {line.Number}: « {cell} » dans la colonne « {column} » : {Yes} ou {No} est attendu.");
        return false;
    }

    private sealed record ListedOrganisation(int Number, OrganisationFacts Facts, bool IsCentre);
}
