namespace Pix.Api;

/// <summary>A mail in French, as plain text. The id is that of what it is sent for: one intention sends one mail.</summary>
public sealed record Mail(Guid Id, string To, string Subject, string Text);

/// <summary>
/// Hands mails to the post. Only processes and handlers do, never a projection. What was sent under an id is not sent again; throws
/// <see cref="MailException"/> when the post does not take it.
/// </summary>
public interface IMailOutbox
{
    /// <summary>Ends once the post has it.</summary>
    Task Send(Mail mail, CancellationToken cancel);
}

/// <summary>The post does not take a mail; it may be handed in again.</summary>
public sealed class MailException(string message, Exception inner) : Exception(message, inner);
