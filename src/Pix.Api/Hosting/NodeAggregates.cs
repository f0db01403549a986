using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Every aggregate of the service over one log. A new one is one line: it is a service of the host by being a property here.</summary>
public sealed class NodeAggregates(IEventStore store, EventCodec codec, TimeProvider clock)
{
    /// <summary>The learners.</summary>
    public Aggregates<Learner, LearnerEvent> Learners { get; } = new(store, codec, clock);

    /// <summary>The content.</summary>
    public Aggregates<Releases, ReferentialEvent> Releases { get; } = new(store, codec, clock);

    /// <summary>The schools and certification centres.</summary>
    public Aggregates<Organisation, OrganisationEvent> Organisations { get; } = new(store, codec, clock);

    /// <summary>What only one may have.</summary>
    public Aggregates<Claim, ClaimEvent> Claims { get; } = new(store, codec, clock);

    /// <summary>The certification sessions.</summary>
    public Aggregates<Session, SessionEvent> Sessions { get; } = new(store, codec, clock);

    /// <summary>The tests that are taken in sessions.</summary>
    public Aggregates<Certification, CertificationEvent> Certifications { get; } = new(store, codec, clock);

    /// <summary>The readings of dossiers.</summary>
    public Aggregates<Dossier, DossierEvent> Dossiers { get; } = new(store, codec, clock);

    /// <summary>The erasures that wait for a jury.</summary>
    public Aggregates<DeferredErasure, DeferredErasureEvent> DeferredErasures { get; } = new(store, codec, clock);

    /// <summary>The pupils of schools.</summary>
    public Aggregates<Pupil, PupilEvent> Pupils { get; } = new(store, codec, clock);

    /// <summary>The campaigns.</summary>
    public Aggregates<Campaign, CampaignEvent> Campaigns { get; } = new(store, codec, clock);

    /// <summary>What was exported from campaigns.</summary>
    public Aggregates<CampaignExports, CampaignExportEvent> CampaignExports { get; } = new(store, codec, clock);

    /// <summary>The target profiles.</summary>
    public Aggregates<TargetProfiles, TargetProfileEvent> TargetProfiles { get; } = new(store, codec, clock);

    /// <summary>The lists of pupils that were sent.</summary>
    public Aggregates<PupilImport, PupilImportEvent> PupilImports { get; } = new(store, codec, clock);

    /// <summary>Hands each of them to handlers under its own type.</summary>
    public void AddTo(IServiceCollection services)
    {
        foreach (var aggregates in typeof(NodeAggregates).GetProperties())
            services.AddSingleton(aggregates.PropertyType, aggregates.GetValue(this)!);
    }
}
