using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Makes who holds the code a member: once (Rule 12.3).</summary>
public sealed record AcceptInvitation(OrganisationId Organisation, MemberId Member, string Code) : ICommand<AcceptedInvitation>;

/// <summary>What the member is from now on, and where.</summary>
public sealed record AcceptedInvitation(Guid OrganisationId, Guid MemberId, string Role);

/// <summary>What is sent.</summary>
public sealed record AcceptInvitationBody(string? Code);

/// <summary>A code.</summary>
public sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    private const int LongestCode = 100;

    /// <summary>The rules.</summary>
    public AcceptInvitationValidator() => RuleFor(wish => wish.Code)
        .NotEmpty().WithMessage("Le code de l’invitation (code) manque.")
        .MaximumLength(LongestCode).WithMessage("Ce code est trop long pour être celui d’une invitation.");
}

/// <summary>Handles <see cref="AcceptInvitation"/>.</summary>
public sealed class AcceptInvitationHandler(Aggregates<Organisation, OrganisationEvent> organisations, CurrentCommand current)
    : IRequestHandler<AcceptInvitation, Outcome<AcceptedInvitation>>
{
    /// <inheritdoc />
    public async Task<Outcome<AcceptedInvitation>> Handle(AcceptInvitation request, CancellationToken cancellationToken)
    {
        var code = InvitationCode.Typed(request.Code);
        var decided = await organisations.Decide(
            Streams.Organisation(request.Organisation),
            current.Value,
            (organisation, now) => organisation.Accept(code, request.Member, now),
            cancellationToken);
        return decided.ToOutcome(done => new AcceptedInvitation(
            request.Organisation.Value,
            request.Member.Value,
            Text.Of(done.After.Invitations.Values.First(invitation => invitation.CodeDigest == code.Digest).Role)));
    }
}

/// <summary><c>POST /organisations/{organisation}/invitations/acceptance</c></summary>
public static class AcceptInvitationEndpoint
{
    /// <summary>Maps it: also for who is invited into the organisation's centre.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/organisations/{organisation:guid}/invitations/acceptance", (Guid organisation, AcceptInvitationBody body, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new AcceptInvitation(new OrganisationId(organisation), http.User.ToMember(), body.Code ?? string.Empty)))
        .RequireAuthorization(MemberPolicies.Staff)
        .WithName("acceptInvitation")
        .WithSummary("Accepter une invitation, avec le code reçu par courriel")
        .Produces<AcceptedInvitation>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
