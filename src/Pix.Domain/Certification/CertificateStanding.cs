namespace Pix.Domain;

/// <summary>What a certificate is worth today (Rules 11.25, D22, D23).</summary>
public enum CertificateStanding
{
    /// <summary>No result is published at the moment.</summary>
    Awaiting,

    /// <summary>Published and valid.</summary>
    Valid,

    /// <summary>It was valid, and its three years are over.</summary>
    Expired,

    /// <summary>Nothing is certified.</summary>
    Rejected,

    /// <summary>The test counts for nothing.</summary>
    Cancelled,

    /// <summary>It was valid, and was revoked.</summary>
    Revoked,
}

/// <summary>
/// What a certificate is worth: what was published decides, then what the jury said since, then the day. What is scored after a publication
/// counts for nothing until it is published in its turn.
/// </summary>
public static class CertificateStandings
{
    /// <summary>What a publication makes of the scoring that it names.</summary>
    public static CertificateStanding AtPublication(ScoringStatus status, bool isTrusted, bool isCancelledByJury) =>
        isCancelledByJury || !isTrusted ? CertificateStanding.Cancelled
        : status == ScoringStatus.Validated ? CertificateStanding.Valid
        : CertificateStanding.Rejected;

    /// <summary>What the jury's decisions since then leave of what was published; taking one back gives it back.</summary>
    public static CertificateStanding After(this CertificateStanding published, bool isFraud, bool isCancelledByJury, bool isRevoked) =>
        published != CertificateStanding.Valid ? published
        : isRevoked ? CertificateStanding.Revoked
        : isCancelledByJury ? CertificateStanding.Cancelled
        : isFraud ? CertificateStanding.Rejected
        : CertificateStanding.Valid;

    /// <summary>The same on a day in Paris; the last day of validity is still valid (Rule D23).</summary>
    public static CertificateStanding On(this CertificateStanding standing, DateOnly firstPublication, DateOnly today) =>
        standing == CertificateStanding.Valid && today > CertificateContent.ValidUntil(firstPublication) ? CertificateStanding.Expired : standing;
}
