using Pix.Domain;
using Pix.Projections;

namespace Pix.Api;

/// <summary>The export of a campaign that tests a target (Rules 9.2, 9.3).</summary>
internal sealed class AssessmentExport : IExport
{
    private const string Ok = "OK";
    private const string Ko = "KO";
    private const string Untested = "Non testé";

    private readonly ExportedCampaign _campaign;
    private readonly FrozenTarget _target;
    private readonly TargetContent _content;
    private readonly IReadOnlyList<(string Name, Func<TargetedSkill, bool> LooksAt)> _parts;
    private readonly int _resultColumns;

    public AssessmentExport(ExportedCampaign campaign, CampaignTarget target, TargetContent content)
    {
        (_campaign, _target, _content) = (campaign, target.Target, content);
        _parts =
        [
            .. content.Competences.Select(code => ($"la compétence {content.NameOf(code)}", (Func<TargetedSkill, bool>)(skill => skill.Competence == code))),
            .. content.Competences
                .Select(content.AreaOf)
                .DistinctBy(area => area.Code)
                .Select(area => ($"le domaine {area.Title}", (Func<TargetedSkill, bool>)(skill => skill.Competence.Area == area.Code))),
        ];
        _resultColumns = ResultColumns().Count();
    }

    public string Header() => Csv.Line(
    [
        .. ExportedCampaign.CampaignColumns,
        "Nom du Profil Cible",
        .. _campaign.PersonColumns(),
        "% de progression",
        "Date de début",
        "Partage (O/N)",
        "Date du partage",
        .. ResultColumns(),
    ]);

    public string Line(ParticipationSheet sheet, Progress? progress) => Csv.Line(
    [
        .. _campaign.CampaignCells(),
        _target.Name,
        .. _campaign.PersonCells(sheet),
        sheet.Sent is not null ? 1 : progress is { } known ? known.Displayed : ExportedCampaign.NotAvailable,
        _campaign.At(sheet.JoinedAt),
        ExportedCampaign.YesOrNo(sheet.Sent is not null),
        sheet.Sent is { } sent ? _campaign.At(sent.At) : ExportedCampaign.NotAvailable,
        .. sheet.Sent is { Results: { } results } shared
            ? ResultCells(shared, results)
            : Enumerable.Repeat((CsvCell)ExportedCampaign.NotAvailable, _resultColumns),
    ]);

    private IEnumerable<CsvCell> ResultColumns() =>
    [
        .. _target.Stages.Count > 0 ? (CsvCell[])[$"Palier obtenu (/{_target.Stages.Count - 1})"] : [],
        .. _target.Badges.Select(badge => (CsvCell)$"{badge.Title} obtenu (O/N)"),
        "% maitrise de l'ensemble des acquis du profil",
        .. _parts.SelectMany(part => (CsvCell[])
        [
            $"% de maitrise des acquis pour {part.Name}",
            $"Nombre d'acquis du profil cible dans {part.Name}",
            $"Acquis maitrisés dans {part.Name}",
        ]),
        .. _campaign.ShowsSkills ? _target.Skills.Select(skill => (CsvCell)_content.NameOf(skill.Skill)) : [],
    ];

    private IEnumerable<CsvCell> ResultCells(SentResults sent, SkillResults results) =>
    [
        .. _target.Stages.Count > 0 ? (CsvCell[])[sent.Stage!.Value - 1] : [],
        .. _target.Badges.Select(badge => ExportedCampaign.YesOrNo(sent.Badges.Contains(badge.Id))),
        _target.MasteryOf(results).DisplayedRate,
        .. _parts.Select(part => _target.MasteryOf(results, part.LooksAt)).SelectMany(mastery => (CsvCell[])[mastery.DisplayedRate, mastery.Targeted, mastery.Validated]),
        .. _campaign.ShowsSkills ? _target.Skills.Select((_, place) => (CsvCell)Written(results[place])) : [],
    ];

    private static string Written(SkillResult result) => result switch
    {
        SkillResult.Validated or SkillResult.ValidatedByInference => Ok,
        SkillResult.Untested => Untested,
        _ => Ko,
    };
}
