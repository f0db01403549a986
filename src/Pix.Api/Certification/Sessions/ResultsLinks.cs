using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Pix.Domain;

namespace Pix.Api;

/// <summary>
/// What a link to results opens, for 30 days from the publication, without an account (Rule 11.26): which candidates of which publication.
/// The link carries them and their HMAC, so that every node knows it for good and nothing is kept.
/// </summary>
public sealed class ResultsLinks(byte[] key)
{
    /// <summary>How long it is good for.</summary>
    public const int Days = 30;

    /// <summary>Those of a node's master key.</summary>
    public static ResultsLinks Of(PixSettings settings, DataFolder folder) => new(settings.MasterKeyOf(folder).Derive("results-links"));

    /// <summary>The link's secret part.</summary>
    public string Write(SessionId session, int publication, IEnumerable<CandidateId> candidates, DateTimeOffset publishedAt)
    {
        var until = publishedAt.AddDays(Days).ToUnixTimeSeconds();
        var content = string.Create(
            CultureInfo.InvariantCulture,
            $"{session.Value};{publication};{until};{string.Join(',', candidates.Select(candidate => candidate.Value.ToString("N")))}");
        return WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes(content)) + "." + WebEncoders.Base64UrlEncode(Sign(content));
    }

    /// <summary>What a link opens at this instant, or null when it is none of ours or is too old.</summary>
    public (SessionId Session, int Publication, IReadOnlyList<CandidateId> Candidates)? Read(string link, DateTimeOffset now)
    {
        if (link.Split('.') is not [var written, var signature] || TryDecode(written) is not { } content || TryDecode(signature) is not { } signed) return null;
        var text = Encoding.ASCII.GetString(content);
        if (!CryptographicOperations.FixedTimeEquals(signed, Sign(text))) return null;
        var parts = text.Split(';');
        if (long.Parse(parts[2], CultureInfo.InvariantCulture) < now.ToUnixTimeSeconds()) return null;
        return (
            new SessionId(int.Parse(parts[0], CultureInfo.InvariantCulture)),
            int.Parse(parts[1], CultureInfo.InvariantCulture),
            [.. parts[3].Split(',').Select(id => new CandidateId(Guid.ParseExact(id, "N")))]);
    }

    private byte[] Sign(string content) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(content));

    private static byte[]? TryDecode(string text)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
