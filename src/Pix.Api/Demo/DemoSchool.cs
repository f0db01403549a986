using System.Security.Cryptography;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>The school of the demonstration, registered and approved, with the pupils of its list.</summary>
internal sealed record DemoSchool(OrganisationId Id, IReadOnlyList<DemoPupil> Pupils, int OfEachClass)
{
    /// <summary>The sixième: their campaign is over.</summary>
    public const string Sixth = "6A";

    /// <summary>The cinquième: half of them have an account, and did nothing with it.</summary>
    public const string Fifth = "5B";

    /// <summary>The quatrième: in the middle of a campaign.</summary>
    public const string Fourth = "4B";

    /// <summary>The troisième: they take the certification.</summary>
    public const string Third = "3A";

    /// <summary>As it is called.</summary>
    public const string Name = "Collège Jeanne Barret";

    /// <summary>Its external id, as in <c>samples/school</c>.</summary>
    public const string Uai = "0511234P";

    /// <summary>Who of a class plays.</summary>
    public IReadOnlyList<DemoPupil> PlayersOf(string division) =>
        [.. Pupils.Where(pupil => pupil.Division == division).Take(division == Fifth ? OfEachClass / 2 : OfEachClass)];

    /// <summary>Everybody who plays.</summary>
    public IReadOnlyList<DemoPupil> Players => [.. new[] { Sixth, Fifth, Fourth, Third }.SelectMany(PlayersOf)];
}

/// <summary>The start of the year: the school, its team, and its pupils, imported from its SIECLE file.</summary>
internal sealed class DemoRegistration(Node node, DemoSender sender)
{
    private const string FileName = "ElevesSansAdresse.xml";
    private const int EveryPupil = 200;
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "samples", "school", FileName);

    /// <summary>Registers the school, invites its team, imports its pupils.</summary>
    public async Task<DemoSchool> Open(int ofEachClass, CancellationToken cancel)
    {
        var facts = new RegisterOrganisation(DemoSchool.Name, Text.Of(OrganisationKind.MiddleSchool), DemoSchool.Uai, "19", ManagesPupils: true, ShowsSkills: true);
        var school = new OrganisationId((await sender.Send(DemoStaff.Operator.Actor, "register the school", facts, cancel)).OrganisationId);
        await sender.Send(DemoStaff.Operator.Actor, "approve the centre", new ApproveCentre(school), cancel);
        await Welcome(school, DemoStaff.Operator, DemoStaff.Administrator, MemberRole.Administrator, cancel);
        await Welcome(school, DemoStaff.Administrator, DemoStaff.Teacher, MemberRole.Member, cancel);
        await Welcome(school, DemoStaff.Operator, DemoStaff.Referent, MemberRole.CentreReferent, cancel);
        await Welcome(school, DemoStaff.Referent, DemoStaff.Supervisor, MemberRole.CentreSupervisor, cancel);
        await Import(school, cancel);
        return new DemoSchool(school, await Listed(school, cancel), ofEachClass);
    }

    /// <summary>A pupil opens an account, and says which pupil it is.</summary>
    public async Task Enter(DemoSchool school, DemoPupil pupil, CancellationToken cancel)
    {
        await sender.Send(pupil.Actor, "register", new RegisterLearner(pupil.Account, pupil.First, pupil.Last), cancel);
        await sender.Send(pupil.Actor, "rules", new SeeRules(pupil.Account), cancel);
        await sender.Send(pupil.Actor, "attach", new AttachPupil(pupil.Account, school.Id, pupil.First, pupil.Last, pupil.Birth), cancel);
    }

    // The invited person has the code from the mail; it is the one that the organisation's history holds.
    private async Task Welcome(OrganisationId school, DemoMember by, DemoMember member, MemberRole role, CancellationToken cancel)
    {
        var invited = await sender.Send(by.Actor, $"invite {member.Email}", new InviteMember(school, role.Team(), member.Email, Text.Of(role)), cancel);
        var organisation = (await node.Aggregates.Organisations.Load(Streams.Organisation(school), cancel)).State;
        var code = node.Personal.Open(organisation.Invitations[invited.Invitation].Code).Value!;
        await sender.Send(member.Actor, "accept the invitation", new AcceptInvitation(school, member.Id, code), cancel);
    }

    private async Task Import(OrganisationId school, CancellationToken cancel)
    {
        await using var file = System.IO.File.OpenRead(File);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
        file.Position = 0;
        var started = await sender.Send(DemoStaff.Administrator.Actor, "import the pupils", new ImportPupils(school, FileName, hash) { Content = file }, cancel);
        var import = new ImportId(started.ImportId);
        await node.Until(
            "the import of the pupils",
            async () => (await node.Aggregates.Organisations.Load(Streams.Organisation(school), cancel)).State.FindImport(import)?.Completed is not null,
            cancel);
    }

    private async Task<IReadOnlyList<DemoPupil>> Listed(OrganisationId school, CancellationToken cancel)
    {
        var page = await sender.Ask(new ReadPupils(school, null, new PageRequest(1, EveryPupil), await node.Shown(cancel)), cancel);
        return [.. page.Items.Select(pupil => new DemoPupil(new PupilId(pupil.PupilId), pupil.Division, pupil.FirstName!, pupil.LastName!, pupil.BirthDate!.Value))];
    }
}
