using Pix.Projections;

namespace Pix.Api;

/// <summary>Every process of the service. A new one is a line in each.</summary>
internal static class ProcessCatalogue
{
    public static IReadOnlyList<ProcessDefinition> Definitions { get; } =
    [
        InvitationMail.Process,
    ];

    public static IReadOnlyList<IProcess> Of(NodeParts parts) =>
    [
        new InvitationMail(parts.Aggregates.Organisations, parts.Personal, parts.Outbox, parts.Settings.Mail),
    ];
}
