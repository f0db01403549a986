using System.Globalization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// Read model <c>organisations</c>: what each is, who belongs to it, and the figures of its establishment: invitations sent and accepted,
/// pupils of its latest completed import, participants (one per learner and campaign) and results received (one per participant).
/// </summary>
public sealed class OrganisationProjection : IProjection
{
    internal const string ProjectionName = "organisations";
    private const int CurrentVersion = 1;
    private const int RowsInMemory = 8192;
    private const int FirstSending = 1;

    private readonly StateTable<OrganisationId, OrganisationRow> _organisations;
    private readonly StateTable<SeatKey, Seat> _seats;
    private readonly StateTable<CampaignId, CampaignOwner> _campaigns;
    private ReadModelTables? _tables;

    /// <summary>Empty.</summary>
    public OrganisationProjection()
    {
        _organisations = new(RowsInMemory, Comparer<OrganisationId>.Create(static (one, other) => one.Value.CompareTo(other.Value)), FindOrganisation);
        _seats = new(RowsInMemory, Comparer<SeatKey>.Create(SeatKey.Compare), static _ => null);
        _campaigns = new(RowsInMemory, Comparer<CampaignId>.Create(static (one, other) => one.Value.CompareTo(other.Value)), FindCampaign);
    }

    /// <summary>Its definition.</summary>
    public static ProjectionDefinition Definition { get; } =
        new(ProjectionName, CurrentVersion, DependsOnReferential: false, _ => new OrganisationProjection());

    /// <inheritdoc />
    public string Name => ProjectionName;

    /// <inheritdoc />
    public int Version => CurrentVersion;

    /// <inheritdoc />
    public string Schema => """
        CREATE TABLE organisations (
            organisation TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            kind INTEGER NOT NULL,
            external_id TEXT,
            province TEXT NOT NULL,
            manages_pupils INTEGER NOT NULL,
            registered_at TEXT NOT NULL,
            centre INTEGER NOT NULL,
            invited INTEGER NOT NULL,
            accepted INTEGER NOT NULL,
            pupils INTEGER NOT NULL,
            participants INTEGER NOT NULL,
            results INTEGER NOT NULL,
            sought TEXT NOT NULL);
        CREATE TABLE seats (
            member TEXT NOT NULL,
            organisation TEXT NOT NULL,
            team INTEGER NOT NULL,
            role INTEGER NOT NULL,
            PRIMARY KEY (member, organisation, team)) WITHOUT ROWID;
        CREATE TABLE campaigns (
            campaign TEXT NOT NULL PRIMARY KEY,
            organisation TEXT NOT NULL) WITHOUT ROWID;
        """;

    /// <inheritdoc />
    public string Indexes => "CREATE INDEX IF NOT EXISTS organisations_by_province ON organisations (province, sought);";

    /// <inheritdoc />
    public IReadOnlySet<Type> Handles { get; } = new HashSet<Type>
    {
        typeof(OrganisationRegistered), typeof(CentreApproved), typeof(MemberInvited), typeof(InvitationAccepted), typeof(MemberRoleChanged),
        typeof(MemberRemoved), typeof(ImportCompleted), typeof(CampaignCreated), typeof(CampaignJoined), typeof(ResultsShared), typeof(ProfileShared),
    };

    /// <inheritdoc />
    public bool MustFlush => _organisations.MustFlush || _seats.MustFlush || _campaigns.MustFlush;

    /// <inheritdoc />
    public void Open(ReadModelTables tables) => _tables = tables;

    /// <inheritdoc />
    public void Apply(RecordedEvent recorded)
    {
        if (recorded.Event is OrganisationEvent happened && Streams.IsOrganisation(recorded.Stream, out var organisation)) Apply(organisation, happened);
        else if (recorded.Event is CampaignCreated created && Streams.IsCampaign(recorded.Stream, out var campaign)) _campaigns.Set(campaign, new(created.Organisation));
        else if (recorded.Event is CampaignJoined joined) Count(joined.Organisation, row => row with { Participants = row.Participants + 1 });
        else if (recorded.Event is ResultsShared { Sending: FirstSending } results) Receive(results.Campaign);
        else if (recorded.Event is ProfileShared { Sending: FirstSending } profile) Receive(profile.Campaign);
    }

