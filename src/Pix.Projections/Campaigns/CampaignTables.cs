using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>The tables <c>campaigns</c>, <c>definitions</c> (facts that no list shows, as JSON) and <c>topics</c> of read model <c>campaigns</c>.</summary>
internal sealed class CampaignTables
{
    public const string Schema = """
        CREATE TABLE campaigns (
            campaign TEXT NOT NULL PRIMARY KEY,
            organisation TEXT NOT NULL,
            owner TEXT NOT NULL,
            type INTEGER NOT NULL,
            code TEXT NOT NULL,
            name TEXT NOT NULL,
            search TEXT NOT NULL,
            created_at TEXT NOT NULL,
            archived_at TEXT,
            participants INTEGER NOT NULL,
            received INTEGER NOT NULL,
            changes INTEGER NOT NULL,
            pix_units INTEGER NOT NULL,
            certifiable INTEGER NOT NULL,
            stages TEXT NOT NULL,
            badges TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE definitions (campaign TEXT NOT NULL PRIMARY KEY, facts TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE topics (
            campaign TEXT NOT NULL,
            place INTEGER NOT NULL,
            counts TEXT NOT NULL,
            PRIMARY KEY (campaign, place)) WITHOUT ROWID;

        """;

    public const string Indexes = "CREATE INDEX IF NOT EXISTS campaigns_by_organisation ON campaigns (organisation);";

    private readonly StateTable<CampaignId, CampaignState> _campaigns;
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private ReadModelTables? _tables;

    public CampaignTables(int inMemory) => _campaigns = new StateTable<CampaignId, CampaignState>(
        inMemory, Comparer<CampaignId>.Create(static (one, other) => one.Value.CompareTo(other.Value)), Find);

    public bool MustFlush => _campaigns.MustFlush;

    public void Open(ReadModelTables tables) => _tables = tables;

    public void Apply(CampaignId id, CampaignEvent happened)
    {
        if (happened is CampaignCreated created)
        {
            var state = CampaignState.Of(created);
            state.HasNewFacts = true;
            _campaigns.Set(id, state);
            return;
        }

        Change(id, campaign =>
        {
            campaign.Changes++;
            switch (happened)
            {
                case CampaignEdited edited:
                    campaign.Facts = campaign.Facts with { Owner = edited.Owner, Settings = edited.Settings };
                    campaign.HasNewFacts = true;
                    break;
                case CampaignArchived archived:
                    campaign.ArchivedAt = archived.At;
                    break;
                case CampaignRestored:
                    campaign.ArchivedAt = null;
                    break;
            }
        });
    }

    public void Change(CampaignId id, Action<CampaignState> change)
    {
        if (_campaigns.Find(id) is not { } campaign) return;
        change(campaign);
        _campaigns.Set(id, campaign);
    }

    public void Flush(ReadModelTransaction transaction)
    {
        using var json = new Utf8JsonWriter(_buffer);
        var row = transaction.Statement("""
            INSERT INTO campaigns (campaign, organisation, owner, type, code, name, search, created_at, archived_at, participants, received, changes, pix_units, certifiable, stages, badges)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
            ON CONFLICT (campaign) DO UPDATE SET
                owner = excluded.owner,
                name = excluded.name,
                search = excluded.search,
                archived_at = excluded.archived_at,
                participants = excluded.participants,
                received = excluded.received,
                changes = excluded.changes,
                pix_units = excluded.pix_units,
                certifiable = excluded.certifiable,
                stages = excluded.stages,
                badges = excluded.badges
            """);
        var facts = transaction.Statement(
            "INSERT INTO definitions (campaign, facts) VALUES (?1, ?2) ON CONFLICT (campaign) DO UPDATE SET facts = excluded.facts");
        var topic = transaction.Statement(
            "INSERT INTO topics (campaign, place, counts) VALUES (?1, ?2, ?3) ON CONFLICT (campaign, place) DO UPDATE SET counts = excluded.counts");
        _campaigns.WriteChanged((id, campaign) =>
        {
            var key = id.ToString();
            Write(row, key, campaign);
            if (campaign.HasNewFacts)
            {
                facts.Bind(1, key);
                facts.Bind(2, JsonSerializer.Serialize(campaign.Facts, StoredEventsJson.TypeOf<CampaignCreated>()));
                facts.Execute();
                campaign.HasNewFacts = false;
            }

            topic.Bind(1, key);
            for (var place = 0; place < campaign.Topics.Count; place++)
            {
                topic.Bind(2, place);
                topic.BindText(3, campaign.Topics[place].Write(_buffer, json));
                topic.Execute();
            }
        });
    }

    private static void Write(SqliteStatement row, string key, CampaignState campaign)
    {
        var facts = campaign.Facts;
        row.Bind(1, key);
        row.Bind(2, facts.Organisation.ToString());
        row.Bind(3, facts.Owner.ToString());
        row.Bind(4, (int)facts.Type);
        row.Bind(5, facts.Code.Value);
        row.Bind(6, facts.Settings.Name);
        row.Bind(7, SearchText.Of(facts.Settings.Name));
        row.Bind(8, Instants.Write(facts.At));
        row.BindOrNull(9, campaign.ArchivedAt is { } at ? Instants.Write(at) : null);
        row.Bind(10, campaign.Participants);
        row.Bind(11, campaign.Received);
        row.Bind(12, campaign.Changes);
        row.Bind(13, campaign.Pix.Units);
        row.Bind(14, campaign.Certifiable);
        row.Bind(15, CountsJson.Write(campaign.Stages, static stage => stage.ToString(CultureInfo.InvariantCulture)));
        row.Bind(16, CountsJson.Write(campaign.Badges, static badge => badge));
        row.Execute();
    }

    private CampaignState? Find(CampaignId id)
    {
        var row = _tables!.Statement("""
            SELECT facts, archived_at, participants, received, changes, pix_units, certifiable, stages, badges
            FROM campaigns JOIN definitions USING (campaign) WHERE campaign = ?1
            """);
        row.Bind(1, id.ToString());
        if (!row.Step())
        {
            row.Reset();
            return null;
        }

        var created = JsonSerializer.Deserialize(row.Blob(0), StoredEventsJson.TypeOf<CampaignCreated>())!;
        var campaign = new CampaignState(created, created.Target is { } target ? TopicTally.Of(target) : [])
        {
            ArchivedAt = row.IsNull(1) ? null : Instants.Read(row.Text(1)),
            Participants = row.Integer(2),
            Received = row.Integer(3),
            Changes = row.Integer(4),
            Stages = new SortedDictionary<int, long>(
                CountsJson.Read(row.Text(7)).ToDictionary(stage => int.Parse(stage.Key, CultureInfo.InvariantCulture), stage => stage.Value)),
            Badges = new SortedDictionary<string, long>(CountsJson.Read(row.Text(8)), StringComparer.Ordinal),
        };
        campaign.Restore(new PixAmount(row.Integer(5)), row.Integer(6));
        row.Reset();
        ReadTopics(id, campaign);
        return campaign;
    }

    private void ReadTopics(CampaignId id, CampaignState campaign)
    {
        var row = _tables!.Statement("SELECT place, counts FROM topics WHERE campaign = ?1");
        row.Bind(1, id.ToString());
        while (row.Step()) campaign.Topics[(int)row.Integer(0)].Read(row.Blob(1));
        row.Reset();
    }
}
