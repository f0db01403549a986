using Pix.Domain;

namespace Pix.Api;

/// <summary>A challenge as it is asked: everything but its solution. A timed one shows no question before it is presented.</summary>
public sealed record ChallengeView(
    string Id,
    string Type,
    string Competence,
    bool Focused,
    bool Shuffled,
    string Format,
    TimerView? Timer,
    string? Instruction,
    IReadOnlyList<string> Choices,
    string? Template,
    IReadOnlyList<string> Blanks,
    IReadOnlyList<string> Options,
    IReadOnlyList<FileView> Attachments,
    IllustrationView? Illustration,
    EmbedView? Embed)
{
    /// <summary>The pending challenge of a test, or null when nothing is pending.</summary>
    public static ChallengeView? Pending(AssessmentId id, Assessment test, Releases releases, DateTimeOffset now)
    {
        if (test.Pending is not { } pending || releases.At(pending.Referential)?.Find(pending.Challenge) is not { } asked) return null;
        var timer = TimerView.Of(asked.Challenge, test.IsPresented, test.ServerSeconds(now));
        return Of(asked.Challenge, asked.Skill.Competence, timer, name => FileView.Of(id, name));
    }

    /// <summary>A challenge that waits for an answer.</summary>
    public static ChallengeView Of(Challenge challenge, CompetenceCode competence, TimerView? timer, Func<string, FileView> file)
    {
        var shown = timer is not { Presented: false };
        return new ChallengeView(
            challenge.Id.Value,
            Text.Of(challenge.Type),
            competence.Value,
            challenge.Focused,
            challenge.Shuffled,
            challenge.Format,
            timer,
            shown ? challenge.Instruction : null,
            shown ? challenge.Choices : [],
            shown ? challenge.Template : null,
            shown ? BlankNamesOf(challenge) : [],
            shown ? challenge.Options : [],
            shown ? [.. challenge.Attachments.Select(file)] : [],
            shown && challenge.Illustration is { } picture ? new IllustrationView(file(picture.File).Url, picture.AlternativeText) : null,
            shown && challenge.Embed is { } embed ? new EmbedView(embed.Url, embed.Title, embed.Height) : null);
    }

    private static IReadOnlyList<string> BlankNamesOf(Challenge challenge) => challenge.Type switch
    {
        ChallengeType.QrocmInd => [.. challenge.Blanks.Select(blank => blank.Name)],
        ChallengeType.QrocmDep => challenge.BlankNames,
        _ => [],
    };
}

/// <summary>A timer: seconds in all and left, and whether the clock runs (<c>POST …/presentation</c> starts it).</summary>
public sealed record TimerView(int Seconds, bool Presented, int RemainingSeconds)
{
    /// <summary>The timer of a challenge, or null when it is untimed; <paramref name="serverSeconds"/> ran since it was presented.</summary>
    public static TimerView? Of(Challenge challenge, bool presented, int serverSeconds) => challenge.TimerSeconds is { } seconds
        ? new TimerView(seconds, presented, presented ? Math.Max(0, seconds - serverSeconds) : seconds)
        : null;
}

/// <summary>A file to open.</summary>
public sealed record FileView(string Name, string Url)
{
    /// <summary>A file of one of a test's challenges.</summary>
    public static FileView Of(AssessmentId assessment, string name) => new(name, $"/assessments/{assessment}/files/{Uri.EscapeDataString(name)}");

    /// <summary>A file of one of a certification's questions.</summary>
    public static FileView Of(CertificationId certification, string name) =>
        new(name, $"/certifications/{certification}/files/{Uri.EscapeDataString(name)}");
}

/// <summary>A picture and what it shows.</summary>
public sealed record IllustrationView(string Url, string AlternativeText);

/// <summary>A page to act in; height in pixels.</summary>
public sealed record EmbedView(string Url, string Title, int Height);

/// <summary>A tutorial, such as "Par youtube : … • vidéo • 2 minutes".</summary>
public sealed record TutorialView(string Id, string Title, string Link, string Format, string Duration, string Source)
{
    /// <summary>The tutorials of these ids that a release has.</summary>
    public static IReadOnlyList<TutorialView> Of(IEnumerable<TutorialId> ids, Referential referential) =>
        [.. ids.Select(referential.Find).OfType<Tutorial>().Select(Of)];

