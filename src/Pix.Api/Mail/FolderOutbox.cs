using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace Pix.Api;

/// <summary>Leaves mails in a folder that only its owner may open, one <c>.eml</c> file each, whole or not at all: for who relays them, or reads them.</summary>
public sealed class FolderOutbox(string folder, string from, TimeProvider clock) : IMailOutbox
{
    /// <inheritdoc />
    public async Task Send(Mail mail, CancellationToken cancel)
    {
        var file = Path.Combine(folder, $"{mail.Id}.eml");
        if (File.Exists(file)) return;
        var partial = Path.Combine(folder, $"{mail.Id}.{Guid.NewGuid():N}.partial");
        try
        {
            PrivateFolder.Create(folder);
            await File.WriteAllTextAsync(partial, Written(mail), cancel);
            File.Move(partial, file, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MailException($"The mail {mail.Id} cannot be written to {folder}: {failure.Message}", failure);
        }
    }

    private string Written(Mail mail) => string.Join(
        "\r\n",
        $"From: {new MailAddress(from)}",
        $"To: {new MailAddress(mail.To)}",
        $"Subject: {HeaderWord(mail.Subject)}",
        $"Date: {clock.GetUtcNow().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture)}",
        $"Message-ID: {MailHeaders.MessageId(mail, from)}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        string.Empty,
        mail.Text.ReplaceLineEndings("\r\n"));

    // RFC 2047, in words of 45 bytes at most, none of which cuts a character.
    private static string HeaderWord(string text)
    {
        if (Ascii.IsValid(text) && !text.Any(char.IsControl)) return text;
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > 45)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(rune.ToString());
        }

        words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?="));
    }
}

/// <summary>What every mail bears, however it leaves.</summary>
internal static class MailHeaders
{
    /// <summary>The same at every attempt, so that who receives one twice can tell.</summary>
    public static string MessageId(Mail mail, string from) => $"<{mail.Id}@{new MailAddress(from).Host}>";
}
