using System.Globalization;
using Pix.Domain;
using Pix.Projections;

namespace Pix.Api;

/// <summary>What every line of an export begins with, and how its cells are written (Rules 9.2-9.4).</summary>
internal sealed class ExportedCampaign(OrganisationFacts organisation, CampaignEntry campaign, CampaignCreated facts, TimeZoneInfo schoolTime)
{
    public const string NotAvailable = "NA";

    public bool ShowsSkills => organisation.ShowsSkills;

    public static IEnumerable<CsvCell> CampaignColumns { get; } = ["Nom de l'organisation", "ID Campagne", "Code campagne", "Nom de la campagne"];

    public IEnumerable<CsvCell> CampaignCells() => [organisation.Name, campaign.Id.ToString(), campaign.Code.Value, campaign.Name];

    public IEnumerable<CsvCell> PersonColumns() =>
    [
        "Nom du Participant",
        "Prénom du Participant",
        .. organisation.ManagesPupils ? (CsvCell[])["Classe"] : [],
        .. facts.ExternalId is { } asked ? (CsvCell[])[asked.Label] : [],
    ];

    // An erased person leaves their results, and no name.
    public IEnumerable<CsvCell> PersonCells(ParticipationSheet sheet) =>
    [
        sheet.LastName,
        sheet.FirstName,
        .. organisation.ManagesPupils ? (CsvCell[])[sheet.Division] : [],
        .. facts.ExternalId is null ? (CsvCell[])[] : [sheet.ExternalId],
    ];

    public string At(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, schoolTime).ToString("dd'/'MM'/'yyyy HH:mm", CultureInfo.InvariantCulture);

    public static CsvCell YesOrNo(bool yes) => yes ? "Oui" : "Non";
}
