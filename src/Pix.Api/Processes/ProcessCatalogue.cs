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
    ];

    public static IReadOnlyList<IProcess> Of(NodeParts parts) =>
    [
        new InvitationMail(parts.Aggregates.Organisations, parts.Personal, parts.Outbox, parts.Settings.Mail),
        new SessionFinalisation(parts.Aggregates.Sessions, parts.Aggregates.Certifications),
        new PublicationMail(parts.Aggregates.Sessions, parts.Personal, parts.Outbox, parts.Settings.Mail, ResultsLinks.Of(parts.Settings, parts.Folder)),
        new PupilImporting(parts.Aggregates, parts.Personal),
        new PupilAttaching(parts.Aggregates),
    ];
}
