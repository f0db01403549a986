using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>Says which pupil of a school an account is, by name and birth date (Rules 10.8, 10.9), as the school's list stands at this position or later.</summary>
public sealed record AttachPupil(LearnerId Learner, OrganisationId Organisation, string? FirstName, string? LastName, DateOnly BirthDate)
    : ICommand<AttachedPupilView>
{
    [System.Text.Json.Serialization.JsonIgnore]
    internal Position AtLeast { get; init; }
}

/// <summary>What is sent.</summary>
public sealed record AttachPupilBody(Guid OrganisationId, string? FirstName, string? LastName, DateOnly BirthDate);

/// <summary>The pupil that the account is.</summary>
public sealed record AttachedPupilView(Guid PupilId, Guid OrganisationId);

/// <summary>Names are needed, and short enough for a form.</summary>
public sealed class AttachPupilValidator : AbstractValidator<AttachPupil>
{
    private const int MaximumLength = 100;

    /// <summary>The rules.</summary>
    public AttachPupilValidator()
    {
        RuleFor(wish => wish.FirstName)
            .NotEmpty().WithMessage("Le prénom manque.")
            .MaximumLength(MaximumLength).WithMessage($"Le prénom a plus de {MaximumLength} caractères.");
        RuleFor(wish => wish.LastName)
            .NotEmpty().WithMessage("Le nom manque.")
            .MaximumLength(MaximumLength).WithMessage($"Le nom a plus de {MaximumLength} caractères.");
    }
}

/// <summary>Handles <see cref="AttachPupil"/>.</summary>
public sealed class AttachPupilHandler(
    ReadModels readModels,
    PupilReader pupils,
    AttachedAccounts accounts,
    NodeAggregates aggregates,
    CurrentCommand current) : IRequestHandler<AttachPupil, Outcome<AttachedPupilView>>
{
    /// <inheritdoc />
    public async Task<Outcome<AttachedPupilView>> Handle(AttachPupil request, CancellationToken cancellationToken)
    {
        await readModels.Reached(PupilReader.ReadModel, request.AtLeast, cancellationToken);
        var learner = (await aggregates.Learners.Load(Streams.Learner(request.Learner), cancellationToken)).State;
        if (learner.Person is null) return Refusal.LearnerUnknown;
        var candidates = pupils.BornOn(request.Organisation, request.BirthDate);
        var typed = new PersonName(request.FirstName!, request.LastName!);
        if (Reconciliation.Match(typed, [.. candidates.Select(candidate => candidate.Names)]) is not { } index) return Refusal.PupilNotFound;

        var found = candidates[index];
        if (AttachmentCheck.WhyNot(request.Learner, await accounts.Around(request.Learner, found, cancellationToken)) is { } refusal) return refusal;
        var decided = await aggregates.Pupils.Decide(
            Streams.Pupil(found.Pupil), current.Value, (pupil, now) => pupil.Attach(request.Learner, now), cancellationToken);
        if (decided.Refusal == Refusal.PupilTaken)
            return AttachmentCheck.Taken(await accounts.Of(decided.Before.Learner!.Value, cancellationToken));
        if (decided.Refusal is null && await PupilAttaching.Settle(aggregates, found.Pupil, request.Learner, cancellationToken) is { } refused) return refused;
        return decided.ToOutcome(_ => new AttachedPupilView(found.Pupil.Value, request.Organisation.Value));
    }
}

/// <summary><c>POST /learners/{learner}/pupils</c></summary>
public static class AttachPupilEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/learners/{learner:guid}/pupils", (Guid learner, AttachPupilBody body, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) => endpoint.Send(
            http,
            new AttachPupil(new LearnerId(learner), new OrganisationId(body.OrganisationId), body.FirstName, body.LastName, body.BirthDate)
            {
                AtLeast = MinimumPosition.Of(http, log),
            }))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("attachPupil")
        .WithSummary("Rattacher son compte à l’élève que l’on est")
        .Produces<AttachedPupilView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
}
