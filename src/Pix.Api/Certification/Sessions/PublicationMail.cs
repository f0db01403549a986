using System.Globalization;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// Process <c>publication-mail</c>: tells each distinct recipient of results, once, that a session is published, with a link that is good for
/// 30 days (Rule 11.26).
/// </summary>
public sealed class PublicationMail(
    Aggregates<Session, SessionEvent> sessions,
    PersonalReader personal,
    IMailOutbox outbox,
    MailSettings settings,
    ResultsLinks links) : IProcess
{
    /// <summary>A publication opens it; its announcement, or its end, closes it.</summary>
    public static ProcessDefinition Process { get; } = new ProcessDefinition("publication-mail", 1)
        .OpenedBy<ResultsPublished>(published => Key(published.Publication))
        .ClosedBy<PublicationAnnounced>(announced => Key(announced.Publication))
        .ClosedBy<ResultsUnpublished>(unpublished => Key(unpublished.Publication));

    /// <inheritdoc />
    public ProcessDefinition Definition => Process;

    /// <inheritdoc />
    public async Task Advance(Intention intention, CancellationToken cancel)
    {
        var session = await sessions.Reread(intention.Stream, cancel);
        if (session.Published is not { } published || Key(published.Publication) != intention.Key) return;
        Streams.IsSession(intention.Stream, out var id);

        var recipients = RecipientsOf(session, published);
        foreach (var (address, candidates) in recipients)
            await outbox.Send(Written(intention, id, session, address, links.Write(id, published.Publication, candidates, published.At)), cancel);
        ProcessStepException.OrThrow(await sessions.Decide(
            intention.Stream,
            intention.Step("announced"),
            (state, now) => state.Announce(published.Publication, recipients.Count, now),
            cancel));
    }

    // Who was erased since is written to no more, nor about.
    private Dictionary<string, List<CandidateId>> RecipientsOf(Session session, ResultsPublished published) => published.Results
        .Select(result => session.Find(result.Candidate))
        .OfType<Candidate>()
        .Select(candidate => (candidate.Id, Address: personal.Open(candidate.Identity).Value?.ResultsEmail))
        .Where(candidate => candidate.Address is not null)
        .GroupBy(candidate => candidate.Address!, candidate => candidate.Id, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(recipient => recipient.Key, recipient => recipient.ToList());

    private Mail Written(Intention intention, SessionId id, Session session, string address, string token)
    {
        var link = new Uri(settings.PublicUrl, $"/sessions/{id}/results?link={token}");
        return new Mail(
            NameBasedGuid.Of(intention.Id.ToString(), address.ToUpperInvariant()),
            address,
            $"Résultats de la session de certification Pix n° {id}",
            $"""
            Bonjour,

            Les résultats de la session de certification n° {id} du {session.Details!.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} sont publiés.

            Ils se téléchargent pendant {ResultsLinks.Days} jours à cette adresse :
            {link}

            L’équipe Pix
            """);
    }

    private static string Key(int publication) => publication.ToString(CultureInfo.InvariantCulture);
}
