using System.Security.Cryptography;
using System.Text;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>Makes the codes of invitations. The digest, which is recorded in clear, is SHA-256: a code has too many bits to be guessed from it.</summary>
public static class InvitationCodes
{
    extension(InvitationCode)
    {
        /// <summary>The code that these random bytes make.</summary>
        public static InvitationCode Of(Guid random) => Coded(random.ToString("N"));

        /// <summary>The code that somebody typed.</summary>
        public static InvitationCode Typed(string text) => Coded(text.Trim().ToLowerInvariant());
    }

    private static InvitationCode Coded(string code) => new(code, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code))));
}
