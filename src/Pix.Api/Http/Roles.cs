using System.Security.Claims;
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

    /// <summary>Every role that a token may name.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Learner, "teacher", "school-administrator", "centre-head", "centre-referent", "supervisor", "jury", Auditor, "academy", Operator];
}

/// <summary>Who may do what: one policy per group of endpoints.</summary>
public static class Policies
{
    /// <summary>The learner whose id, or whose assessment's id, is in the address.</summary>
    public const string LearnerThemself = "learner-themself";

    /// <summary>Whoever may open an account: a learner their own, an operator anybody's.</summary>
    public const string MayRegister = "may-register";

    /// <summary>Adds the policies.</summary>
    public static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(LearnerThemself, policy => policy.RequireRole(Roles.Learner).RequireAssertion(context =>
                context.Resource is HttpContext http && IsAbout(context.User.ToLearner(), http.Request.RouteValues)))
            .AddPolicy(MayRegister, policy => policy.RequireRole(Roles.Learner, Roles.Operator));
        return services;
    }

    /// <summary>Who asks.</summary>
    public static Actor ToActor(this ClaimsPrincipal user) => new(
        user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "anonymous",
        user.FindFirstValue(ClaimTypes.Role) ?? "anonymous");

    /// <summary>The account of a learner's token: its subject, when that is an id, else the id that the subject makes.</summary>
    public static LearnerId ToLearner(this ClaimsPrincipal user)
    {
        var subject = user.ToActor().Id;
        return new LearnerId(Guid.TryParse(subject, out var id) ? id : NameBasedGuid.Of("learner", subject));
    }

    // What cannot be an assessment's id is nobody's: whoever asks is told that it does not exist.
    private static bool IsAbout(LearnerId learner, RouteValueDictionary route)
    {
        if (route.TryGetValue("learner", out var text)) return Guid.TryParse(text as string, out var id) && learner == new LearnerId(id);
        return route.TryGetValue("assessment", out text) && (!AssessmentId.TryParse(text as string, out var assessment) || assessment.Learner == learner);
    }
}
