using System.Security.Cryptography;
using System.Text;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>
/// Stands in for what is personal and must be found again, in names of streams: an HMAC-SHA-256 under a key derived from the master key. Without
/// that key a guess cannot be checked.
/// </summary>
public sealed class Pseudonyms(MasterKey master)
{
    private const string Use = "pix pseudonyms 1";
    private readonly byte[] _key = master.Derive(Use);

    /// <summary>The pseudonym of a value among those of its kind, such as <c>username</c>: 64 hexadecimal digits.</summary>
    public string Of(string kind, string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{kind}\n{value}")));

    /// <summary>The pupil of a school who has this INE, whatever its case.</summary>
    public PupilId Pupil(OrganisationId organisation, string ine) =>
        new(NameBasedGuid.Of("pupil", organisation.ToString(), Of("ine", ine.ToUpperInvariant())));
}
