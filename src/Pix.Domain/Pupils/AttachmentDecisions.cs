namespace Pix.Domain;

/// <summary>What an attachment changes in the account's own history (Rules 10.8 to 10.10).</summary>
public static class AttachmentDecisions
{
    /// <summary>The pupil's stream decided for this account: the account says so too, unless it is another pupil of that school.</summary>
    public static Decision<LearnerEvent> LinkPupil(this Learner learner, OrganisationId organisation, PupilId pupil, DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        if (learner.PupilIn(organisation) is not { } linked) return [new PupilLinked(organisation, pupil, now)];
        return linked == pupil ? [] : Refusal.AnotherPupilAttached;
    }

    /// <summary>The account is this pupil's no more.</summary>
    public static Decision<LearnerEvent> UnlinkPupil(this Learner learner, OrganisationId organisation, PupilId pupil, DateTimeOffset now)
    {
        if (learner.PupilIn(organisation) != pupil) return [];
        return [new PupilUnlinked(organisation, pupil, now)];
    }

    /// <summary>Notes how the account is opened (Rule D27), once.</summary>
    public static Decision<LearnerEvent> GiveLogin(this Learner learner, LoginKind kind, string? login, DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        if (learner.Login is not null) return Refusal.LoginAlreadyGiven;
        return [new LoginGiven(kind, login is null ? null : new Personal<string>(learner.Person!.Value, login), now)];
    }
}
