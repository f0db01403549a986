using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Opens an account: a learner their own, an operator a new one. Names are optional.</summary>
public sealed record RegisterLearner(LearnerId? Own, string? FirstName, string? LastName) : ICommand<RegisteredLearner>;

/// <summary>The new account.</summary>
public sealed record RegisteredLearner(Guid LearnerId);

/// <summary>What is sent.</summary>
public sealed record RegisterLearnerBody(string? FirstName, string? LastName);

/// <summary>A name is whole or missing, and short enough for a form.</summary>
public sealed class RegisterLearnerValidator : AbstractValidator<RegisterLearner>
{
    private const int MaximumLength = 100;

    /// <summary>The rules.</summary>
    public RegisterLearnerValidator()
    {
        RuleFor(wish => wish.FirstName)
            .NotEmpty().WithMessage("Le prénom manque.").When(wish => wish.LastName is not null)
            .MaximumLength(MaximumLength).WithMessage($"Le prénom a plus de {MaximumLength} caractères.");
        RuleFor(wish => wish.LastName)
            .NotEmpty().WithMessage("Le nom manque.").When(wish => wish.FirstName is not null)
            .MaximumLength(MaximumLength).WithMessage($"Le nom a plus de {MaximumLength} caractères.");
    }
}

/// <summary>Handles <see cref="RegisterLearner"/>.</summary>
public sealed class RegisterLearnerHandler(Aggregates<Learner, LearnerEvent> learners, CurrentCommand current)
    : IRequestHandler<RegisterLearner, Outcome<RegisteredLearner>>
{
    /// <inheritdoc />
    public async Task<Outcome<RegisteredLearner>> Handle(RegisterLearner request, CancellationToken cancellationToken)
    {
        var command = current.Value;
        var id = request.Own ?? new LearnerId(command.IdFor("learner"));
        var person = new PersonId(command.IdFor("person"));
        var name = request is { FirstName: { } first, LastName: { } last } ? new PersonName(first.Trim(), last.Trim()) : null;
        var decided = await learners.Decide(
            Streams.Learner(id),
            command,
            (learner, now) => learner.Register(person, name, now),
            cancellationToken);
        return decided.ToOutcome(_ => new RegisteredLearner(id.Value), created: true);
    }
}

/// <summary><c>POST /learners</c></summary>
public static class RegisterLearnerEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/learners", (RegisterLearnerBody? body, UseCaseEndpoint endpoint, HttpContext http) => endpoint.Send(
            http,
            new RegisterLearner(http.User.IsInRole(Roles.Learner) ? http.User.ToLearner() : null, body?.FirstName, body?.LastName),
            reply => $"/learners/{reply.LearnerId}"))
        .RequireAuthorization(Policies.MayRegister)
        .WithName("registerLearner")
        .WithSummary("Ouvrir un compte")
        .Produces<RegisteredLearner>(StatusCodes.Status201Created)
        .ProducesProblems(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
