using System.Collections.Immutable;

namespace Pix.Domain;

/// <summary>Every target profile, and who may use which: the state of the stream <c>targetprofiles</c>.</summary>
public sealed record TargetProfiles : IAggregate<TargetProfiles, TargetProfileEvent>
{
    /// <inheritdoc />
    public static TargetProfiles Initial { get; } = new();

    /// <summary>Each by its id.</summary>
    public ImmutableSortedDictionary<string, ReleasedProfile> Released { get; private init; } =
        ImmutableSortedDictionary.Create<string, ReleasedProfile>(StringComparer.Ordinal);

    /// <inheritdoc />
    public TargetProfiles Evolve(TargetProfileEvent happened) => happened switch
    {
        TargetProfileReleased released => this with
        {
            Released = Released.SetItem(
                released.Profile.Id,
                (Released.GetValueOrDefault(released.Profile.Id) ?? new ReleasedProfile(released.Profile)) with { Profile = released.Profile }),
        },
        TargetProfileGranted granted => Change(granted.Profile, profile => profile.Granted(granted.Organisation)),
        TargetProfileRevoked revoked => Change(revoked.Profile, profile => profile.Revoked(revoked.Organisation)),
        _ => this,
    };

    /// <summary>The profiles that an organisation may use, by name.</summary>
    public IReadOnlyList<TargetProfile> For(OrganisationId organisation) =>
        [.. Released.Values.Where(profile => profile.IsFor(organisation)).Select(profile => profile.Profile).OrderBy(profile => profile.Name, StringComparer.Ordinal)];

    /// <summary>A profile that an organisation may use, or null.</summary>
    public TargetProfile? Find(string profile, OrganisationId organisation) =>
        Released.GetValueOrDefault(profile) is { } released && released.IsFor(organisation) ? released.Profile : null;

    private TargetProfiles Change(string profile, Func<ReleasedProfile, ReleasedProfile> change) =>
        Released.TryGetValue(profile, out var released) ? this with { Released = Released.SetItem(profile, change(released)) } : this;
}

/// <summary>A target profile and who may use it.</summary>
public sealed record ReleasedProfile(TargetProfile Profile)
{
    /// <summary>Every organisation may.</summary>
    public bool IsForAll { get; private init; }

    /// <summary>Those to which it was granted by name.</summary>
    public ImmutableHashSet<OrganisationId> Organisations { get; private init; } = [];

    /// <summary>Whether an organisation may use it.</summary>
    public bool IsFor(OrganisationId organisation) => IsForAll || Organisations.Contains(organisation);

    /// <summary>Whether this very grant was made: to an organisation by name, or to all (null).</summary>
    public bool IsGranted(OrganisationId? organisation) => organisation is { } one ? Organisations.Contains(one) : IsForAll;

    internal ReleasedProfile Granted(OrganisationId? organisation) =>
        organisation is { } one ? this with { Organisations = Organisations.Add(one) } : this with { IsForAll = true };

    internal ReleasedProfile Revoked(OrganisationId? organisation) =>
        organisation is { } one ? this with { Organisations = Organisations.Remove(one) } : this with { IsForAll = false };
}
