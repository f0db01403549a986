namespace Pix.Domain;

/// <summary>Releasing target profiles and saying who may use them.</summary>
public static class TargetProfileDecisions
{
    /// <summary>Releases these profiles; those that were released as they are already are nothing to do.</summary>
    public static Decision<TargetProfileEvent> Release(this TargetProfiles profiles, IReadOnlyList<TargetProfile> wished, DateTimeOffset now) =>
        [.. wished
            .Where(profile => profiles.Released.GetValueOrDefault(profile.Id) is not { } released || !HaveSameContent(released.Profile, profile))
            .Select(profile => new TargetProfileReleased(profile, now))];

    /// <summary>Lets an organisation, or all of them (null), use these profiles.</summary>
    public static Decision<TargetProfileEvent> Grant(
        this TargetProfiles profiles,
        IReadOnlyList<string> granted,
        OrganisationId? organisation,
        DateTimeOffset now)
    {
        if (granted.FirstOrDefault(id => !profiles.Released.ContainsKey(id)) is { } unknown) return Refusal.TargetProfileNotReleased(unknown);
        return
        [
            .. granted.Distinct()
                .Where(id => !profiles.Released[id].IsGranted(organisation))
                .Select(id => new TargetProfileGranted(id, organisation, now)),
        ];
    }

    /// <summary>Takes grants back: campaigns that were created keep what they froze.</summary>
    public static Decision<TargetProfileEvent> Revoke(
        this TargetProfiles profiles,
        IReadOnlyList<string> revoked,
        OrganisationId? organisation,
        DateTimeOffset now)
    {
        if (revoked.FirstOrDefault(id => !profiles.Released.ContainsKey(id)) is { } unknown) return Refusal.TargetProfileNotReleased(unknown);
        return
        [
            .. revoked.Distinct()
                .Where(id => profiles.Released[id].IsGranted(organisation))
                .Select(id => new TargetProfileRevoked(id, organisation, now)),
        ];
    }

    private static bool HaveSameContent(TargetProfile one, TargetProfile other) =>
        (one.Name, one.Description, one.DurationMinutes, one.AllowsReset == true) == (other.Name, other.Description, other.DurationMinutes, other.AllowsReset == true)
        && one.Tubes.SequenceEqual(other.Tubes)
        && one.Stages.SequenceEqual(other.Stages)
        && one.Badges.Count == other.Badges.Count
        && one.Badges.Zip(other.Badges).All(badges => HaveSameContent(badges.First, badges.Second));

    private static bool HaveSameContent(TargetBadge one, TargetBadge other) =>
        (one.Id, one.Title, one.Message, one.Criteria.Count) == (other.Id, other.Title, other.Message, other.Criteria.Count)
        && one.Criteria.Zip(other.Criteria).All(criteria =>
            criteria.First.Threshold == criteria.Second.Threshold && criteria.First.Tubes.SequenceEqual(criteria.Second.Tubes));
}

/// <summary>Why a target profile is not granted.</summary>
public sealed partial record Refusal
{
    internal static Refusal TargetProfileNotReleased(string profile) =>
        new Refusal(RefusalKind.Unknown, "target_profile_not_released", $"Le profil cible « {profile} » n’a pas été publié.").With("target_profile", profile);
}
