using System.Globalization;
using Dapper;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>A pupil as their school sees them; the account is null while none is attached.</summary>
public sealed record PupilView(PupilId Pupil, OrganisationId Organisation, string Division, string? Ine, DateOnly? BirthDate, NamedPupil Names, LearnerId? Learner);

/// <summary>A class: how many pupils, and how many of them have an account.</summary>
public sealed record ClassView(string Division, int Pupils, int Attached);

/// <summary>Some pupils of a list, and how many there are.</summary>
public sealed record PupilPage(int Total, IReadOnlyList<PupilView> Pupils);

/// <summary>Reads the pupils that the latest completed imports name.</summary>
public sealed class PupilReader(ReadModels readModels)
{
    /// <summary>The read model to wait for.</summary>
    public const string ReadModel = PupilsProjection.ProjectionName;

    private const string Columns = "SELECT pupil AS Pupil, organisation AS Organisation, learner AS Learner, sheet AS Sheet FROM pupils WHERE sheet IS NOT NULL AND ";

    /// <summary>The classes of a school, by name.</summary>
    public IReadOnlyList<ClassView> Classes(OrganisationId organisation) => readModels.Read(ReadModel, reader =>
        reader.Connection.Query<(string Division, long Pupils, long Attached)>(
            "SELECT division, count(*), count(learner) FROM pupils WHERE organisation = @organisation AND enabled = 1 GROUP BY division ORDER BY division",
            new { organisation = organisation.ToString() })
            .Select(row => new ClassView(row.Division, (int)row.Pupils, (int)row.Attached))
            .ToList());

    /// <summary>The pupils of a school, or of one of its classes, by class and name.</summary>
    public PupilPage Pupils(OrganisationId organisation, string? division, int skip, int take) => readModels.Read(ReadModel, reader =>
    {
        const string Where = "organisation = @organisation AND enabled = 1 AND (@division IS NULL OR division = @division) ";
        var asked = new { organisation = organisation.ToString(), division, skip, take };
        var total = reader.Connection.ExecuteScalar<int>("SELECT count(*) FROM pupils WHERE " + Where, asked);
        var rows = reader.Connection.Query<Row>(Columns + Where + "ORDER BY division, sort_name, pupil LIMIT @take OFFSET @skip", asked);
        return new PupilPage(total, [.. rows.Select(row => row.Read())]);
    });

    /// <summary>The pupils of a school who were born on a day.</summary>
    public IReadOnlyList<PupilView> BornOn(OrganisationId organisation, DateOnly day) => Query(
        "organisation = @organisation AND enabled = 1 AND birth_date = @day ORDER BY pupil",
        new { organisation = organisation.ToString(), day = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });

    /// <summary>The pupils of any school who bear a national number and have an account.</summary>
    public IReadOnlyList<PupilView> AttachedWithIne(string ine) =>
        Query("ine = @ine AND learner IS NOT NULL ORDER BY pupil", new { ine });

    /// <summary>The pupils that an account is.</summary>
    public IReadOnlyList<PupilView> OfLearner(LearnerId learner) =>
        Query("learner = @learner ORDER BY pupil", new { learner = learner.ToString() });

    /// <summary>A pupil, or null.</summary>
    public PupilView? Find(PupilId pupil) => Query("pupil = @pupil", new { pupil = pupil.ToString() }).SingleOrDefault();

    private List<PupilView> Query(string where, object asked) => readModels.Read(ReadModel, reader =>
        reader.Connection.Query<Row>(Columns + where, asked)
            .Select(row => row.Read())
            .ToList());

    private sealed record Row(string Pupil, string Organisation, string? Learner, string Sheet)
    {
        public PupilView Read()
        {
            var sheet = PupilTable.Read(Sheet);
            return new PupilView(
                new PupilId(Guid.Parse(Pupil, CultureInfo.InvariantCulture)),
                new OrganisationId(Guid.Parse(Organisation, CultureInfo.InvariantCulture)),
                sheet.Division,
                sheet.Ine,
                sheet.BirthDate,
                new NamedPupil(sheet.FirstName, sheet.MiddleName, sheet.ThirdName, sheet.LastName, sheet.PreferredLastName),
                Learner is null ? null : new LearnerId(Guid.Parse(Learner, CultureInfo.InvariantCulture)));
        }
    }
}
