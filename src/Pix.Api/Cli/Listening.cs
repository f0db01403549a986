using System.Globalization;

namespace Pix.Api;

/// <summary>Where a server listens: <c>--urls</c>, else what is configured, else the default.</summary>
internal static class Listening
{
    private const string DefaultUrl = "http://localhost:5000";

    /// <summary>As endpoints, not as addresses: the operator socket is one too, and addresses give way to endpoints.</summary>
    public static void On(WebApplicationBuilder builder, string? urls)
    {
        var endpoints = builder.Configuration.GetSection("Kestrel:Endpoints");
        var addresses = urls ?? builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? (endpoints.GetChildren().Any() ? string.Empty : DefaultUrl);
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, string.Empty);
        foreach (var (number, address) in addresses.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Index())
            endpoints[string.Create(CultureInfo.InvariantCulture, $"Address{number}:Url")] = Checked(address);
    }

    private static string Checked(string address)
    {
        try
        {
            _ = BindingAddress.Parse(address);
            return address;
        }
        catch (FormatException)
        {
            throw new SettingsException($"'{address}' is not an address to listen on, such as {DefaultUrl}.");
        }
    }
}
