using System.Globalization;
using Pix.Domain;
using QRCoder;
using static Pix.Api.HtmlText;

namespace Pix.Api;

/// <summary>Certificates as self-contained pages, to be read and to be printed.</summary>
internal static class CertificatePage
{
    private const int PixelsPerModule = 4;

    private const string Style =
        "body{font:12pt/1.45 sans-serif;color:#1b1b35;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.7rem;margin:0 0 .3rem}"
        + "h2{font-size:1.15rem;margin:1.4rem 0 .5rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem;margin:0}dt{color:#505069}dd{margin:0}"
        + ".score{font-size:1.5rem;font-weight:700}.areas{columns:2;column-gap:2rem}table{border-collapse:collapse;width:100%;margin:0 0 1rem;break-inside:avoid}"
        + "caption{text-align:left;font-weight:700;padding:.2rem 0}th{font-weight:400;text-align:left}th,td{border-bottom:1px solid #b9b9c8;padding:.2rem .3rem}"
        + "td{text-align:right;white-space:nowrap;font-weight:700}.proof{display:flex;gap:1.2rem;align-items:center;margin-top:1rem}.proof svg{width:3.2cm;height:3.2cm}"
        + ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.code{font:700 1.2rem monospace}.notice{border:2px solid #8a1c1c;padding:.6rem 1rem}@media(max-width:40rem){.areas{columns:1}}"
        + "@media print{@page{size:A4;margin:1.5cm}body{margin:0;max-width:none;font-size:10pt}}";

    private const string NoLevel = """<span aria-hidden="true">–</span><span class="unseen">pas de niveau certifié</span>""";

    private static readonly CultureInfo FrenchCulture = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>A valid or expired certificate, as its holder prints it.</summary>
    public static IResult Of(CertificateView certificate, PublicAddress address)
    {
        var link = LinkTo(address, certificate.VerificationCode, certificate.Pix!.Value);
        return Page(
            "Certificat Pix",
            $"""
            {(certificate.Standing == Text.Of(CertificateStanding.Expired) ? ExpiredNotice(certificate.ValidUntil!.Value) : string.Empty)}
            {Facts(certificate)}
            {Levels(certificate.Areas)}
            <section class="proof" aria-label="Vérification">
            <div role="img" aria-label="QR code qui mène à la vérification de ce certificat">{QrCode(link)}</div>
            <div><p>Code de vérification : <span class="code">{Encoded(certificate.VerificationCode)}</span></p>
            <p>Chacun peut vérifier ce certificat, avec ce code et le nombre de pix : <a href="{Encoded(link)}">{Encoded(link)}</a></p></div>
            </section>
            """);
    }

    /// <summary>What a verification answers.</summary>
    public static IResult Of(VerifiedCertificateView verified) => verified.Certificate is { } certificate
        ? Page(
            "Certificat Pix vérifié",
            $"""
            <p role="status">{Encoded(verified.Sentence)}</p>
            {Facts(certificate)}
            {Levels(certificate.Areas)}
            """)
        : Page("Vérification d’un certificat Pix", $"""<p class="notice" role="status">{Encoded(verified.Sentence)}</p>""");

    /// <summary>The form of a verification.</summary>
    public static IResult Form() => Page(
        "Vérifier un certificat Pix",
        """
        <form method="get" action="/certificates/verify">
        <p><label for="code">Code de vérification</label><br><input id="code" name="code" required placeholder="P-XXXXXXXX" autocomplete="off"></p>
        <p><label for="score">Nombre de pix certifiés</label><br><input id="score" name="score" required inputmode="numeric" autocomplete="off"></p>
        <p><button type="submit">Vérifier</button></p>
        </form>
        """);

    /// <summary>A verification that found nothing, or may not be made now.</summary>
    public static IResult Refused(int status, string sentence) =>
        Page("Vérification d’un certificat Pix", $"""<p class="notice" role="status">{Encoded(sentence)}</p>""", status);

    /// <summary>Where a certificate is verified.</summary>
    public static string LinkTo(PublicAddress address, string code, int pix) =>
        string.Create(CultureInfo.InvariantCulture, $"{address.Base}/certificates/verify?code={code}&score={pix}");

    private static string Facts(VerifiedFactsView facts) =>
        $"""
        <dl>
        <dt>Prénom et nom</dt><dd>{(facts.LastName is null ? "effacés à la demande de la personne" : Encoded($"{facts.FirstName} {facts.LastName}"))}</dd>
        {(facts.BirthDate is { } born ? $"<dt>Né(e) le</dt><dd>{French(born)}{(facts.BirthPlace is null ? string.Empty : $" à {Encoded(facts.BirthPlace)}")}</dd>" : string.Empty)}
        <dt>Centre de certification</dt><dd>{Encoded(facts.Centre)}</dd>
        <dt>Test passé le</dt><dd>{French(facts.TakenOn)}</dd>
        <dt>Certificat délivré le</dt><dd>{French(facts.PublishedOn)}</dd>
        <dt>Valable jusqu’au</dt><dd>{French(facts.ValidUntil)}</dd>
        <dt>Pix certifiés</dt><dd><span class="score">{facts.Pix.ToString(FrenchCulture)}</span> sur {facts.MaximumPix.ToString(FrenchCulture)}</dd>
        <dt>Niveau global</dt><dd>{Encoded(facts.GlobalLevelLabel)}</dd>
        </dl>
        """;

    private static string Facts(CertificateView certificate) => Facts(VerifiedFactsView.Of(certificate));

    private static string Levels(IReadOnlyList<CertifiedAreaView> areas) =>
        $"""
        <h2>Niveaux certifiés par compétence</h2>
        <div class="areas">
        {string.Join('\n', areas.Select(area =>
            $"<table><caption>{Encoded(area.Title)}</caption><tbody>{string.Concat(area.Competences.Select(Row))}</tbody></table>"))}
        </div>
        """;

    private static string Row(CertifiedCompetenceView competence) =>
        $"""<tr><th scope="row">{Encoded(competence.Name)}</th><td>{(competence.Level is { } level ? $"niveau {level}" : NoLevel)}</td></tr>""";

    private static string ExpiredNotice(DateOnly until) => $"""<p class="notice">Ce certificat n’est plus valable depuis le {French(until.AddDays(1))}.</p>""";

    private static string QrCode(string link)
    {
        using var data = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        return new SvgQRCode(data).GetGraphic(PixelsPerModule, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    private static IResult Page(string title, string body, int status = StatusCodes.Status200OK) => Results.Text(
        $"""
        <!DOCTYPE html>
        <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Encoded(title)}</title><style>{Style}</style></head>
        <body><main><h1>{Encoded(title)}</h1>
        {body}
        </main></body></html>
        """,
        "text/html; charset=utf-8",
        statusCode: status);
}
