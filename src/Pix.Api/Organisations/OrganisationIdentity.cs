using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>
/// Which organisation a description is of: that of its external id, else that of its name in its province. The same description makes the same
/// id, so that a list that is imported again registers nobody twice.
/// </summary>
public static class OrganisationIdentity
{
    /// <summary>Its id.</summary>
    public static OrganisationId Of(OrganisationFacts facts) => new(facts.ExternalId is { } external
        ? Of(external)
        : NameBasedGuid.Of("organisation", facts.Province, Treatments.ApplyT1(facts.Name)));

    /// <summary>The id that an external id makes.</summary>
    public static OrganisationId OfExternalId(string external) => new(Of(external));

    private static Guid Of(string external) => NameBasedGuid.Of("organisation", external);
}
