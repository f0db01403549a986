using Pix.Domain;

namespace Pix.Api;

/// <summary>One line of the CSV, and what is wrong with it.</summary>
internal sealed record FregataRow(SiecleRecord Record, string? Division, IReadOnlyList<PupilFault> Faults);

/// <summary>Reads the CSV of Fregata and of agricultural schools (Rule 10.7): UTF-8, semicolons, fourteen columns by name.</summary>
internal static class FregataReader
{
    private const int MostPupils = 200_000;
    private const string BirthCityCode = "Code commune naissance**";
    private const string BirthCity = "Libellé commune naissance**";

    private static readonly string[] Columns =
    [
        "Identifiant unique*", "Premier prénom*", "Deuxième prénom", "Troisième prénom", "Nom de famille*", "Nom d'usage",
        "Date de naissance (jj/mm/aaaa)*", BirthCityCode, BirthCity, "Code département naissance*", "Code pays naissance*", "Statut*", "Code MEF*", "Division*",
    ];

    /// <summary>Every line; throws what is refused when a column is missing or a cell does not end.</summary>
    public static IReadOnlyList<FregataRow> Read(Stream file)
    {
        try
        {
            var rows = new List<FregataRow>();
            foreach (var line in CsvLines.Of(new StretchGuard(FileEncoding.Open(file), '\n'), Columns))
            {
                if (rows.Count == MostPupils) throw new RefusedException(Refusal.PupilFileTooMany(MostPupils));
                rows.Add(Row(line.Number, [.. Columns.Select(line.Cell)]));
            }

            return rows;
        }
        catch (CsvListException malformed)
        {
            throw new RefusedException(Refusal.PupilFileInvalid(malformed.Line));
        }
    }

    private static FregataRow Row(int line, string?[] cells)
    {
        var record = new SiecleRecord(new PupilPlace(line, null))
        {
            Ine = cells[0],
            FirstName = cells[1],
            MiddleName = cells[2],
            ThirdName = cells[3],
            LastName = cells[4],
            PreferredLastName = cells[5],
            BirthDate = cells[6],
            BirthCityCode = cells[7],
            BirthCity = cells[8],
            BirthDepartmentCode = cells[9],
            BirthCountryCode = cells[10],
            Status = cells[11],
            MefCode = cells[12],
        };
        var missing = Columns.Index()
            .Where(column => column.Item.EndsWith('*') && !column.Item.EndsWith("**", StringComparison.Ordinal) && column.Index > 0 && cells[column.Index] is null)
            .Select(column => PupilFault.FieldRequired(column.Item.TrimEnd('*')));

        // Two stars: one of both. This list has no sex.
        if (cells[7] is null && cells[8] is null) missing = missing.Append(PupilFault.FieldRequired(BirthCityCode.TrimEnd('*')));
        var faults = record.Faults().Where(fault => fault != PupilFault.SexCodeRequired && (fault != PupilFault.BirthdateRequired || cells[6] is not null));
        return new FregataRow(record, cells[13], [.. missing, .. faults]);
    }
}
