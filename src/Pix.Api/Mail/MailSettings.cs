using System.Globalization;

namespace Pix.Api;

/// <summary>
/// How mails leave, under <c>Pix:Mail</c>: who they are from, the address that their links lead to, and the SMTP server (null: they stay in a
/// folder).
/// </summary>
public sealed record MailSettings(string From, Uri PublicUrl, SmtpSettings? Smtp)
{
    private const string FromByDefault = "ne-pas-repondre@pix.example";
    private const string PublicUrlByDefault = "http://localhost:5000";
    private const int SubmissionPort = 587;
    private const int HighestPort = 65_535;

    /// <summary>Of somebody's own machine.</summary>
    public static MailSettings Default { get; } = new(FromByDefault, new Uri(PublicUrlByDefault), null);

    /// <summary>Reads them; throws <see cref="SettingsException"/> with the name of the one that is wrong.</summary>
    public static MailSettings Read(IConfigurationSection pix)
    {
        var mail = pix.GetSection("Mail");
        var url = mail["PublicUrl"] ?? PublicUrlByDefault;
        return new MailSettings(
            mail["From"] ?? FromByDefault,
            Uri.TryCreate(url, UriKind.Absolute, out var publicUrl) ? publicUrl : throw new SettingsException($"Pix:Mail:PublicUrl is '{url}': an address such as https://pix.example is expected."),
            mail["Smtp:Host"] is { } host ? new SmtpSettings(host, Port(mail), mail["Smtp:UserName"], mail["Smtp:Password"], Tls(mail)) : null);
    }

    private static int Port(IConfigurationSection mail)
    {
        if (mail["Smtp:Port"] is not { } text) return SubmissionPort;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= HighestPort
            ? port
            : throw new SettingsException($"Pix:Mail:Smtp:Port is '{text}': a whole number from 1 to {HighestPort} is expected.");
    }

    // Said, not assumed: without a word, addresses and codes do not leave in clear.
    private static bool Tls(IConfigurationSection mail)
    {
        if (mail["Smtp:Tls"] is not { } text) return true;
        return bool.TryParse(text, out var tls) ? tls : throw new SettingsException($"Pix:Mail:Smtp:Tls is '{text}': true or false is expected.");
    }
}

/// <summary>The SMTP server that takes mails; a user name and password where it asks for them.</summary>
public sealed record SmtpSettings(string Host, int Port, string? UserName, string? Password, bool Tls);
