using Microsoft.AspNetCore.Authorization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Policies of who a certification, named in the address, is about or is judged by.</summary>
public static class CertificationPolicies
{
    /// <summary>A learner who takes part in sessions.</summary>
    public const string Candidate = "candidate";

    /// <summary>The learner whose test it is.</summary>
    public const string CandidateThemself = "candidate-themself";

    /// <summary>The jury officer in charge of the test's session.</summary>
    public const string OfficerInCharge = "officer-in-charge";

    /// <summary>Adds the policies.</summary>
    public static AuthorizationBuilder AddCertifications(this AuthorizationBuilder policies) => policies
        .AddPolicy(Candidate, policy => policy.RequireRole(Roles.Learner))
        .AddPolicy(CandidateThemself, policy => policy.RequireRole(Roles.Learner).AddRequirements(new CertificationRequirement(CertificationParty.Candidate)))
        .AddPolicy(OfficerInCharge, policy => policy.RequireRole(Roles.Jury).AddRequirements(new CertificationRequirement(CertificationParty.Officer)));
}

/// <summary>Somebody who has to do with a certification.</summary>
public enum CertificationParty
{
    /// <summary>Who takes the test.</summary>
    Candidate,

    /// <summary>The jury officer in charge of its session.</summary>
    Officer,
}

/// <summary>Who asks is this party of the certification in the address.</summary>
public sealed record CertificationRequirement(CertificationParty Party) : IAuthorizationRequirement;

/// <summary>Looks the parties up. What does not exist and what is somebody else's are answered alike, by 403.</summary>
public sealed class CertificationHandler(
    Aggregates<Certification, CertificationEvent> certifications,
    Aggregates<Session, SessionEvent> sessions) : AuthorizationHandler<CertificationRequirement>
{
    /// <inheritdoc />
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, CertificationRequirement requirement)
    {
        if (context.Resource is not HttpContext http) return;
        if (!Guid.TryParse(http.Request.RouteValues["certification"] as string, out var id)) return;
        var certification = (await certifications.Load(Streams.Certification(new CertificationId(id)), http.RequestAborted)).State;
        if (certification.Started is { } started && await IsParty(requirement.Party, started, http)) context.Succeed(requirement);
    }

    private async ValueTask<bool> IsParty(CertificationParty party, CertificationStarted started, HttpContext http) => party switch
    {
        CertificationParty.Candidate => started.Learner == http.User.ToLearner(),
        _ => (await sessions.Load(Streams.Session(started.Session), http.RequestAborted)).State.Officer == http.User.ToMember(),
    };
}
