using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>Reads campaigns and what is counted of all their participants together: one row per topic, however many participants there are.</summary>
public sealed class CampaignReader(ReadModels readModels)
{
    /// <summary>The read model to wait for.</summary>
    public const string ReadModel = CampaignsProjection.ProjectionName;

    private const int TargetsInMemory = 1024;

    private const string EntryColumns = """
        campaign AS Campaign, organisation AS Organisation, owner AS Owner, type AS Type, code AS Code, name AS Name,
        created_at AS CreatedAt, archived_at AS ArchivedAt, participants AS Participants, received AS Received, changes AS Changes
        """;

    // A target never changes once frozen, and is longer than everything else that a page reads.
    private readonly ConcurrentDictionary<CampaignId, (FrozenTarget Target, IReadOnlyList<Topic> Topics)> _targets = new();

    /// <summary>A campaign as a list shows it, or null.</summary>
    public CampaignEntry? Find(CampaignId campaign) => readModels.Read(ReadModel, campaign, static (reader, campaign) => Entry(reader, campaign));

    /// <summary>A page of an organisation's campaigns.</summary>
    public PageOf<CampaignEntry> List(CampaignQuery query) => readModels.Read(ReadModel, query, static (reader, query) =>
    {
        const string Where = """
            WHERE organisation = @organisation
              AND (@search IS NULL OR search LIKE @search ESCAPE '\')
              AND (@anyOwner OR owner IN @owners)
              AND (@archived IS NULL OR (archived_at IS NOT NULL) = @archived)
            """;
        var arguments = new
        {
            organisation = query.Organisation.ToString(),
            search = query.Search is { } sought ? SearchText.Pattern(sought) : null,
            anyOwner = query.Owners is null,
            owners = query.Owners?.Select(owner => owner.ToString()) ?? [],
            archived = query.IsArchived,
            limit = query.Limit,
            offset = query.Offset,
        };
        var total = reader.Connection.QuerySingle<int>($"SELECT count(*) FROM campaigns {Where}", arguments);
        var rows = reader.Connection.Query<EntryRow>(
            $"SELECT {EntryColumns} FROM campaigns {Where} ORDER BY {ColumnOf(query.Sort)} {(query.IsDescending ? "DESC" : "ASC")}, campaign LIMIT @limit OFFSET @offset",
            arguments);
        return new PageOf<CampaignEntry>([.. rows.Select(row => row.ToEntry())], total);
    });

    /// <summary>A campaign's facts and figures, or null.</summary>
    public CampaignFigures? Figures(CampaignId campaign) => readModels.Read(ReadModel, campaign, static (reader, campaign) =>
    {
        if (Entry(reader, campaign) is not { } entry) return null;
        var row = reader.Connection.QuerySingle<FiguresRow>(
            """
            SELECT pix_units AS PixUnits, certifiable AS Certifiable, stages AS Stages, badges AS Badges, facts AS Facts
            FROM campaigns JOIN definitions USING (campaign) WHERE campaign = @campaign
            """,
            new { campaign = campaign.ToString() });
        return new CampaignFigures(
            entry,
            JsonSerializer.Deserialize(row.Facts, StoredEventsJson.TypeOf<CampaignCreated>())!,
            new PixAmount(row.PixUnits),
            row.Certifiable,
            CountsJson.Read(row.Stages),
            CountsJson.Read(row.Badges));
    });

    /// <summary>What a campaign tests, or null when there is no such campaign or it tests nothing.</summary>
    public CampaignTarget? Target(CampaignId campaign) => readModels.Read(ReadModel, campaign, (reader, id) => Target(reader, id));

    /// <summary>How all participants stand in each topic, or null when there is no such campaign or it tests nothing.</summary>
    public CampaignTopics? Topics(CampaignId campaign) => readModels.Read(ReadModel, campaign, (reader, id) =>
    {
        if (Target(reader, id) is not { } target) return null;
        var totals = reader.Connection.Query<TotalsRow>(
            """
            SELECT participants AS Participants, whole AS Whole, validated AS Validated, validated_by_inference AS ValidatedByInference,
                invalidated AS Invalidated, invalidated_by_inference AS InvalidatedByInference, untested AS Untested,
                highest_validated AS HighestValidated, closeness AS Closeness
            FROM topics WHERE campaign = @campaign ORDER BY place
            """,
            new { campaign = id.ToString() });
        return new CampaignTopics(target, [.. totals.Select(row => row.ToTotals())]);
    });

    private static CampaignEntry? Entry(ReadModelReader reader, CampaignId campaign) => reader.Connection.QueryFirstOrDefault<EntryRow>(
        $"SELECT {EntryColumns} FROM campaigns WHERE campaign = @campaign", new { campaign = campaign.ToString() })?.ToEntry();

    private static string ColumnOf(CampaignSort sort) => sort switch
    {
        CampaignSort.Name => "search",
        CampaignSort.Participants => "participants",
        CampaignSort.Received => "received",
        _ => "created_at",
    };

    private CampaignTarget? Target(ReadModelReader reader, CampaignId campaign)
    {
        if (Entry(reader, campaign) is not { } entry) return null;
        if (!_targets.TryGetValue(campaign, out var known))
        {
            var facts = JsonSerializer.Deserialize(
                reader.Connection.QuerySingle<string>("SELECT facts FROM definitions WHERE campaign = @campaign", new { campaign = campaign.ToString() }),
                StoredEventsJson.TypeOf<CampaignCreated>())!;
            if (facts.Target is not { } target) return null;
            if (_targets.Count >= TargetsInMemory) _targets.Clear();
            known = _targets.GetOrAdd(campaign, (target, Topic.Of(target)));
        }

        return new CampaignTarget(entry, known.Target, known.Topics);
    }

    private sealed class EntryRow
    {
        public required string Campaign { get; init; }

        public required string Organisation { get; init; }

        public required string Owner { get; init; }

        public int Type { get; init; }

        public required string Code { get; init; }

        public required string Name { get; init; }

        public required string CreatedAt { get; init; }

        public string? ArchivedAt { get; init; }

        public int Participants { get; init; }

        public int Received { get; init; }

        public long Changes { get; init; }

        public CampaignEntry ToEntry() => new(
            new CampaignId(Guid.Parse(Campaign, CultureInfo.InvariantCulture)),
            new OrganisationId(Guid.Parse(Organisation, CultureInfo.InvariantCulture)),
            new MemberId(Guid.Parse(Owner, CultureInfo.InvariantCulture)),
            (CampaignType)Type,
            new CampaignCode(Code),
            Name,
            Instants.Read(CreatedAt),
            ArchivedAt is null ? null : Instants.Read(ArchivedAt),
            Participants,
            Received,
            Changes);
    }

    private sealed class FiguresRow
    {
        public long PixUnits { get; init; }

        public int Certifiable { get; init; }

        public required string Stages { get; init; }

        public required string Badges { get; init; }

        public required string Facts { get; init; }
    }

    private sealed class TotalsRow
    {
        public int Participants { get; init; }

        public int Whole { get; init; }

        public long Validated { get; init; }

        public long ValidatedByInference { get; init; }

        public long Invalidated { get; init; }

        public long InvalidatedByInference { get; init; }

        public long Untested { get; init; }

        public long HighestValidated { get; init; }

        public long Closeness { get; init; }

        public TopicTotals ToTotals() => new(
            Participants, Whole, Validated, ValidatedByInference, Invalidated, InvalidatedByInference, Untested, HighestValidated, Closeness);
    }
}
