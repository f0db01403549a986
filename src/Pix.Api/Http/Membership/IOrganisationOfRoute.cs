using Pix.Domain;

namespace Pix.Api;

/// <summary>Which organisation an address is about, by one of its route values: <c>campaign</c>, <c>session</c>… One for each such value.</summary>
public interface IOrganisationOfRoute
{
    /// <summary>The route value's name.</summary>
    string RouteValue { get; }

    /// <summary>The organisation behind a value, or null when there is none.</summary>
    ValueTask<OrganisationId?> Find(string value, CancellationToken cancel);
}

/// <summary><c>{organisation}</c> and <c>{centre}</c>: the id itself.</summary>
internal sealed class OrganisationById(string routeValue) : IOrganisationOfRoute
{
    public string RouteValue => routeValue;

    public ValueTask<OrganisationId?> Find(string value, CancellationToken cancel) =>
        ValueTask.FromResult(Guid.TryParse(value, out var id) ? new OrganisationId(id) : (OrganisationId?)null);
}
