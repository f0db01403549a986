namespace Pix.Domain;

/// <summary>What may happen to a pupil.</summary>
public static class PupilDecisions
{
    /// <summary>
    /// The school's file names the pupil (Rule 10.6). <paramref name="known"/> is what the state's facts say once opened, null when there are
    /// none: what is the same already is not written again.
    /// </summary>
    public static Decision<PupilEvent> Import(
        this Pupil pupil,
        OrganisationId organisation,
        ImportId import,
        Personal<PupilFacts> facts,
        string division,
        PupilFacts? known,
        DateTimeOffset now)
    {
        if (pupil.Facts is null) return [new PupilImported(organisation, import, facts, division, now)];
        if (pupil.IsEnabled && pupil.Division == division && known == facts.Value) return [];
        return [new PupilUpdated(import, facts, division, now)];
    }

    /// <summary>The school's file leaves the pupil out (Rule 10.6).</summary>
    public static Decision<PupilEvent> Disable(this Pupil pupil, ImportId import, DateTimeOffset now)
    {
        if (!pupil.IsEnabled) return [];
        return [new PupilDisabled(import, now)];
    }

    /// <summary>The account is this pupil's, unless another one is (Rules 10.8, 10.9).</summary>
    public static Decision<PupilEvent> Attach(this Pupil pupil, LearnerId learner, DateTimeOffset now)
    {
        if (pupil.Facts is null) return Refusal.PupilUnknown;
        if (pupil.Learner == learner) return [];
        if (!pupil.IsEnabled) return Refusal.PupilDisabled;
        if (pupil.Learner is not null) return Refusal.PupilTaken;
        return [new PupilAttached(learner, now)];
    }

    /// <summary>The account is this pupil's no more.</summary>
    public static Decision<PupilEvent> Detach(this Pupil pupil, DateTimeOffset now)
    {
        if (pupil.Organisation is null) return Refusal.PupilUnknown;
        if (pupil.Learner is not { } learner) return [];
        return [new PupilDetached(learner, now)];
    }

    /// <summary>The account's stream now says that it is linked, or not; nothing when this stream has changed its mind since.</summary>
    public static Decision<PupilEvent> Settle(this Pupil pupil, LearnerId learner, bool isLinked, DateTimeOffset now)
    {
        if (!pupil.Unsettled.Contains(learner) || pupil.Learner == learner != isLinked) return [];
        return [new PupilAttachmentSettled(learner, now)];
    }

    /// <summary>Forgets the person.</summary>
    public static Decision<PupilEvent> Erase(this Pupil pupil, DateTimeOffset now)
    {
        if (pupil.Organisation is null) return Refusal.PupilUnknown;
        if (pupil.Person is not { } person) return [];
        return [new PupilErased(person, now)];
    }
}
