namespace Pix.Api;

/// <summary>The documentation's examples about organisations.</summary>
internal static class OrganisationExamples
{
    private const string Administrator = "administrator";
    private const string School = "Collège Jeanne Barret";
    private static readonly Guid Organisation = new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e10");
    private static readonly Guid Member = new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e12");
    private static readonly DateTimeOffset At = new(2026, 1, 6, 9, 30, 0, TimeSpan.Zero);
    private static readonly FiguresView Figures = new(4, 3, 412, 380, 291);

    public static IEnumerable<string> ReadsAtPosition { get; } = ["listOrganisations", "readMyOrganisations", "readDashboard", "listEstablishments"];

    public static Dictionary<string, string> Requests { get; } = new()
    {
        ["registerOrganisation"] =
            """{ "name": "Collège Jeanne Barret", "kind": "middleSchool", "externalId": "0511234P", "province": "19", "managesPupils": true, "showsSkills": true }""",
        ["inviteMember"] = """{ "email": "claire.martin@ac-reims.example", "role": "administrator" }""",
        ["inviteMemberOfCentre"] = """{ "email": "paul.girard@ac-reims.example", "role": "centreReferent" }""",
        ["acceptInvitation"] = """{ "code": "0195a3c27d1e7b609d4f2f6c1a8b3e13" }""",
        ["changeMemberRole"] = """{ "role": "member" }""",
        ["changeMemberRoleOfCentre"] = """{ "role": "centreSupervisor" }""",
    };

    public static Dictionary<string, string> Replies { get; } = new()
    {
        ["registerOrganisation"] = Examples.Json(new RegisteredOrganisation(Organisation)),
        ["listOrganisations"] = Establishments(),
        ["listEstablishments"] = Establishments(),
        ["readOrganisation"] = Described(),
        ["readOrganisationOfCentre"] = Described(),
        ["readTeam"] = Team(Administrator),
        ["readTeamOfCentre"] = Team("centreReferent"),
        ["readInvitations"] = Pending("member"),
        ["readInvitationsOfCentre"] = Pending("centreSupervisor"),
        ["inviteMember"] = Examples.Json(new InvitedMember(1, Administrator)),
        ["inviteMemberOfCentre"] = Examples.Json(new InvitedMember(2, "centreReferent")),
        ["acceptInvitation"] = Examples.Json(new AcceptedInvitation(Organisation, Member, Administrator)),
        ["readMyOrganisations"] = Examples.Json(new MyOrganisationsView(Member, [new MyOrganisationView(Organisation, School, "middleSchool", Administrator)])),
        ["readDashboard"] = Examples.Json(new DashboardView("19", 1, Figures, [new KindFiguresView("middleSchool", 1, Figures)])),
        ["readOperations"] = Examples.Json(new ProcessesView(
            null,
            [new OpenProcessView("invitation-mail", $"organisation-{Organisation}", "1", At, 42, 3, 3, "The mail is not taken by smtp.example:587.", true)])),
    };

    private static string Described() =>
        Examples.Json(new OrganisationView(Organisation, School, "middleSchool", "0511234P", "19", true, true, true, At));

    private static string Team(string role) =>
        Examples.Json(new TeamView(Organisation, [new MemberView(Member, role, "claire.martin@ac-reims.example", At)]));

    private static string Pending(string role) =>
        Examples.Json(new InvitationsView(Organisation, [new InvitationView(3, role, "paul.girard@ac-reims.example", At, At)]));

    private static string Establishments() => Examples.Json(new PageView<EstablishmentView>(
        [new EstablishmentView(Organisation, School, "middleSchool", "0511234P", "19", true, Figures)], 1, 25, 1));
}
