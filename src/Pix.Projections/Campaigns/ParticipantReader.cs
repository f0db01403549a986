using System.Globalization;
using Dapper;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>Reads who takes part in a campaign and what they sent. What was not sent is nowhere in it.</summary>
public sealed class ParticipantReader(ReadModels readModels)
{
    private const string NameColumns = """
        coalesce(u.last_name, l.last_name) AS LastName, coalesce(u.first_name, l.first_name) AS FirstName,
        max(coalesce(u.erased, 0), coalesce(l.erased, 0)) AS IsErased, coalesce(u.search, l.search) AS Search, u.division AS Division, u.ine AS Ine
        """;

    private const string Joined = """
        FROM participations p
        LEFT JOIN learners l ON l.learner = p.learner
        LEFT JOIN pupils u ON u.pupil = p.pupil
        LEFT JOIN sendings s ON s.learner = p.learner AND s.ordinal = p.ordinal AND s.sending = p.sent
        """;

    // Pupils of the class that is asked for, else of the classes that take part.
    private const string Everybody = $"""
        WITH everybody AS (
            SELECT p.learner AS Learner, p.ordinal AS Ordinal, p.pupil AS Pupil, {NameColumns},
                CASE WHEN p.sent IS NULL THEN p.standing ELSE 3 END AS Standing, p.sent IS NOT NULL AND p.standing <> 3 AS IsPreparingNext,
                p.joined_at AS JoinedAt, s.at AS SentAt, s.validated AS Validated, s.pix_units AS PixUnits, s.certifiable AS Certifiable
            {Joined}
            WHERE p.campaign = @campaign
            UNION ALL
            SELECT NULL, NULL, u.pupil, u.last_name, u.first_name, u.erased, u.search, u.division, u.ine, 0, 0, NULL, NULL, NULL, NULL, NULL
            FROM pupils u
            WHERE u.organisation = @organisation AND u.enabled = 1 AND u.erased = 0
              AND u.import IN (SELECT import FROM imports)
              AND NOT EXISTS (SELECT 1 FROM participations p WHERE p.campaign = @campaign AND p.pupil = u.pupil)
              AND (u.division = @division OR (@division IS NULL AND u.division IN (
                  SELECT c.division FROM participations p JOIN pupils c ON c.pupil = p.pupil WHERE p.campaign = @campaign))))
        SELECT * FROM everybody
        WHERE (@standing IS NULL OR Standing = @standing)
          AND (@division IS NULL OR Division = @division)
          AND (@search IS NULL OR Search LIKE @search ESCAPE '\')
        """;

    private const string Sheet = $"""
        SELECT p.learner AS Learner, p.ordinal AS Ordinal, p.campaign AS Campaign, p.pupil AS Pupil, {NameColumns},
            p.external_id AS ExternalId, p.joined_at AS JoinedAt, p.standing AS Standing,
            s.sending AS Sending, s.at AS SentAt, s.results AS Results, s.pix_units AS PixUnits, s.stage AS Stage, s.badges AS Badges,
            s.competences AS Competences, s.maximum_level AS MaximumLevel, s.certifiable AS Certifiable,
            s.certifiable_competences AS CertifiableCompetences
        {Joined}
        """;

    /// <summary>A page of participants, and of the pupils who are not among them, by name.</summary>
    public PageOf<ParticipantEntry> List(ParticipantQuery query) => readModels.Read(CampaignReader.ReadModel, query, static (reader, query) =>
    {
        var arguments = new
        {
            campaign = query.Campaign.Id.ToString(),
            organisation = query.Campaign.Organisation.ToString(),
            division = query.Division,
            standing = (int?)query.Standing,
            search = query.Search is { } sought ? SearchText.Pattern(sought) : null,
            limit = query.Limit,
            offset = query.Offset,
        };
        var total = reader.Connection.QuerySingle<int>($"SELECT count(*) FROM ({Everybody})", arguments);
        var rows = reader.Connection.Query<ParticipantRow>(
            $"{Everybody} ORDER BY Search IS NULL, Search, Learner, Pupil LIMIT @limit OFFSET @offset", arguments);
        return new PageOf<ParticipantEntry>([.. rows.Select(row => row.ToEntry())], total);
    });

    /// <summary>One participation, or null.</summary>
    public ParticipationSheet? Find(ParticipationId participation) => readModels.Read(CampaignReader.ReadModel, participation, static (reader, id) =>
        reader.Connection.QueryFirstOrDefault<SheetRow>(
            $"{Sheet} WHERE p.learner = @learner AND p.ordinal = @ordinal",
            new { learner = id.Learner.ToString(), ordinal = id.Ordinal })?.ToSheet());

