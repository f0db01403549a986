using System.Globalization;
using Dapper;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>The figures of one establishment, or of several together.</summary>
public sealed record EstablishmentFigures(long Invited, long Accepted, long Pupils, long Participants, long Results);

/// <summary>An organisation as lists show it.</summary>
public sealed record OrganisationEntry(
    OrganisationId Organisation,
    string Name,
    OrganisationKind Kind,
    string? ExternalId,
    string Province,
    bool IsCentre,
    EstablishmentFigures Figures);

/// <summary>What is looked for: part of a name or external id, a kind, an academy; null: any.</summary>
public sealed record OrganisationFilter(string? Search, OrganisationKind? Kind, string? Province)
{
    internal string? Sought => Search is null ? null : Treatments.ApplyT1(Search);
}

/// <summary>The establishments of one kind: how many, and their figures together.</summary>
public sealed record KindFigures(OrganisationKind Kind, long Establishments, EstablishmentFigures Figures);

/// <summary>Somebody's place in an organisation.</summary>
public sealed record SeatEntry(OrganisationId Organisation, string Name, OrganisationKind Kind, MemberRole Role);

/// <summary>Reads organisations.</summary>
public sealed class OrganisationReader(ReadModels readModels)
{
    /// <summary>The read model to wait for.</summary>
    public const string ReadModel = OrganisationProjection.ProjectionName;

    private const string Where = """
        WHERE (@Sought IS NULL OR instr(sought, @Sought) > 0 OR lower(external_id) = @Sought)
            AND (@Kind IS NULL OR kind = @Kind) AND (@Province IS NULL OR province = @Province)
        """;

    /// <summary>A page of those that are looked for, by name, and how many there are in all.</summary>
    public (IReadOnlyList<OrganisationEntry> Page, long Total) List(OrganisationFilter filter, int skip, int take) => readModels.Read(ReadModel, reader =>
    {
        var arguments = new { filter.Sought, Kind = (int?)filter.Kind, filter.Province, skip, take };
        var rows = reader.Connection.Query<Row>(
            $"""
            SELECT organisation AS Organisation, name AS Name, kind AS Kind, external_id AS ExternalId, province AS Province, centre AS Centre,
                invited AS Invited, accepted AS Accepted, pupils AS Pupils, participants AS Participants, results AS Results
            FROM organisations {Where} ORDER BY sought, organisation LIMIT @take OFFSET @skip
            """,
            arguments);
        return ((IReadOnlyList<OrganisationEntry>)[.. rows.Select(row => row.Read())], reader.Connection.QuerySingle<long>($"SELECT count(*) FROM organisations {Where}", arguments));
    });

    /// <summary>The figures of those that are looked for, by kind.</summary>
    public IReadOnlyList<KindFigures> Figures(OrganisationFilter filter) => readModels.Read(ReadModel, reader =>
    {
        var rows = reader.Connection.Query<KindRow>(
            $"""
            SELECT kind AS Kind, count(*) AS Establishments, sum(invited) AS Invited, sum(accepted) AS Accepted, sum(pupils) AS Pupils,
                sum(participants) AS Participants, sum(results) AS Results
            FROM organisations {Where} GROUP BY kind ORDER BY kind
            """,
            new { filter.Sought, Kind = (int?)filter.Kind, filter.Province });
        return (IReadOnlyList<KindFigures>)[.. rows.Select(row => row.Read())];
    });

    /// <summary>Where somebody works, by name.</summary>
    public IReadOnlyList<SeatEntry> SeatsOf(MemberId member) => readModels.Read(ReadModel, reader =>
    {
        var rows = reader.Connection.Query<SeatRow>(
            """
            SELECT organisation AS Organisation, name AS Name, kind AS Kind, role AS Role
            FROM seats JOIN organisations USING (organisation) WHERE member = @member ORDER BY sought, organisation, team
            """,
            new { member = member.ToString() });
        return (IReadOnlyList<SeatEntry>)[.. rows.Select(row => new SeatEntry(IdOf(row.Organisation), row.Name, (OrganisationKind)row.Kind, (MemberRole)row.Role))];
    });

    private static OrganisationId IdOf(string text) => new(Guid.Parse(text, CultureInfo.InvariantCulture));

    private sealed record Row(
        string Organisation, string Name, long Kind, string? ExternalId, string Province, long Centre, long Invited, long Accepted, long Pupils, long Participants, long Results)
    {
        public OrganisationEntry Read() => new(
            IdOf(Organisation), Name, (OrganisationKind)Kind, ExternalId, Province, Centre != 0, new EstablishmentFigures(Invited, Accepted, Pupils, Participants, Results));
    }

    private sealed record KindRow(long Kind, long Establishments, long Invited, long Accepted, long Pupils, long Participants, long Results)
    {
        public KindFigures Read() =>
            new((OrganisationKind)Kind, Establishments, new EstablishmentFigures(Invited, Accepted, Pupils, Participants, Results));
    }

    private sealed record SeatRow(string Organisation, string Name, long Kind, long Role);
}
