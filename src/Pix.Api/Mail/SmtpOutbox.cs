using System.Net;
using System.Net.Mail;
using System.Text;

namespace Pix.Api;

/// <summary>
/// Hands mails to an SMTP server. A note in the folder remembers what left; who dies between the server's word and the note sends it twice,
/// under the same <c>Message-ID</c>.
/// </summary>
public sealed class SmtpOutbox(SmtpSettings server, string from, string folder) : IMailOutbox
{
    /// <inheritdoc />
    public async Task Send(Mail mail, CancellationToken cancel)
    {
        var note = Path.Combine(folder, $"{mail.Id}.sent");
        if (File.Exists(note)) return;
        PrivateFolder.Create(folder);
        using var message = new MailMessage(from, mail.To, mail.Subject, mail.Text)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", MailHeaders.MessageId(mail, from));
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.Tls };
        if (server.UserName is { } user) client.Credentials = new NetworkCredential(user, server.Password);
        try
        {
            await client.SendMailAsync(message, cancel);
        }
        catch (SmtpException refused)
        {
            throw new MailException($"The mail {mail.Id} is not taken by {server.Host}:{server.Port}: {refused.Message}", refused);
        }

        await File.WriteAllBytesAsync(note, [], CancellationToken.None);
    }
}
