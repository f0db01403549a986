namespace Pix.Domain;

/// <summary>What a member may do. The first two are of the organisation (Rule 12.2), the others of its certification centre (Rule D26).</summary>
public enum MemberRole
{
    /// <summary>Manages the team, the invitations and the import of pupils.</summary>
    Administrator,

    /// <summary>Makes campaigns and reads their results.</summary>
    Member,

    /// <summary>Answers for the centre; the head of the establishment.</summary>
    CentreHead,

    /// <summary>Prepares sessions, and manages the centre's team with its head.</summary>
    CentreReferent,

    /// <summary>Watches over sessions.</summary>
    CentreSupervisor,
}

/// <summary>The two teams that an organisation may have; a person may be in both.</summary>
public enum Team
{
    /// <summary>Those who make campaigns.</summary>
    Organisation,

    /// <summary>Those who hold certification sessions.</summary>
    Centre,
}

/// <summary>What follows from a role.</summary>
public static class MemberRoles
{
    /// <summary>The team in which one has it.</summary>
    public static Team Team(this MemberRole role) =>
        role is MemberRole.Administrator or MemberRole.Member ? Domain.Team.Organisation : Domain.Team.Centre;

    /// <summary>Whether it lets one manage the team: one such member always remains.</summary>
    public static bool Manages(this MemberRole role) => role is MemberRole.Administrator or MemberRole.CentreHead or MemberRole.CentreReferent;

    /// <summary>As people say it.</summary>
    public static string InFrench(this MemberRole role) => role switch
    {
        MemberRole.Administrator => "administrateur",
        MemberRole.Member => "membre",
        MemberRole.CentreHead => "chef de centre",
        MemberRole.CentreReferent => "référent du centre",
        _ => "surveillant",
    };
}
