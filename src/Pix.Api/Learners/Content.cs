using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>The learning content as of now: every release, and the active one.</summary>
public sealed class Content(Aggregates<Releases, ReferentialEvent> releases)
{
    /// <summary>Every release.</summary>
    public async ValueTask<Releases> Releases(CancellationToken cancel) => (await releases.Load(Streams.Referential, cancel)).State;

    /// <summary>
    /// A competence of the active release, with every release; or why there is none, which is for the decision to refuse: a retry is answered
    /// from its own events, also after a release that dropped the competence.
    /// </summary>
    public async ValueTask<(Refusal? Refusal, Competence? Competence, Releases Releases)> Find(CompetenceCode code, CancellationToken cancel)
    {
        var all = await Releases(cancel);
        if (all.Active is not { } active) return (Refusal.ReferentialMissing, null, all);
        return active.Find(code) is { } competence ? (null, competence, all) : (Refusal.CompetenceUnknown(code), null, all);
    }
}
