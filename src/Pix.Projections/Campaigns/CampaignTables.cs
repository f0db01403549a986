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
            participants INTEGER NOT NULL,
            whole INTEGER NOT NULL,
            validated INTEGER NOT NULL,
            validated_by_inference INTEGER NOT NULL,
            invalidated INTEGER NOT NULL,
            invalidated_by_inference INTEGER NOT NULL,
            untested INTEGER NOT NULL,
            highest_validated INTEGER NOT NULL,
            closeness INTEGER NOT NULL,
            PRIMARY KEY (campaign, place)) WITHOUT ROWID;

        """;

    public const string Indexes = "CREATE INDEX IF NOT EXISTS campaigns_by_organisation ON campaigns (organisation);";

    private readonly StateTable<CampaignId, CampaignState> _campaigns;
    private ReadModelTables? _tables;

    public CampaignTables(int inMemory) => _campaigns = new StateTable<CampaignId, CampaignState>(
        inMemory, Comparer<CampaignId>.Create(static (one, other) => one.Value.CompareTo(other.Value)), Find);

    public bool MustFlush => _campaigns.MustFlush;

    public void Open(ReadModelTables tables) => _tables = tables;

    public void Apply(CampaignId id, CampaignEvent happened)
    {
        if (happened is CampaignCreated created)
        {
            _campaigns.Set(id, new CampaignState(created) { HasNewFacts = true });
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

            for (var place = 0; place < campaign.Totals.Length; place++) TopicRow.Write(transaction, key, place, campaign.Totals[place]);
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
        var campaign = new CampaignState(created)
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
        TopicRow.Read(_tables!, id.ToString(), campaign.Totals);
        return campaign;
    }
}
