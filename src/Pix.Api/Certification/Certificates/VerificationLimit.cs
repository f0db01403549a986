using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Pix.Api;

/// <summary>How often one address may ask without an account: codes are not to be guessed by trying.</summary>
internal static class VerificationLimit
{
    public const string Policy = "verification";

    private const int BytesOfSubscriber = 8;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddVerificationLimit(this IServiceCollection services, PixSettings settings) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
            SubscriberOf(http.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.VerificationsPerMinute, Window = Window, QueueLimit = 0 }));
        options.OnRejected = static async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : Window;
            rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await Problems.From(
                StatusCodes.Status429TooManyRequests,
                "too_many_verifications",
                "Trop de demandes viennent de votre adresse : réessayez dans une minute.").ExecuteAsync(rejected.HttpContext);
        };
    });

    // A subscriber of IPv6 has a whole network of addresses.
    private static string SubscriberOf(IPAddress? address) => address switch
    {
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, BytesOfSubscriber)),
        { } known => known.MapToIPv4().ToString(),
        null => "local",
    };
}