    /// <summary>One tutorial.</summary>
    public static TutorialView Of(Tutorial tutorial) =>
        new(tutorial.Id.Value, tutorial.Title, tutorial.Link, tutorial.Format, tutorial.Duration, tutorial.Source);
}

/// <summary>A recap (Rule 13.1): progress from 0 to 1, and the last answers.</summary>
public sealed record CheckpointView(decimal Progress, int Right, int Wrong, IReadOnlyList<RecapView> Answers);

/// <summary>A line of a recap.</summary>
public sealed record RecapView(int Number, string ChallengeId, string? Instruction, string Status);

/// <summary>A test: where it stands, and what it asks.</summary>
public sealed record AssessmentView(
    string AssessmentId,
    Guid LearnerId,
    string? Competence,
    string? CompetenceName,
    string Purpose,
    string State,
    decimal Progress,
    int Answers,
    DateTimeOffset StartedAt,
    CheckpointView? Checkpoint,
    ChallengeView? Challenge,
    bool Completed,
    string? ParticipationId = null)
{
    /// <summary>A test as its learner sees it.</summary>
    public static AssessmentView Of(AssessmentId id, Learner learner, Assessment test, Releases releases, LearnerRules rules, DateTimeOffset now)
    {
        var progress = ProgressOf(learner, test, releases, rules);
        return new AssessmentView(
            id.ToString(),
            id.Learner.Value,
            test.Target.Competence?.Value,
            test.Target.Competence is { } competence ? AskedFrom(test, releases)?.Find(competence)?.Name : null,
            Text.Of(test.Purpose),
            Text.Of(test.State),
            progress,
            test.Answers.Count,
            test.StartedAt,
            test.Answers.Count == 0 ? null : Recap(test, progress, releases),
            ChallengeView.Pending(id, test, releases, now),
            test.State == AssessmentState.Completed,
            test.Participation is { } participation ? new ParticipationId(id.Learner, participation).ToString() : null);
    }

    /// <summary>The recap that is due after the last answer, or null.</summary>
    public static CheckpointView? RecapDue(Learner learner, Assessment test, Releases releases, LearnerRules rules) =>
        test.IsAtCheckpoint || test.State == AssessmentState.Completed
            ? Recap(test, ProgressOf(learner, test, releases, rules), releases)
            : null;

    private static decimal ProgressOf(Learner learner, Assessment test, Releases releases, LearnerRules rules) =>
        AskedFrom(test, releases) is { } referential
            ? learner.ProgressIn(test, referential, rules).Displayed
            : 0;

    // The release that was in force at the test's last step: a retry of that step says the same under any later one.
    private static Referential? AskedFrom(Assessment test, Releases releases) =>
        (test.Pending?.Referential ?? test.Answers.LastOrDefault()?.Referential) is { } version ? releases.At(version) : releases.Active;

    private static CheckpointView Recap(Assessment test, decimal progress, Releases releases)
    {
        var answers = test.AnswersSinceCheckpoint.ToList();
        var right = answers.Count(answer => answer.Status == AnswerStatus.Ok);
        return new CheckpointView(
            progress,
            right,
            answers.Count - right,
            [.. answers.Select(answer => new RecapView(
                answer.Number,
                answer.Challenge.Value,
                releases.At(answer.Referential)?.Find(answer.Challenge)?.Challenge.Instruction,
                Text.Of(answer.Status)))]);
    }
}

/// <summary>Enumerations as the API writes them: camelCase.</summary>
public static class Text
{
    /// <summary>Such as <c>focusedOut</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Names<T>.All[value];

    /// <summary>The value of this name, or null.</summary>
    public static T? Find<T>(string name)
        where T : struct, Enum =>
        Names<T>.All.Where(known => known.Value == name).Select(known => (T?)known.Key).FirstOrDefault();

    /// <summary>Every name, as a sentence lists them.</summary>
    public static string Choices<T>()
        where T : struct, Enum =>
        string.Join(", ", Names<T>.All.Values);

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All =
            Enum.GetValues<T>().ToDictionary(value => value, value => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
    }
}
