using Pix.Domain;
using Pix.Projections;

namespace Pix.Api;

/// <summary>The export of a profile collection (Rule 9.4): what was sent, for every competence of the release in force.</summary>
internal sealed class ProfilesExport(ExportedCampaign campaign, Referential referential) : IExport
{
    private const int ColumnsBeforeCompetences = 3;

    public string Header() => Csv.Line(
    [
        .. ExportedCampaign.CampaignColumns,
        .. campaign.PersonColumns(),
        "Envoi (O/N)",
        "Date de l'envoi",
        "Nombre de pix total",
        "Certifiable (O/N)",
        "Nombre de compétences certifiables",
        .. referential.Competences.SelectMany(competence => (CsvCell[])
        [
            $"Niveau pour la compétence {competence.Name}",
            $"Nombre de pix pour la compétence {competence.Name}",
        ]),
    ]);

    public string Line(ParticipationSheet sheet, Progress? progress) => Csv.Line(
    [
        .. campaign.CampaignCells(),
        .. campaign.PersonCells(sheet),
        ExportedCampaign.YesOrNo(sheet.Sent is not null),
        sheet.Sent is { } sent ? campaign.At(sent.At) : ExportedCampaign.NotAvailable,
        .. sheet.Sent is { } profile
            ? ProfileCells(profile)
            : Enumerable.Repeat((CsvCell)ExportedCampaign.NotAvailable, ColumnsBeforeCompetences + (2 * referential.Competences.Count)),
    ]);

    // A competence that the profile does not name had nothing in it.
    private IEnumerable<CsvCell> ProfileCells(SentResults profile)
    {
        var shared = profile.Competences.ToDictionary(competence => competence.Competence);
        return
        [
            profile.Pix.Floor,
            ExportedCampaign.YesOrNo(profile.Certifiable == true),
            profile.CertifiableCompetences!.Value,
            .. referential.Competences.SelectMany(competence =>
                shared.TryGetValue(competence.Code, out var known) ? (CsvCell[])[known.Level, known.Pix] : [0, 0]),
        ];
    }
}
