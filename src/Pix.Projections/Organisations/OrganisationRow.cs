using System.Globalization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>A row of the table <c>organisations</c>.</summary>
internal sealed record OrganisationRow(string Name, int Kind, string? ExternalId, string Province, bool ManagesPupils, string RegisteredAt)
{
    public const string Load = """
        SELECT name, kind, external_id, province, manages_pupils, registered_at, centre, invited, accepted, pupils, participants, results
        FROM organisations WHERE organisation = ?1
        """;

    public const string Save = """
        INSERT INTO organisations (
            organisation, name, kind, external_id, province, manages_pupils, registered_at, centre, invited, accepted, pupils, participants, results,
            sought)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        ON CONFLICT (organisation) DO UPDATE SET
            centre = excluded.centre,
            invited = excluded.invited,
            accepted = excluded.accepted,
            pupils = excluded.pupils,
            participants = excluded.participants,
            results = excluded.results
        """;

    public bool IsCentre { get; init; }

    public long Invited { get; init; }

    public long Accepted { get; init; }

    public long Pupils { get; init; }

    public long Participants { get; init; }

    public long Results { get; init; }

    public static OrganisationRow Of(OrganisationRegistered registered) => new(
        registered.Name,
        (int)registered.Kind,
        registered.ExternalId,
        registered.Province,
        registered.ManagesPupils,
        registered.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));

    public static OrganisationRow Read(SqliteStatement row) => new(
        row.Text(0), (int)row.Integer(1), row.IsNull(2) ? null : row.Text(2), row.Text(3), row.Integer(4) != 0, row.Text(5))
    {
        IsCentre = row.Integer(6) != 0,
        Invited = row.Integer(7),
        Accepted = row.Integer(8),
        Pupils = row.Integer(9),
        Participants = row.Integer(10),
        Results = row.Integer(11),
    };

    public void Write(OrganisationId id, SqliteStatement row)
    {
        row.Bind(1, id.ToString());
        row.Bind(2, Name);
        row.Bind(3, Kind);
        if (ExternalId is null) row.BindNull(4);
        else row.Bind(4, ExternalId);
        row.Bind(5, Province);
        row.Bind(6, ManagesPupils ? 1 : 0);
        row.Bind(7, RegisteredAt);
        row.Bind(8, IsCentre ? 1 : 0);
        row.Bind(9, Invited);
        row.Bind(10, Accepted);
        row.Bind(11, Pupils);
        row.Bind(12, Participants);
        row.Bind(13, Results);
        row.Bind(14, Treatments.ApplyT1(Name));
        row.Execute();
    }
}
