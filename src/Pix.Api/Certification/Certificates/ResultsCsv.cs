using Pix.Domain;
using Pix.Projections;
using static Pix.Api.HtmlText;

namespace Pix.Api;

/// <summary>How results stand in the cells of files for schools (Rules D12, D24): words, pix and levels, and no mark.</summary>
internal sealed class ResultsCsv(CertificateDesk desk, Referential referential)
{
    private static readonly Dictionary<CertificateStanding, string> Words = new()
    {
        [CertificateStanding.Awaiting] = "En attente",
        [CertificateStanding.Valid] = "Validée",
        [CertificateStanding.Expired] = "Expirée",
        [CertificateStanding.Rejected] = "Rejetée",
        [CertificateStanding.Cancelled] = "Annulée",
        [CertificateStanding.Revoked] = "Révoquée",
    };

    /// <summary>The heading of <see cref="ResultCells"/>.</summary>
    public IEnumerable<CsvCell> ResultColumns() =>
    [
        "Statut",
        "Pix certifiés",
        "Niveau global",
        .. referential.Competences.Select(competence => (CsvCell)$"{competence.Code} {competence.Name}"),
        "Date du test",
        "Date de publication",
        "Valable jusqu’au",
        "Code de vérification",
    ];

    /// <summary>What is published of a test; a competence without certified level is empty (Rule D20). Null: no test, every cell is empty.</summary>
    public IEnumerable<CsvCell> ResultCells(CertificateEntry? entry)
    {
        var standing = entry is null ? (CertificateStanding?)null : desk.StandingOf(entry);
        var shown = standing is CertificateStanding.Valid or CertificateStanding.Expired ? entry : null;
        var levels = shown?.Result!.Competences.ToDictionary(competence => competence.Competence, competence => competence.Level);
        DateOnly? published = shown is null ? null : desk.DayOf(shown.FirstPublishedAt!.Value);
        return
        [
            standing is { } known ? Words[known] : string.Empty,
            shown is null ? string.Empty : shown.Result!.Pix,
            shown?.Result!.GlobalLevel.Label,
            .. referential.Competences.Select(competence => levels?.GetValueOrDefault(competence.Code) is { } level ? level : (CsvCell)string.Empty),
            entry is null ? string.Empty : French(desk.DayOf(entry.TakenAt)),
            published is { } day ? French(day) : string.Empty,
            published is { } first ? French(CertificateContent.ValidUntil(first)) : string.Empty,
            shown?.Code,
        ];
    }

    /// <summary>What is said to the school of a test that certifies nothing.</summary>
    public static string? CommentOf(CertificateEntry entry) =>
        entry.Standing == CertificateStanding.Awaiting ? null : entry.CommentForOrganisation ?? CertificateDesk.ReasonOf(entry);
}
