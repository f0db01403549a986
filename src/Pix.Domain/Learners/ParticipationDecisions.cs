namespace Pix.Domain;

/// <summary>A campaign as whoever takes part in it meets it: what it is, and who they are there.</summary>
/// <param name="Id">Which campaign.</param>
/// <param name="Campaign">Its state.</param>
/// <param name="IsRestricted">Only pupils whom the school manages may enter (Rule 7.6).</param>
/// <param name="IsPupilDisabled">The school's last file leaves out the pupil that the learner is there (Rule 7.6).</param>
public sealed record CampaignEntrance(CampaignId Id, Campaign Campaign, bool IsRestricted, bool IsPupilDisabled);

/// <summary>Entering a campaign, and what becomes of the participation (Rules 7.5 to 7.7, 7.11, D10).</summary>
public static class ParticipationDecisions
{
    /// <summary>Enters a campaign; who is in it already goes on (no event), unless everything was sent (Rule 7.6).</summary>
    public static Decision<LearnerEvent> Join(
        this Learner learner,
        CampaignEntrance entrance,
        string? externalId,
        Referential referential,
        LearnerRules rules,
        long seed,
        DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        var campaign = entrance.Campaign;
        if (campaign.Created is not { } created) return Refusal.CampaignUnknown;
        if (learner.ParticipationIn(entrance.Id) is { } participation)
            return participation.IsShared ? Refusal.AlreadyParticipated(created.MultipleSendings) : [];
        var pupil = learner.PupilIn(created.Organisation);
        if (entrance.WhyNotEnter(pupil, rules, now) is { } closed) return closed;
        if (WhyNotExternalId(created.ExternalId, externalId) is { } malformed) return malformed;

        var joined = new CampaignJoined(
            learner.Participations.Count + 1,
            entrance.Id,
            created.Organisation,
            created.Type,
            pupil,
            created.ExternalId is null ? null : new Personal<string>(learner.Person!.Value, externalId!.Trim()),
            now);
        if (created.Target is not { } target) return [joined];
        var entered = learner.Evolve(joined);
        return
        [
            joined,
            .. entered.StartTestFor(
                entered.ParticipationIn(entrance.Id)!, AssessmentPurpose.Campaign, Target.Of(target), referential, rules, seed, now),
        ];
    }

    /// <summary>
    /// "J'envoie mes résultats" (Rule 7.7): what is known of the frozen target, as it stands under the active release; or the profile. What a
    /// sending that saw the open campaign sends counts, even if it is archived meanwhile (Rule D11).
    /// </summary>
    public static Decision<LearnerEvent> Share(
        this Learner learner,
        int participation,
        Campaign campaign,
        Referential referential,
        LearnerRules rules,
        DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        if (learner.FindParticipation(participation) is not { } part) return Refusal.ParticipationUnknown;
        if (campaign.Created is not { } created) return Refusal.CampaignUnknown;
        if (part.IsShared) return Refusal.ResultsAlreadySent;
        if (campaign.WhyClosed(rules, now) is { } closed) return closed;
        if (part.HasTest && learner.StatusOf(part) != ParticipationStatus.ToShare) return Refusal.TestNotCompleted;

        var sending = (part.Sent?.Number ?? 0) + 1;
        return created.Target is { } target
            ? [ResultsOf(target, learner.KnowledgeFor(part, referential), part, sending, rules.Maximum, now)]
            : [ProfileOf(learner, part, sending, referential, rules.Maximum, now)];
    }

