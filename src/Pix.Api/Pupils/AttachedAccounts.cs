using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>What is known of the accounts around an attachment (Rule 10.9).</summary>
public sealed class AttachedAccounts(PupilReader pupils, Aggregates<Learner, LearnerEvent> learners, PersonalReader personal)
{
    /// <summary>Everything that an account's wish to be a pupil is checked against.</summary>
    internal async Task<AttachmentFacts> Around(LearnerId learner, PupilView pupil, CancellationToken cancel)
    {
        var elsewhere = new List<AttachedAccount>();
        foreach (var other in pupils.AttachedWithIne(pupil.Ine!).Where(other => other.Pupil != pupil.Pupil)) elsewhere.Add(await Of(other.Learner!.Value, cancel));
        return new AttachmentFacts(
            Known(pupil),
            pupil.Learner is { } attached ? await Of(attached, cancel) : null,
            elsewhere,
            [.. pupils.OfLearner(learner).Select(Known)]);
    }

    /// <summary>How an account is opened.</summary>
    internal async Task<AttachedAccount> Of(LearnerId learner, CancellationToken cancel)
    {
        var login = (await learners.Load(Streams.Learner(learner), cancel)).State.Login;
        return new AttachedAccount(learner, login?.Kind, login?.Login is { } written ? personal.Open(written).Value : null);
    }

    private static PupilOfSchool Known(PupilView pupil) => new(pupil.Pupil, pupil.Organisation, pupil.Ine!, pupil.BirthDate!.Value, pupil.Names);
}