    /// <summary>
    /// Who takes part in a campaign, or those of one class, by name: to be read further in lots (<see cref="Read"/>), so that any number of them
    /// needs little memory and holds no reader for long.
    /// </summary>
    public IReadOnlyList<ParticipationId> All(CampaignId campaign, string? division) => readModels.Read(CampaignReader.ReadModel, (campaign, division), static (reader, asked) =>
        (IReadOnlyList<ParticipationId>)[.. reader.Connection
            .Query<(string Learner, int Ordinal)>(
                """
                SELECT p.learner, p.ordinal FROM participations p
                LEFT JOIN learners l ON l.learner = p.learner
                LEFT JOIN pupils u ON u.pupil = p.pupil
                WHERE p.campaign = @campaign AND (@division IS NULL OR u.division = @division)
                ORDER BY coalesce(u.search, l.search) IS NULL, coalesce(u.search, l.search), p.learner
                """,
                new { campaign = asked.campaign.ToString(), asked.division },
                buffered: false)
            .Select(row => new ParticipationId(new LearnerId(Guid.Parse(row.Learner, CultureInfo.InvariantCulture)), row.Ordinal))]);

    /// <summary>These participations of a campaign, in the same order.</summary>
    public IReadOnlyList<ParticipationSheet> Read(CampaignId campaign, IReadOnlyList<ParticipationId> lot) =>
        readModels.Read(CampaignReader.ReadModel, (campaign, lot), static (reader, asked) =>
        {
            // The plus keeps the index by campaign out: with it, every lot would go through all the participants of the campaign.
            var sheets = reader.Connection
                .Query<SheetRow>(
                    $"{Sheet} WHERE +p.campaign = @campaign AND p.learner IN @learners",
                    new { campaign = asked.campaign.ToString(), learners = asked.lot.Select(id => id.Learner.ToString()) })
                .Select(row => row.ToSheet())
                .ToDictionary(sheet => sheet.Id);
            return (IReadOnlyList<ParticipationSheet>)[.. asked.lot.Select(sheets.GetValueOrDefault).OfType<ParticipationSheet>()];
        });

    /// <summary>Everybody's results that count, by name.</summary>
    public IReadOnlyList<ParticipantResults> Results(CampaignId campaign, string? division) =>
        readModels.Read(CampaignReader.ReadModel, (campaign, division), static (reader, asked) => (IReadOnlyList<ParticipantResults>)[.. reader.Connection
            .Query<SheetRow>(
                $"{Sheet} WHERE p.campaign = @campaign AND s.results IS NOT NULL AND (@division IS NULL OR u.division = @division) ORDER BY coalesce(u.search, l.search) IS NULL, coalesce(u.search, l.search), p.learner",
                new { campaign = asked.campaign.ToString(), asked.division },
                buffered: false)
            .Select(row => row.ToResults())]);

    /// <summary>
    /// Everything that one pupil, or the pupils of one class, sent to an organisation's campaigns up to an instant, oldest first.
    /// </summary>
    public IReadOnlyList<DatedResults> SentUntil(OrganisationId organisation, PupilId? pupil, string? division, DateTimeOffset until) =>
        readModels.Read(CampaignReader.ReadModel, (organisation, pupil, division, until), static (reader, asked) => (IReadOnlyList<DatedResults>)[.. reader.Connection
            .Query<(string Pupil, string Campaign, string At, string Results)>(
                """
                SELECT p.pupil, p.campaign, s.at, s.results
                FROM pupils u
                JOIN participations p ON p.pupil = u.pupil
                JOIN campaigns c ON c.campaign = p.campaign AND c.organisation = u.organisation
                JOIN sendings s ON s.learner = p.learner AND s.ordinal = p.ordinal
                WHERE u.organisation = @organisation AND s.results IS NOT NULL AND s.at <= @until
                  AND (@pupil IS NULL OR u.pupil = @pupil) AND (@division IS NULL OR u.division = @division)
                ORDER BY s.at, s.learner, s.ordinal, s.sending
                """,
                new
                {
                    organisation = asked.organisation.ToString(),
                    pupil = asked.pupil?.ToString(),
                    asked.division,
                    until = Instants.Write(asked.until),
                })
            .Select(row => new DatedResults(
                row.Pupil,
                new CampaignId(Guid.Parse(row.Campaign, CultureInfo.InvariantCulture)),
                Instants.Read(row.At),
                new SkillResults(row.Results)))]);
}
