using System.Collections.Immutable;

namespace Pix.Domain;

/// <summary>A learner: the state of one stream <c>learner-{id}</c>.</summary>
public sealed record Learner : IAggregate<Learner, LearnerEvent>
{
    /// <inheritdoc />
    public static Learner Initial { get; } = new();

    /// <summary>Who it is, or null before the registration.</summary>
    public PersonId? Person { get; private init; }

    /// <summary>The person asked to be forgotten.</summary>
    public bool IsErased { get; private init; }

    /// <summary>The rules of the game were read.</summary>
    public bool HasSeenRules { get; private init; }

    /// <summary>What the history says of their knowledge.</summary>
    public Positioning Positioning { get; private init; } = Positioning.Initial;

    /// <summary>Every test, by ordinal.</summary>
    public ImmutableSortedDictionary<int, Assessment> Assessments { get; private init; } = ImmutableSortedDictionary<int, Assessment>.Empty;

    /// <summary>Every participation in a campaign, by ordinal.</summary>
    public ImmutableSortedDictionary<int, Participation> Participations { get; private init; } = ImmutableSortedDictionary<int, Participation>.Empty;

    /// <summary>The saved tutorials, oldest first.</summary>
    public ImmutableList<TutorialId> SavedTutorials { get; private init; } = [];

    /// <summary>The tutorials found useful.</summary>
    public ImmutableHashSet<TutorialId> UsefulTutorials { get; private init; } = [];

    /// <summary>How many problems were reported.</summary>
    public int ProblemReports { get; private init; }

    /// <summary>The pupil that this account is, by school.</summary>
    public ImmutableDictionary<OrganisationId, PupilId> Pupils { get; private init; } = ImmutableDictionary<OrganisationId, PupilId>.Empty;

    /// <summary>How the account is opened, and its login where it has one; null when nobody said.</summary>
    public LoginGiven? Login { get; private init; }

    /// <inheritdoc />
    public Learner Evolve(LearnerEvent happened)
    {
        var after = this with { Positioning = Positioning.Evolve(happened) };
        return happened switch
        {
            LearnerRegistered registered => after with { Person = registered.Person },
            RulesOfTheGameSeen => after with { HasSeenRules = true },
            AssessmentStarted started => after.Start(started),
            ChallengePresented presented => after.Change(presented.Assessment, assessment => assessment with
            {
                PendingSince = presented.At,
                IsPresented = true,
            }),
            AnswerRecorded answer => after.Change(answer.Assessment, assessment => assessment.Waiting(answer.Next, answer.At) with
            {
                Answers = assessment.Answers.Add(new AssessmentAnswer(
                    answer.Number,
                    answer.Challenge,
                    answer.Status,
                    assessment.Pending?.TimerSeconds is not null,
                    answer.Referential,
                    answer.At)),
            }),
            AssessmentCompleted completed => after.Change(completed.Assessment, assessment => assessment with
            {
                State = AssessmentState.Completed,
                Pending = null,
            }),
            CampaignJoined joined => after.Put(new Participation(
                joined.Participation, joined.Campaign, joined.Organisation, joined.Type, joined.Pupil, joined.At)),
            CampaignRetried retried => after.Change(retried.Participation, part => part with { IsShared = false }),
            ResultsShared shared => after.Change(
                shared.Participation, new Sending(shared.Sending, shared.At, shared.Results, null)),
            ProfileShared shared => after.Change(
                shared.Participation, new Sending(shared.Sending, shared.At, SkillResults.Of([]), shared.Pix)),
            CompetenceReset reset => after with { Assessments = after.WithoutOpenTestOf(reset.Competence) },
            TutorialSaved saved => after with { SavedTutorials = SavedTutorials.Remove(saved.Tutorial).Add(saved.Tutorial) },
            TutorialRemoved removed => after with { SavedTutorials = SavedTutorials.Remove(removed.Tutorial) },
            TutorialFoundUseful found => after with
            {
                UsefulTutorials = found.Useful ? UsefulTutorials.Add(found.Tutorial) : UsefulTutorials.Remove(found.Tutorial),
            },
            ProblemReported => after with { ProblemReports = ProblemReports + 1 },
            PupilLinked linked => after with { Pupils = Pupils.SetItem(linked.Organisation, linked.Pupil) },
            PupilUnlinked unlinked => after with { Pupils = Pupils.Remove(unlinked.Organisation) },
            LoginGiven given => after with { Login = given },
            PersonErased => after with { IsErased = true },
            _ => after,
        };
    }

    /// <summary>The pupil that this account is in a school, or null.</summary>
    public PupilId? PupilIn(OrganisationId organisation) => Pupils.TryGetValue(organisation, out var pupil) ? pupil : null;

    /// <summary>A test by its ordinal, or null.</summary>
    public Assessment? Find(int assessment) => Assessments.GetValueOrDefault(assessment);

    /// <summary>A participation by its ordinal, or null.</summary>
    public Participation? FindParticipation(int participation) => Participations.GetValueOrDefault(participation);

    /// <summary>The participation in a campaign, or null.</summary>
    public Participation? ParticipationIn(CampaignId campaign) => Participations.Values.FirstOrDefault(part => part.Campaign == campaign);

    /// <summary>The unfinished test of a competence, or null.</summary>
    public Assessment? OpenTestOf(CompetenceCode competence) =>
        Assessments.Values.LastOrDefault(assessment => assessment.State == AssessmentState.Started && assessment.Target.Competence == competence);

    /// <summary>The latest test of a competence, whatever became of it, or null.</summary>
    public Assessment? LatestTestOf(CompetenceCode competence) =>
        Assessments.Values.LastOrDefault(assessment => assessment.Target.Competence == competence);

    private Learner Start(AssessmentStarted started)
    {
        var test = new Assessment(started.Assessment, started.Purpose, started.Target, started.Seed, started.At) { Participation = started.Participation };
        var after = Put(test.Waiting(started.First, started.At));
        if (started.Participation is not { } ordinal || FindParticipation(ordinal) is not { } part) return after;
        if (this.OpenTestOf(part) is { } before && before.Ordinal != started.Assessment) after = after.Put(Aborted(before));
        return after.Put(part with { Tests = part.Tests.Add(started.Assessment) });
    }

    private Learner Put(Participation part) => this with { Participations = Participations.SetItem(part.Ordinal, part) };

    private Learner Change(int participation, Func<Participation, Participation> change) =>
        FindParticipation(participation) is { } part ? Put(change(part)) : this;

    private Learner Change(int participation, Sending sent) => Change(participation, part => part with { IsShared = true, Sent = sent });

    private Learner Put(Assessment assessment) => this with { Assessments = Assessments.SetItem(assessment.Ordinal, assessment) };

    private Learner Change(int ordinal, Func<Assessment, Assessment> change) =>
        Find(ordinal) is { } assessment ? Put(change(assessment)) : this;

    private ImmutableSortedDictionary<int, Assessment> WithoutOpenTestOf(CompetenceCode competence) =>
        OpenTestOf(competence) is { } open
            ? Assessments.SetItem(open.Ordinal, Aborted(open))
            : Assessments;

    private static Assessment Aborted(Assessment open) => open with { State = AssessmentState.Aborted, Pending = null };
}
