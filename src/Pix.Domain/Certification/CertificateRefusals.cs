namespace Pix.Domain;

public sealed partial record Refusal
{
    /// <summary>No certificate was handed out with this code and this score; which of the two is wrong is not told.</summary>
    public static Refusal CertificateUnknown { get; } = new(
        RefusalKind.Unknown,
        "certificate_unknown",
        "Aucun certificat délivré ne porte ce code et ce nombre de pix : vérifiez l’un et l’autre sur le certificat.");

    /// <summary>Nothing is certified, or nothing is published: there is nothing to print (Rule 11.27).</summary>
    public static Refusal CertificateNotPrintable { get; } = new(
        RefusalKind.Conflict,
        "certificate_not_printable",
        "Ce test n’a pas de certificat à imprimer : son résultat n’est pas publié, ou il ne certifie rien.");

    /// <summary>A link to results that is none of ours, or too old.</summary>
    public static Refusal ResultsLinkUnknown { get; } = new(
        RefusalKind.Unknown,
        "results_link_unknown",
        "Ce lien n’ouvre rien : il est incomplet, ou il a plus de 30 jours. Demandez les résultats au centre de certification.");
}
