using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Who people are to the service. A token names one role.</summary>
public static class Roles
{
    /// <summary>Plays.</summary>
    public const string Learner = "learner";

    /// <summary>Runs the service.</summary>
    public const string Operator = "operator";

    /// <summary>Replays histories.</summary>
    public const string Auditor = "auditor";

    /// <summary>Makes campaigns.</summary>
    public const string Teacher = "teacher";

    /// <summary>Administrates an organisation.</summary>
    public const string SchoolAdministrator = "school-administrator";

    /// <summary>Answers for a certification centre.</summary>
    public const string CentreHead = "centre-head";

    /// <summary>Prepares certification sessions.</summary>
    public const string CentreReferent = "centre-referent";

    /// <summary>Watches over certification sessions.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Deliberates.</summary>
    public const string Jury = "jury";

    /// <summary>Follows the establishments of an academy.</summary>
    public const string Academy = "academy";

    /// <summary>Every role that a token may name.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Learner, Teacher, SchoolAdministrator, CentreHead, CentreReferent, Supervisor, Jury, Auditor, Academy, Operator];
}

/// <summary>Who may do what: one policy per group of endpoints.</summary>
public static class Policies
{
    /// <summary>The learner whose id, or whose assessment's or participation's id, is in the address.</summary>
    public const string LearnerThemself = "learner-themself";

    /// <summary>Whoever may open an account: a learner their own, an operator anybody's.</summary>
    public const string MayRegister = "may-register";

    /// <summary>Any learner.</summary>
    public const string AnyLearner = "any-learner";

    /// <summary>Who runs the service.</summary>
    public const string ServiceOperator = "operator";

    /// <summary>Who follows the establishments of an academy.</summary>
    public const string AcademyStaff = "academy";

    /// <summary>Adds the policies.</summary>
    public static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(LearnerThemself, policy => policy.RequireRole(Roles.Learner).RequireAssertion(context =>
                context.Resource is HttpContext http && IsAbout(context.User.ToLearner(), http.Request.RouteValues)))
            .AddPolicy(ServiceOperator, policy => policy.RequireRole(Roles.Operator))
            .AddPolicy(AcademyStaff, policy => policy.RequireRole(Roles.Academy))
            .AddMemberships()
            .AddCertifications()
            .AddSessionPolicies()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(IsNoEndpointOfOurs).Build())
            .AddPolicy(AnyLearner, policy => policy.RequireRole(Roles.Learner))
            .AddPolicy(MayRegister, policy => policy.RequireRole(Roles.Learner, Roles.Operator));
        services.AddMembershipLookup();
        services.AddSingleton<IAuthorizationHandler, CertificationHandler>();
        services.AddSessionLookup();
        return services;
    }

    /// <summary>Who asks. The log keeps it for good: a subject that is no id may be a name, and leaves only the id that it makes.</summary>
    public static Actor ToActor(this ClaimsPrincipal user) => new(IdOf(user).ToString(), user.FindFirstValue(ClaimTypes.Role) ?? "anonymous");

    /// <summary>The account of a learner's token: its subject, when that is an id, else the id that the subject makes.</summary>
    public static LearnerId ToLearner(this ClaimsPrincipal user) => new(IdOf(user));

    /// <summary>The account of somebody who works in organisations.</summary>
    public static MemberId ToMember(this ClaimsPrincipal user) => new(IdOf(user));

    // An endpoint that names no policy lets nobody in; an address that leads nowhere is told as such.
    private static bool IsNoEndpointOfOurs(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint;

    private static Guid IdOf(ClaimsPrincipal user)
    {
        var subject = user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "anonymous";
        return Guid.TryParse(subject, out var id) ? id : NameBasedGuid.Of("learner", subject);
    }

    // What cannot be the id of an assessment or of a participation is nobody's: whoever asks is told that it does not exist.
    private static bool IsAbout(LearnerId learner, RouteValueDictionary route)
    {
        if (route.TryGetValue("learner", out var text)) return Guid.TryParse(text as string, out var id) && learner == new LearnerId(id);
        if (route.TryGetValue("participation", out text))
            return !ParticipationId.TryParse(text as string, out var participation) || participation.Learner == learner;
        return route.TryGetValue("assessment", out text) && (!AssessmentId.TryParse(text as string, out var assessment) || assessment.Learner == learner);
    }
}