    /// <summary>"Je retente", before sending: the failed skills are asked again at once (Rules 6.7, D10); one under way goes on (no event).</summary>
    public static Decision<LearnerEvent> ImproveResults(
        this Learner learner,
        int participation,
        Campaign campaign,
        Referential referential,
        LearnerRules rules,
        long seed,
        DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        if (learner.FindParticipation(participation) is not { } part) return Refusal.ParticipationUnknown;
        if (!part.HasTest || campaign.Created?.Target is not { } target) return Refusal.ProfilesAreNotImproved;
        if (part.IsShared) return Refusal.ResultsAlreadySent;
        if (campaign.WhyClosed(rules, now) is { } closed) return closed;
        if (learner.OpenTestOf(part) is { } open) return open.Purpose == AssessmentPurpose.CampaignImprovement ? [] : Refusal.TestNotCompleted;

        var started = learner.StartTestFor(part, AssessmentPurpose.CampaignImprovement, Target.Of(target), referential, rules, seed, now);
        return started.Start.First is null
            ? Refusal.NothingToTryAgain
            : [new CampaignImprovementStarted(part.Ordinal, learner.AskedAgainBy(started.Start, part, referential, rules), now), .. started];
    }

    /// <summary>
    /// After a sending, prepares another, where the campaign takes several (Rules 7.11, D10): failed skills that are old enough are asked
    /// again, and a profile is simply sent again. One under way goes on (no event).
    /// </summary>
    public static Decision<LearnerEvent> Retry(
        this Learner learner,
        int participation,
        CampaignEntrance entrance,
        Referential referential,
        LearnerRules rules,
        long seed,
        DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        if (learner.FindParticipation(participation) is not { } part) return Refusal.ParticipationUnknown;
        if (entrance.Campaign.Created is not { } created) return Refusal.CampaignUnknown;
        if (entrance.WhyNotSendAgain(part) is { } once) return once;
        if (!part.IsShared) return [];
        if (entrance.WhyNotGoOn(rules, now) is { } over) return over;
        if (part.Type == CampaignType.Assessment && part.Sent!.Mastery.IsWhole) return Refusal.EverythingValidated;
        if (rules.Delays.RemainingBeforeRetrying(part.Sent!.At, now) is > 0 and var days) return Refusal.RetryTooEarly(days);
        if (created.Target is not { } target) return [new CampaignRetried(part.Ordinal, [], now)];

        var started = learner.StartTestFor(part, AssessmentPurpose.CampaignRetry, Target.Of(target), referential, rules, seed, now);
        return [new CampaignRetried(part.Ordinal, learner.AskedAgainBy(started.Start, part, referential, rules), now), .. started];
    }

    /// <summary>
    /// "Remettre à zéro et retenter" (Rule 7.11), where the target profile allows it: all that is known of the campaign's topics is forgotten,
    /// and everything is asked again. What is not sent of other campaigns that ask about them starts over there (Rule 6.4). What was sent
    /// counts until the next sending. One under way goes on (no event).
    /// </summary>
    public static Decision<LearnerEvent> ResetAndRetry(
        this Learner learner,
        int participation,
        CampaignEntrance entrance,
        Referential referential,
        LearnerRules rules,
        long seed,
        DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        if (learner.FindParticipation(participation) is not { } part) return Refusal.ParticipationUnknown;
        if (entrance.Campaign.Created is not { } created) return Refusal.CampaignUnknown;
        if (part.Type != CampaignType.Assessment || created.Target is not { AllowsReset: true } target) return Refusal.CampaignResetNotAllowed;
        if (entrance.WhyNotSendAgain(part) is { } once) return once;
        if (!part.IsShared) return learner.LatestTestOf(part)?.Purpose == AssessmentPurpose.CampaignRetry ? Refusal.RetryUnderWay : [];
        if (entrance.WhyNotGoOn(rules, now) is { } over) return over;
        if (rules.Delays.RemainingBeforeRetrying(part.Sent!.At, now) is > 0 and var days) return Refusal.RetryTooEarly(days);

        var tubes = referential.Targeted(Target.Of(target)).Skills.Select(skill => skill.Tube.Id).ToHashSet();
        var answered = learner.Positioning.Answers.Select(answer => answer.Skill).Distinct().Where(skill =>
            referential.Find(skill) is { } placed && tubes.Contains(placed.Tube.Id));
        var reset = new CampaignReset(part.Ordinal, [.. answered], now);
        var after = learner.Evolve(reset);
        LearnerEvent[] others = [.. after.StartOver(skill => tubes.Contains(skill.Tube.Id), referential, rules, seed, now)];
        after = others.Aggregate(after, (state, happened) => state.Evolve(happened));
        return
        [
            reset,
            .. others,
            new CampaignRetried(part.Ordinal, [], now),
            .. after.StartTestFor(part, AssessmentPurpose.Campaign, Target.Of(target), referential, rules, seed, now),
        ];
    }

