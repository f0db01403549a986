namespace Pix.Domain;

/// <summary>What a learner may do beside the test itself; the test's own decisions are in <see cref="TestDecisions"/>.</summary>
public static class LearnerDecisions
{
    /// <summary>Opens the account, once.</summary>
    public static Decision<LearnerEvent> Register(this Learner learner, PersonId person, PersonName? name, DateTimeOffset now)
    {
        if (learner.Person is not null) return Refusal.AlreadyRegistered;
        return [new LearnerRegistered(person, name is null ? null : new Personal<PersonName>(person, name), now)];
    }

    /// <summary>The rules of the game were read (Rule 13.2).</summary>
    public static Decision<LearnerEvent> SeeRules(this Learner learner, DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        if (learner.HasSeenRules) return [];
        return [new RulesOfTheGameSeen(now)];
    }

    /// <summary>"Remise à zéro": what was not sent of campaigns that ask about the competence starts over there (Rules D1, 6.4).</summary>
    public static Decision<LearnerEvent> Reset(
        this Learner learner,
        Competence competence,
        Referential referential,
        LearnerRules rules,
        long seed,
        DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        if (learner.Positioning.LatestAnswerIn(competence.Code) is not { } latest) return Refusal.NothingToReset(competence.Code);
        var days = rules.Delays.RemainingBeforeReset(latest, now);
        if (days > 0) return Refusal.ResetTooEarly(competence.Code, days);
        var reset = new CompetenceReset(competence.Code, now);
        return [reset, .. learner.Evolve(reset).StartOver(skill => skill.Competence == competence.Code, referential, rules, seed, now)];
    }

    /// <summary>
    /// Puts a tutorial on the list, and says whether it was useful, or takes that back; null: nothing is said about it (Rule 13.3).
    /// </summary>
    public static Decision<LearnerEvent> KeepTutorial(
        this Learner learner,
        TutorialId tutorial,
        bool? useful,
        Referential referential,
        DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        if (referential.Find(tutorial) is null) return Refusal.TutorialUnknown(tutorial);
        LearnerEvent[] saved = learner.SavedTutorials.Contains(tutorial) ? [] : [new TutorialSaved(tutorial, now)];
        LearnerEvent[] judged = useful is { } judgement && judgement != learner.UsefulTutorials.Contains(tutorial)
            ? [new TutorialFoundUseful(tutorial, judgement, now)]
            : [];
        return [.. saved, .. judged];
    }

    /// <summary>Takes a tutorial off the list.</summary>
    public static Decision<LearnerEvent> RemoveTutorial(this Learner learner, TutorialId tutorial, DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        if (!learner.SavedTutorials.Contains(tutorial)) return [];
        return [new TutorialRemoved(tutorial, now)];
    }

    /// <summary>"Signaler un problème" about a challenge that was asked in this test (Rule 13.4).</summary>
    public static Decision<LearnerEvent> ReportProblem(
        this Learner learner,
        int assessment,
        ChallengeId challenge,
        ProblemCategory category,
        string? text,
        DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        if (learner.Find(assessment) is not { } test) return Refusal.AssessmentUnknown;
        var answered = test.Answers.Exists(answer => answer.Challenge == challenge);
        if (!answered && test.Pending?.Challenge != challenge) return Refusal.ProblemElsewhere(challenge);

        var fits = category switch
        {
            ProblemCategory.Picture => !answered,
            ProblemCategory.Answer or ProblemCategory.Tutorial => answered,
            _ => true,
        };
        if (!fits) return Refusal.ProblemNotNow(category, answered);
        if (category == ProblemCategory.Other && string.IsNullOrWhiteSpace(text)) return Refusal.ProblemNeedsText;
        var personal = text is null ? null : new Personal<string>(learner.Person!.Value, text);
        return [new ProblemReported(learner.ProblemReports + 1, assessment, challenge, category, personal, now)];
    }

    /// <summary>Forgets the person: after this nothing is decided for them any more.</summary>
    public static Decision<LearnerEvent> Erase(this Learner learner, DateTimeOffset now)
    {
        if (learner.Person is not { } person) return Refusal.LearnerUnknown;
        if (learner.IsErased) return [];
        return [new PersonErased(person, now)];
    }

    internal static Refusal? WhyNot(this Learner learner) =>
        learner.Person is null ? Refusal.LearnerUnknown : learner.IsErased ? Refusal.LearnerErased : null;
}
