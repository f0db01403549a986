using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Registers an organisation (Rule 12.1).</summary>
public sealed record RegisterOrganisation(string Name, string Kind, string? ExternalId, string Province, bool ManagesPupils, bool ShowsSkills)
    : ICommand<RegisteredOrganisation>;

/// <summary>The organisation.</summary>
public sealed record RegisteredOrganisation(Guid OrganisationId);

/// <summary>What is sent.</summary>
public sealed record RegisterOrganisationBody(string? Name, string? Kind, string? ExternalId, string? Province, bool ManagesPupils, bool ShowsSkills);

/// <summary>The kind is one that there is; the domain says the rest.</summary>
public sealed class RegisterOrganisationValidator : AbstractValidator<RegisterOrganisation>
{
    /// <summary>The rules.</summary>
    public RegisterOrganisationValidator() => RuleFor(wish => wish.Kind)
        .Must(kind => Text.Find<OrganisationKind>(kind) is not null)
        .WithMessage($"Le type d’établissement est à choisir parmi : {Text.Choices<OrganisationKind>()}.");
}

/// <summary>Handles <see cref="RegisterOrganisation"/>.</summary>
public sealed class RegisterOrganisationHandler(Aggregates<Organisation, OrganisationEvent> organisations, CurrentCommand current)
    : IRequestHandler<RegisterOrganisation, Outcome<RegisteredOrganisation>>
{
    /// <inheritdoc />
    public async Task<Outcome<RegisteredOrganisation>> Handle(RegisterOrganisation request, CancellationToken cancellationToken)
    {
        var facts = new OrganisationFacts(
            request.Name, Text.Find<OrganisationKind>(request.Kind)!.Value, request.ExternalId, request.Province, request.ManagesPupils, request.ShowsSkills);
        var id = OrganisationIdentity.Of(facts);
        var decided = await organisations.Decide(
            Streams.Organisation(id), current.Value, (organisation, now) => organisation.Register(facts, now), cancellationToken);
        return decided.ToOutcome(_ => new RegisteredOrganisation(id.Value), created: true);
    }
}

/// <summary><c>POST /organisations</c></summary>
public static class RegisterOrganisationEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/organisations", (RegisterOrganisationBody body, UseCaseEndpoint endpoint, HttpContext http) => endpoint.Send(
            http,
            new RegisterOrganisation(
                (body.Name ?? string.Empty).Trim(), body.Kind ?? string.Empty, body.ExternalId?.Trim(), (body.Province ?? string.Empty).Trim(), body.ManagesPupils, body.ShowsSkills),
            reply => $"/organisations/{reply.OrganisationId}"))
        .RequireAuthorization(Policies.ServiceOperator)
        .WithName("registerOrganisation")
        .WithSummary("Enregistrer un établissement")
        .Produces<RegisteredOrganisation>(StatusCodes.Status201Created)
        .ProducesProblems(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