    // Another sending is not taken at all, or there is none before it.
    private static Refusal? WhyNotSendAgain(this CampaignEntrance entrance, Participation part) =>
        !entrance.Campaign.Created!.MultipleSendings ? Refusal.SentOnce
        : part.Sent is null ? Refusal.ResultsNotSent
        : null;

    private static Refusal? WhyNotGoOn(this CampaignEntrance entrance, LearnerRules rules, DateTimeOffset now) =>
        entrance.Campaign.WhyClosed(rules, now) ?? (entrance.IsPupilDisabled ? Refusal.PupilDisabled : null);

    /// <summary>Why nobody may start or send any more, or null.</summary>
    public static Refusal? WhyClosed(this Campaign campaign, LearnerRules rules, DateTimeOffset now) =>
        campaign.IsArchived ? Refusal.CampaignArchived
        : campaign.Settings?.EndBy is { } end && rules.Delays.DayOf(now) > end ? Refusal.CampaignEnded(end)
        : null;

    /// <summary>Why whoever is this pupil of the school, or none (null), may not enter; null when they may (Rule 7.6).</summary>
    public static Refusal? WhyNotEnter(this CampaignEntrance entrance, PupilId? pupil, LearnerRules rules, DateTimeOffset now)
    {
        if (entrance.Campaign.WhyClosed(rules, now) is { } closed) return closed;
        if (entrance.Campaign.Settings?.StartBy is { } start && rules.Delays.DayOf(now) > start) return Refusal.CampaignStartEnded(start);
        if (entrance.IsPupilDisabled) return Refusal.PupilDisabled;
        return entrance.IsRestricted && pupil is null ? Refusal.PupilNotAttached : null;
    }

    private static Refusal? WhyNotExternalId(ExternalIdRequest? asked, string? given)
    {
        const int Longest = 255;
        if (asked is null) return null;
        if (string.IsNullOrWhiteSpace(given)) return Refusal.ExternalIdMissing(asked.Label);
        if (given.Length > Longest) return Refusal.ExternalIdTooLong(asked.Label, Longest);
        return asked.Type == ExternalIdType.Email && !IsEmail(given.Trim()) ? Refusal.ExternalIdNotEmail(asked.Label) : null;
    }

    private static bool IsEmail(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 2 } domain] && domain.IndexOf('.', StringComparison.Ordinal) > 0 && domain[^1] != '.'
        && !text.Any(char.IsWhiteSpace);

    private static ResultsShared ResultsOf(
        FrozenTarget target,
        Knowledge knowledge,
        Participation part,
        int sending,
        MaximumLevel maximum,
        DateTimeOffset now)
    {
        var results = target.ResultsOf(knowledge);
        var competences = target.PixOf(results, maximum);
        return new ResultsShared(
            part.Ordinal,
            part.Campaign,
            sending,
            results,
            SharedCompetence.Sum(competences, maximum),
            competences,
            maximum.Level,
            target.StageOf(results),
            [.. target.BadgesOf(results).Select(badge => badge.Id)],
            knowledge.Referential.Version,
            now);
    }

    private static ProfileShared ProfileOf(
        Learner learner,
        Participation part,
        int sending,
        Referential referential,
        MaximumLevel maximum,
        DateTimeOffset now)
    {
        var profile = Profile.Of(learner.Positioning, referential);
        return new ProfileShared(
            part.Ordinal,
            part.Campaign,
            sending,
            [.. profile.Competences.Select(competence => SharedCompetence.Of(competence.Code, competence.Total, maximum))],
            profile.Pix(maximum),
            profile.IsCertifiable,
            profile.CertifiableCompetences,
            maximum.Level,
            referential.Version,
            now);
    }
}
