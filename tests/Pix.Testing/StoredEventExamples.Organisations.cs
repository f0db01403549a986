using Pix.Domain;
using Pix.EventStore;

namespace Pix.Testing;

/// <summary>Of organisations. Computed: what other parts of this class hold may be made before.</summary>
public static partial class StoredEventExamples
{
    public static OrganisationId Organisation => new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e10"));

    private static PersonId Teacher => new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e11"));
    private static MemberId TeachersAccount => new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e12"));

    /// <summary>In the order of an organisation's life.</summary>
    public static IEnumerable<OrganisationEvent> OfOrganisation()
    {
        var code = InvitationCode.Of(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e13"));
        yield return new OrganisationRegistered("Collège Jeanne Barret", OrganisationKind.MiddleSchool, "0511234P", "19", true, true, At);
        yield return new CentreApproved(At);
        yield return new MemberInvited(
            1,
            MemberRole.Administrator,
            Teacher,
            new Personal<string>(Teacher, "claire.martin@ac-reims.example"),
            new Personal<string>(Teacher, code.Value),
            code.Digest,
            At);
        yield return new InvitationSent(1, At);
        yield return new InvitationAccepted(1, TeachersAccount, MemberRole.Administrator, At);
        yield return new InvitationCancelled(2, At);
        yield return new MemberRoleChanged(TeachersAccount, MemberRole.Member, At);
        yield return new MemberRemoved(TeachersAccount, Team.Organisation, At);
    }
}
