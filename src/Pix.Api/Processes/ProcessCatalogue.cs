using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>Every process of the service. A new one is a line in each.</summary>
internal static class ProcessCatalogue
{
    public static IReadOnlyList<ProcessDefinition> Definitions { get; } =
    [
        InvitationMail.Process,
        SessionFinalisation.Process,
        PublicationMail.Process,
        PupilImporting.Process,
        PupilAttaching.Process,
        DeferredErasing.Process,
    ];

    public static IReadOnlyList<IProcess> Of(NodeParts parts, ReadModels readModels, Erasures erasures, SemaphoreSlim erasureGate) =>
    [
        new InvitationMail(parts.Aggregates.Organisations, parts.Personal, parts.Outbox, parts.Settings.Mail),
        new SessionFinalisation(parts.Aggregates.Sessions, parts.Aggregates.Certifications),
        new PublicationMail(parts.Aggregates.Sessions, parts.Personal, parts.Outbox, parts.Settings.Mail, ResultsLinks.Of(parts.Settings, parts.Folder)),
        new PupilImporting(parts.Aggregates, parts.Personal),
        new PupilAttaching(parts.Aggregates),
        new DeferredErasing(
            parts.Aggregates,
            parts.Engine.Store,
            readModels,
            new PersonErasing(parts.Aggregates, parts.Engine.Store, parts.Codec, readModels),
            erasures,
            erasureGate),
    ];
}
