using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Somebody who works in the demonstration's school, or for it, and the role that their token names.</summary>
internal sealed record DemoMember(string Name, string Email, string Role)
{
    /// <summary>Their account.</summary>
    public MemberId Id => new(NameBasedGuid.Of("demo", "member", Email));

    /// <summary>Who sends what they do.</summary>
    public Actor Actor => new(Id.ToString(), Role);
}

/// <summary>The people of the demonstration.</summary>
internal static class DemoStaff
{
    /// <summary>Runs the service.</summary>
    public static DemoMember Operator { get; } = new("the operator", "exploitation@pix.example", Roles.Operator);

    /// <summary>Administrates the school.</summary>
    public static DemoMember Administrator { get; } = new("Claire Martin", "claire.martin@ac-reims.example", Roles.SchoolAdministrator);

    /// <summary>Makes the campaigns.</summary>
    public static DemoMember Teacher { get; } = new("Karim Haddad", "karim.haddad@ac-reims.example", Roles.Teacher);

    /// <summary>Prepares the certification session.</summary>
    public static DemoMember Referent { get; } = new("Sophie Lambert", "sophie.lambert@ac-reims.example", Roles.CentreReferent);

    /// <summary>Watches over it.</summary>
    public static DemoMember Supervisor { get; } = new("Paul Renaud", "paul.renaud@ac-reims.example", Roles.Supervisor);

    /// <summary>Deliberates.</summary>
    public static DemoMember Officer { get; } = new("Jeanne Colin", "jeanne.colin@pix.example", Roles.Jury);
}
