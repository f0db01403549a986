using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Corrects who is certified, as it will stand on the certificate.</summary>
public sealed record CorrectIdentity(CertificationId Certification, CorrectIdentityBody Identity) : ICommand<Nothing>;

/// <summary>The whole identity, as it should be.</summary>
public sealed record CorrectIdentityBody(
    string? FirstName,
    string? LastName,
    string? Sex,
    DateOnly? BirthDate,
    string? BirthCountry,
    string? BirthInseeCode,
    string? BirthPostalCode,
    string? BirthCity);

/// <summary>Names, sex, birth date and country are needed.</summary>
public sealed class CorrectIdentityValidator : AbstractValidator<CorrectIdentity>
{
    private const int LongestText = 200;
    private static readonly DateOnly FirstBirth = new(1900, 1, 2);

    /// <summary>The rules.</summary>
    public CorrectIdentityValidator()
    {
        RuleFor(wish => wish.Identity.FirstName).NotEmpty().MaximumLength(LongestText).WithMessage("Le prénom (firstName) manque, ou il est trop long.");
        RuleFor(wish => wish.Identity.LastName).NotEmpty().MaximumLength(LongestText).WithMessage("Le nom (lastName) manque, ou il est trop long.");
        RuleFor(wish => wish.Identity.Sex).Must(sex => Enum.TryParse<CandidateSex>(sex, ignoreCase: true, out _)).WithMessage("Le sexe (sex) est M ou F.");
        RuleFor(wish => wish.Identity.BirthDate)
            .NotNull()
            .GreaterThanOrEqualTo(FirstBirth)
            .WithMessage("La date de naissance (birthDate) manque, ou elle n’est pas postérieure au 1er janvier 1900.");
        RuleFor(wish => wish.Identity.BirthCountry)
            .NotEmpty()
            .MaximumLength(LongestText)
            .WithMessage("Le pays de naissance (birthCountry) manque, ou il est trop long.");
        RuleFor(wish => wish.Identity.BirthCity).MaximumLength(LongestText).WithMessage("La ville de naissance (birthCity) est trop longue.");
    }
}

/// <summary>Handles <see cref="CorrectIdentity"/>.</summary>
public sealed class CorrectIdentityHandler(Aggregates<Certification, CertificationEvent> certifications, CurrentCommand current)
    : IRequestHandler<CorrectIdentity, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(CorrectIdentity request, CancellationToken cancellationToken)
    {
        var body = request.Identity;
        var identity = new CertifiedIdentity(
            body.FirstName!,
            body.LastName!,
            Enum.Parse<CandidateSex>(body.Sex!, ignoreCase: true),
            body.BirthDate!.Value,
            new BirthPlace(body.BirthCountry!, body.BirthInseeCode, body.BirthPostalCode, body.BirthCity));
        var decided = await certifications.Decide(
            Streams.Certification(request.Certification),
            current.Value,
            (certification, now) => certification.CorrectIdentity(identity, now),
            cancellationToken);
        return decided.ToOutcome();
    }
}

/// <summary><c>PUT /jury/certifications/{certification}/identity</c></summary>
public static class CorrectIdentityEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/jury/certifications/{certification:guid}/identity", (Guid certification, CorrectIdentityBody body, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new CorrectIdentity(new CertificationId(certification), body)))
        .RequireAuthorization(CertificationPolicies.OfficerInCharge)
        .WithName("correctIdentity")
        .WithSummary("Corriger l’identité portée sur le certificat")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
}
