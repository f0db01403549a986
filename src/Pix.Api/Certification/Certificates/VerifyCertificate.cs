using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// Whether a certificate with this code and this score is worth something today (Rules 11.28, D23), for anybody. A wrong code and a wrong score
/// are answered alike.
/// </summary>
public sealed record VerifyCertificate(string? Code, int? Score, Position AtLeast) : IQuery<VerifiedCertificateView>;

/// <summary>What is sent.</summary>
public sealed record VerifyCertificateBody(string? Code, int? Score);

/// <summary>
/// What is told to anybody. Standing: valid, expired, revoked (it was handed out and counts no more), or suspended (its session's results are not
/// published at the moment). The certificate is there while it is valid or expired.
/// </summary>
public sealed record VerifiedCertificateView(string Standing, string Sentence, string VerificationCode, VerifiedFactsView? Certificate);

/// <summary>What stands on a certificate that was handed out; names and birth facts are null once the person was erased.</summary>
public sealed record VerifiedFactsView(
    string? FirstName,
    string? LastName,
    DateOnly? BirthDate,
    string? BirthPlace,
    string Centre,
    DateOnly TakenOn,
    DateOnly PublishedOn,
    DateOnly ValidUntil,
    int Pix,
    int MaximumPix,
    int GlobalLevel,
    string GlobalLevelLabel,
    IReadOnlyList<CertifiedAreaView> Areas)
{
    /// <summary>Of a certificate that shows its score.</summary>
    public static VerifiedFactsView Of(CertificateView certificate) => new(
        certificate.FirstName,
        certificate.LastName,
        certificate.BirthDate,
        certificate.BirthPlace,
        certificate.Centre,
        certificate.TakenOn,
        certificate.PublishedOn!.Value,
        certificate.ValidUntil!.Value,
        certificate.Pix!.Value,
        certificate.MaximumPix!.Value,
        certificate.GlobalLevel!.Value,
        certificate.GlobalLevelLabel!,
        certificate.Areas);
}

/// <summary>Both are needed.</summary>
public sealed class VerifyCertificateValidator : AbstractValidator<VerifyCertificate>
{
    private const int LongestCode = 40;

    /// <summary>The rules.</summary>
    public VerifyCertificateValidator()
    {
        RuleFor(wish => wish.Code).NotEmpty().MaximumLength(LongestCode).WithMessage("Indiquez le code de vérification (code), de la forme P-XXXXXXXX.");
        RuleFor(wish => wish.Score).NotNull().WithMessage("Indiquez le nombre de pix (score) du certificat.");
    }
}

/// <summary>Handles <see cref="VerifyCertificate"/>.</summary>
public sealed class VerifyCertificateHandler(ReadModels readModels, CertificateReader certificates, CertificateDesk desk)
    : IRequestHandler<VerifyCertificate, Outcome<VerifiedCertificateView>>
{
    private const string Revoked = "revoked";
    private const string Suspended = "suspended";

    /// <inheritdoc />
    public async Task<Outcome<VerifiedCertificateView>> Handle(VerifyCertificate request, CancellationToken cancellationToken)
    {
        await readModels.Reached(CertificateReader.ReadModel, request.AtLeast, cancellationToken);
        if (certificates.FindIssued(Cleaned(request.Code!), request.Score!.Value) is not { } entry) return Refusal.CertificateUnknown;
        var view = await desk.ViewOf(entry, cancellationToken);
        return Outcome<VerifiedCertificateView>.Of(desk.StandingOf(entry) switch
        {
            CertificateStanding.Valid => Shown(
                view, $"Ce certificat est authentique et valable jusqu’au {HtmlText.French(view.ValidUntil!.Value)}."),
            CertificateStanding.Expired => Shown(
                view, $"Ce certificat est authentique, mais n’est plus valable depuis le {HtmlText.French(view.ValidUntil!.Value.AddDays(1))}."),
            CertificateStanding.Awaiting => new VerifiedCertificateView(
                Suspended, "Ce certificat a été délivré, mais les résultats de sa session ne sont pas publiés en ce moment.", entry.Code, null),
            _ => new VerifiedCertificateView(Revoked, "Ce certificat a été délivré, mais il a été retiré : il ne vaut plus rien.", entry.Code, null),
        });
    }

    // As people type it: small letters, spaces, with or without what every code begins with.
    private static string Cleaned(string typed)
    {
        const string Prefix = "P-";
        var code = string.Concat(typed.Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();
        return code.StartsWith(Prefix, StringComparison.Ordinal) ? code : Prefix + code;
    }

    private static VerifiedCertificateView Shown(CertificateView view, string sentence) =>
        new(view.Standing, sentence, view.VerificationCode, VerifiedFactsView.Of(view));
}

/// <summary><c>POST /certificates/verify</c>; <c>GET</c> is the page behind a certificate's QR code.</summary>
public static class VerifyCertificateEndpoints
{
    private const string Address = "/certificates/verify";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(Address, (VerifyCertificateBody body, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
                endpoint.Ask(http, new VerifyCertificate(body.Code, body.Score, MinimumPosition.Of(http, log))))
            .AllowAnonymous()
            .RequireRateLimiting(VerificationLimit.Policy)
            .WithName("verifyCertificate")
            .WithSummary("Vérifier un certificat par son code et son nombre de pix, sans compte")
            .Produces<VerifiedCertificateView>()
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests);
        routes
            .MapGet(Address, (string? code, string? score, UseCaseEndpoint endpoint, HttpContext http) => int.TryParse(score, out var pix) && !string.IsNullOrWhiteSpace(code)
                ? endpoint.Show(
                    http,
                    new VerifyCertificate(code, pix, Position.Start),
                    CertificatePage.Of,
                    refusal => CertificatePage.Refused(StatusCodes.Status404NotFound, refusal.Sentence))
                : Task.FromResult(CertificatePage.Form()))
            .AllowAnonymous()
            .RequireRateLimiting(VerificationLimit.Policy)
            .WithName("verifyCertificatePage")
            .WithSummary("Vérifier un certificat, comme page : l’adresse de son QR code")
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .ProducesProblems(StatusCodes.Status429TooManyRequests);
    }
}