    /// <inheritdoc />
    public void Flush(ReadModelTransaction transaction)
    {
        var organisation = transaction.Statement(OrganisationRow.Save);
        _organisations.WriteChanged((id, row) => row.Write(id, organisation));
        var campaign = transaction.Statement("INSERT INTO campaigns (campaign, organisation) VALUES (?1, ?2) ON CONFLICT (campaign) DO NOTHING");
        _campaigns.WriteChanged((id, owner) =>
        {
            campaign.Bind(1, id.ToString());
            campaign.Bind(2, owner.Organisation.ToString());
            campaign.Execute();
        });
        var taken = transaction.Statement("""
            INSERT INTO seats (member, organisation, team, role) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (member, organisation, team) DO UPDATE SET role = excluded.role
            """);
        var left = transaction.Statement("DELETE FROM seats WHERE member = ?1 AND organisation = ?2 AND team = ?3");
        _seats.WriteChanged((key, seat) =>
        {
            var statement = seat.Role is null ? left : taken;
            statement.Bind(1, key.Member.ToString());
            statement.Bind(2, key.Organisation.ToString());
            statement.Bind(3, (int)key.Team);
            if (seat.Role is { } role) statement.Bind(4, (int)role);
            statement.Execute();
        });
    }

    private void Apply(OrganisationId id, OrganisationEvent happened)
    {
        switch (happened)
        {
            case OrganisationRegistered registered:
                _organisations.Set(id, OrganisationRow.Of(registered));
                break;
            case CentreApproved:
                Count(id, row => row with { IsCentre = true });
                break;
            case MemberInvited:
                Count(id, row => row with { Invited = row.Invited + 1 });
                break;
            case InvitationAccepted accepted:
                Count(id, row => row with { Accepted = row.Accepted + 1 });
                _seats.Set(new SeatKey(accepted.Member, id, accepted.Role.Team()), new Seat(accepted.Role));
                break;
            case MemberRoleChanged changed:
                _seats.Set(new SeatKey(changed.Member, id, changed.Role.Team()), new Seat(changed.Role));
                break;
            case MemberRemoved removed:
                _seats.Set(new SeatKey(removed.Member, id, removed.Team), new Seat(null));
                break;
            case ImportCompleted completed:
                Count(id, row => row with { Pupils = completed.Added + completed.Updated + completed.Unchanged });
                break;
        }
    }

    private void Receive(CampaignId campaign)
    {
        if (_campaigns.Find(campaign) is { } owner) Count(owner.Organisation, row => row with { Results = row.Results + 1 });
    }

    private void Count(OrganisationId id, Func<OrganisationRow, OrganisationRow> count)
    {
        if (_organisations.Find(id) is { } row) _organisations.Set(id, count(row));
    }

    private OrganisationRow? FindOrganisation(OrganisationId id)
    {
        var row = _tables!.Statement(OrganisationRow.Load);
        row.Bind(1, id.ToString());
        var found = row.Step() ? OrganisationRow.Read(row) : null;
        row.Reset();
        return found;
    }

    private CampaignOwner? FindCampaign(CampaignId id)
    {
        var row = _tables!.Statement("SELECT organisation FROM campaigns WHERE campaign = ?1");
        row.Bind(1, id.ToString());
        var found = row.Step() ? new CampaignOwner(new OrganisationId(Guid.Parse(row.Text(0), CultureInfo.InvariantCulture))) : null;
        row.Reset();
        return found;
    }

    private readonly record struct SeatKey(MemberId Member, OrganisationId Organisation, Team Team)
    {
        public static int Compare(SeatKey one, SeatKey other)
        {
            var member = one.Member.Value.CompareTo(other.Member.Value);
            if (member != 0) return member;
            var organisation = one.Organisation.Value.CompareTo(other.Organisation.Value);
            return organisation != 0 ? organisation : one.Team.CompareTo(other.Team);
        }
    }

    // Null: the seat is empty.
    private sealed record Seat(MemberRole? Role);

    private sealed record CampaignOwner(OrganisationId Organisation);
}
