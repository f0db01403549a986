namespace Pix.Domain;

/// <summary>
/// Who took names and results out of a campaign: stream <c>exports-{campaign}</c>, apart from the campaign, which an export does not move.
/// </summary>
public abstract record CampaignExportEvent(DateTimeOffset At) : IDomainEvent;

/// <summary>
/// A member of the organisation was handed this document; the event's actor says who. <paramref name="Division"/> is the class that it is about,
/// null when it is about all participants.
/// </summary>
[StoredAs("ResultsExported.v1")]
public sealed record ResultsExported(CampaignDocument Document, string? Division, DateTimeOffset At) : CampaignExportEvent(At);

/// <summary>A document with names that a campaign is read as.</summary>
public enum CampaignDocument
{
    /// <summary>Every participant with what they sent (Rules 9.2-9.4).</summary>
    Results,

    /// <summary>One class for the term report.</summary>
    ClassReport,
}

/// <summary>The exports of one campaign.</summary>
public sealed record CampaignExports : IAggregate<CampaignExports, CampaignExportEvent>
{
    /// <inheritdoc />
    public static CampaignExports Initial { get; } = new();

    /// <summary>How many documents were handed out.</summary>
    public int Count { get; private init; }

    /// <inheritdoc />
    public CampaignExports Evolve(CampaignExportEvent happened) => this with { Count = Count + 1 };

    /// <summary>Every document that is handed out leaves a record.</summary>
    public static Decision<CampaignExportEvent> HandOut(CampaignDocument document, string? division, DateTimeOffset now) =>
        [new ResultsExported(document, division, now)];
}
