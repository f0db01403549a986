using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Pix.Api;

/// <summary>Bearer tokens: opaque, protected by the data folder's key ring, so that the <c>token</c> verb and the server agree.</summary>
public sealed class Tokens(IOptionsMonitor<BearerTokenOptions> options, TimeProvider clock)
{
    private const string ApplicationName = "Pix";

    /// <summary>How long a token is good for when nobody says otherwise.</summary>
    public static TimeSpan DefaultLifetime { get; } = TimeSpan.FromHours(12);

    /// <summary>Adds tokens, with their keys in this folder.</summary>
    public static void Add(IServiceCollection services, string keyRing)
    {
        PrivateFolder.Create(keyRing);
        services.AddDataProtection().SetApplicationName(ApplicationName).PersistKeysToFileSystem(new DirectoryInfo(keyRing));
        services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken();
        services
            .AddOptions<BearerTokenOptions>(BearerTokenDefaults.AuthenticationScheme)
            .PostConfigure(bearer => bearer.BearerTokenProtector = new RememberedTickets(bearer.BearerTokenProtector));
        services.AddSingleton<Tokens>();
    }

    /// <summary>A token for a subject in a role.</summary>
    public string Issue(string subject, string role, TimeSpan lifetime)
    {
        var principal = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, subject), new Claim(ClaimTypes.Role, role)],
            BearerTokenDefaults.AuthenticationScheme));
        var properties = new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + lifetime };
        var ticket = new AuthenticationTicket(principal, properties, $"{BearerTokenDefaults.AuthenticationScheme}:AccessToken");
        return options.Get(BearerTokenDefaults.AuthenticationScheme).BearerTokenProtector.Protect(ticket);
    }
}
