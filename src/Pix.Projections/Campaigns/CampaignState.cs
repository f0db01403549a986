using Pix.Domain;

namespace Pix.Projections;

/// <summary>A campaign as it is counted: its facts of today, and what its participants sent, in whole numbers.</summary>
internal sealed class CampaignState(CampaignCreated facts)
{
    /// <summary>Its creation, with the owner and the settings of today.</summary>
    public CampaignCreated Facts { get; set; } = facts;

    /// <summary>The topics of its target; none for a profile collection.</summary>
    public IReadOnlyList<Topic> Topics { get; } = facts.Target is { } target ? Topic.Of(target) : [];

    /// <summary>What was sent about each topic, in the same order.</summary>
    public TopicTotals[] Totals => field ??= new TopicTotals[Topics.Count];

    public DateTimeOffset? ArchivedAt { get; set; }

    public long Participants { get; set; }

    public long Received { get; set; }

    /// <summary>Grows with whatever changes what a page of the campaign says of all participants together.</summary>
    public long Changes { get; set; }

    public PixAmount Pix { get; private set; }

    public long Certifiable { get; private set; }

    /// <summary>How many participants reached so many stages.</summary>
    public SortedDictionary<int, long> Stages { get; init; } = [];

    /// <summary>How many participants obtained a badge.</summary>
    public SortedDictionary<string, long> Badges { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Whether the facts are to be written again.</summary>
    public bool HasNewFacts { get; set; }

    public void Restore(PixAmount pix, long certifiable) => (Pix, Certifiable) = (pix, certifiable);

    /// <summary>Counts a sending in the place of the one before, if any (Rule 14.2).</summary>
    public void Receive(SentResults sending, SentResults? replaced)
    {
        if (replaced is null) Received++;
        else Count(replaced, -1);
        Count(sending, 1);
        Changes++;
    }

    private void Count(SentResults sending, int by)
    {
        Pix = new PixAmount(Pix.Units + (by * sending.Pix.Units));
        if (sending.Certifiable == true) Certifiable += by;
        if (sending.Stage is { } stage) Count(Stages, stage, by);
        foreach (var badge in sending.Badges) Count(Badges, badge, by);
        if (sending.Results is not { } results) return;
        for (var place = 0; place < Topics.Count; place++)
        {
            var result = Topics[place].ResultOf(results);
            Totals[place] = by > 0 ? Totals[place].Plus(result) : Totals[place].Minus(result);
        }
    }

    private static void Count<TKey>(SortedDictionary<TKey, long> counts, TKey key, int by)
        where TKey : notnull
    {
        var count = counts.GetValueOrDefault(key) + by;
        if (count == 0) counts.Remove(key);
        else counts[key] = count;
    }
}
