using System.Globalization;
using Pix.Domain;

namespace Pix.Api;

/// <summary>What is wrong with one cell of a file of sessions: its line and column, a stable code, and what to correct.</summary>
public sealed record SessionFileFault(int Line, string Column, string Code, string Detail);

/// <summary>A line: the session that it names by number, if any, or by place and time, and its candidate.</summary>
internal sealed record SessionFileLine(int Number, SessionId? Session, SessionForm Form, CandidateForm Candidate);

/// <summary>A file of sessions as it was received (Rule 11.5).</summary>
internal static class SessionFile
{
    private const string Free = "Gratuite";
    private const string DayInWords = "jj/mm/aaaa, par exemple 19/05/2026";

    /// <summary>The lines that have no fault of their own, and everything that is wrong with the others; throws what is refused whole.</summary>
    public static IReadOnlyList<SessionFileLine> Read(Stream file, List<SessionFileFault> faults, DateOnly today)
    {
        try
        {
            var lines = new List<SessionFileLine>();
            var isEmpty = true;
            file.Position = 0;
            using var text = new StreamReader(file, leaveOpen: true);
            foreach (var line in CsvLines.Of(text, SessionColumns.All))
            {
                isEmpty = false;
                var before = faults.Count;
                var cells = new Cells(line, faults);
                var read = new SessionFileLine(line.Number, cells.Number(), cells.Session(), cells.Candidate(today));
                cells.CheckBilling();
                if (faults.Count == before) lines.Add(read);
            }

            return isEmpty ? throw new RefusedException(Refusal.SessionFileEmpty) : lines;
        }
        catch (CsvListException malformed) when (malformed.Line is { } line)
        {
            throw new RefusedException(Refusal.SessionFileColumns(SessionColumns.All, line));
        }
    }

    /// <summary>The cells of a line, and the faults that are found in them.</summary>
    private sealed class Cells(CsvLine line, List<SessionFileFault> faults)
    {
        public SessionId? Number()
        {
            if (line.Cell(SessionColumns.Number) is not { } cell) return null;
            if (CentreOfSession.Read(cell) is { } number) return number;
            Add(SessionColumns.Number, "session_number_not_valid", "Un numéro de session est fait de chiffres : laissez la cellule vide pour une nouvelle session.");
            return null;
        }

        public SessionForm Session()
        {
            var day = Day(SessionColumns.Date, "session_date_not_valid");
            var form = new SessionForm(
                line.Cell(SessionColumns.Site),
                line.Cell(SessionColumns.Room),
                day.Iso,
                line.Cell(SessionColumns.Time),
                line.Cell(SessionColumns.Examiners),
                line.Cell(SessionColumns.Description));

            // Who names a session by its number need not say again where and when it is.
            if (line.Cell(SessionColumns.Number) is null)
                Add(form.Faults().Where(fault => day.IsReadable || fault.Field != "date"), SessionColumns.OfSession);
            return form;
        }

        public CandidateForm Candidate(DateOnly today)
        {
            var day = Day(SessionColumns.BirthDate, "candidate_birth_date_not_valid");
            var form = new CandidateForm(
                line.Cell(SessionColumns.FirstName),
                line.Cell(SessionColumns.LastName),
                line.Cell(SessionColumns.Sex),
                day.Iso,
                line.Cell(SessionColumns.Country),
                line.Cell(SessionColumns.InseeCode),
                line.Cell(SessionColumns.PostalCode),
                line.Cell(SessionColumns.City),
                line.Cell(SessionColumns.Email),
                line.Cell(SessionColumns.ResultsEmail),
                line.Cell(SessionColumns.ExternalId),
                Division: null,
                ExtraTime());
            Add(form.Faults(today).Where(fault => day.IsReadable || fault.Field != "birthDate"), SessionColumns.OfCandidate);
            return form;
        }

        // Nothing is billed here (Rule D25): what says otherwise must not be taken as if it were kept.
        public void CheckBilling()
        {
            if (line.Cell(SessionColumns.Billing) is { } billing && !billing.Equals(Free, StringComparison.OrdinalIgnoreCase))
                Add(SessionColumns.Billing, "billing_not_supported", $"La certification n’est pas facturée ici : laissez cette cellule vide, ou écrivez {Free}.");
            if (line.Cell(SessionColumns.PrepaymentCode) is not null)
                Add(SessionColumns.PrepaymentCode, "prepayment_not_supported", "Aucun code de prépaiement n’est attendu : laissez cette cellule vide.");
        }

        private (string? Iso, bool IsReadable) Day(string column, string code)
        {
            if (line.Cell(column) is not { } cell) return (null, true);
            if (DateOnly.TryParseExact(cell, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), true);
            Add(column, code, $"Cette date n’existe pas, ou n’est pas écrite {DayInWords}.");
            return (null, false);
        }

        private int? ExtraTime()
        {
            if (line.Cell(SessionColumns.ExtraTime) is not { } cell) return null;
            if (int.TryParse(cell.TrimEnd('%').TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var percent)) return percent;
            Add(SessionColumns.ExtraTime, "candidate_extra_time_not_valid", "Le temps majoré est un pourcentage entier, par exemple 33 ou 33 %.");
            return null;
        }

        private void Add(IEnumerable<Fault> found, Func<string, string> columnOf)
        {
            foreach (var fault in found) Add(columnOf(fault.Field), fault.Code, fault.Sentence);
        }

        private void Add(string column, string code, string detail) => faults.Add(new SessionFileFault(line.Number, column, code, detail));
    }
}
