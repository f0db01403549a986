using Pix.Domain;

namespace Pix.Api;

/// <summary>Who a file has imported, and how many of it are not: gone, without a national number, without a class.</summary>
internal sealed record PupilList(IReadOnlyList<PupilEntry> Pupils, int Left, int WithoutIne, int WithoutDivision)
{
    private const int MostFaultsTold = 1000;

    /// <summary>The pupils of a SIECLE file; throws every fault of it together (Rule 10.5).</summary>
    public static PupilList Of(SiecleContent content)
    {
        var importable = content.Present.Where(pupil => pupil.Record.IsImportable(pupil.Division)).ToList();
        var faults = importable.SelectMany(pupil => pupil.Record.Faults().Select(fault => new PlacedFault(pupil.Record.Place, fault)))
            .Concat(SiecleRules.SameIne(importable.Select(pupil => pupil.Record)).Select(record => new PlacedFault(record.Place, PupilFault.IneUnique)));
        return Checked(faults) ?? NotEmpty(new PupilList(
            [.. importable.Select(pupil => pupil.Record.ToEntry(pupil.Division!))],
            content.Left,
            content.WithoutIne,
            content.Present.Count - importable.Count));
    }

    /// <summary>The pupils of a CSV (Rule 10.7); throws every fault of it together.</summary>
    public static PupilList OfCsv(Stream file)
    {
        var rows = FregataReader.Read(file);
        var faults = rows.SelectMany(row => row.Faults.Select(fault => new PlacedFault(row.Record.Place, fault)))
            .Concat(SiecleRules.SameIne(rows.Select(row => row.Record)).Select(record => new PlacedFault(record.Place, PupilFault.IneUnique)));
        return Checked(faults) ?? NotEmpty(new PupilList([.. rows.Select(row => row.Record.ToEntry(row.Division!))], 0, 0, 0));
    }

    private static PupilList NotEmpty(PupilList list) =>
        list.Pupils.Count > 0 ? list : throw new RefusedException(Refusal.PupilFileEmpty);

    private static PupilList? Checked(IEnumerable<PlacedFault> found)
    {
        var faults = found.OrderBy(fault => fault.Place.Line).ToList();
        if (faults.Count == 0) return null;
        var told = faults.Take(MostFaultsTold)
            .Select(fault => new PupilFaultView(fault.Fault.Code, fault.Place.Line, fault.Place.FileId, fault.Fault.Sentence))
            .ToArray();
        throw new RefusedException(Refusal.PupilFileFaulty(faults.Count).With("errors", told));
    }
}

/// <summary>What is wrong with one pupil of a file: the code, the line, the file's own id of the pupil, and what to correct.</summary>
public sealed record PupilFaultView(string Code, int Line, string? FileId, string Detail);
