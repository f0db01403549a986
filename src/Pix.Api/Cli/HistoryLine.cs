using System.Globalization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>An event as an auditor reads it in a terminal: revision, instant, who, type, and what it says; personal values stay sealed.</summary>
internal static class HistoryLine
{
    public static string Of(Record record, RecordedEvent recorded)
    {
        var metadata = EventMetadata.Read(record.Metadata);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{record.Revision.Value,5}  {metadata.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}  {metadata.Actor.Role,-8}  {record.Type,-24}  {Said(recorded.Event)}").TrimEnd();
    }

    private static string Said(IDomainEvent happened) => happened switch
    {
        LearnerRegistered registered => $"person {registered.Person}{(registered.Name is null ? string.Empty : ", name given")}",
        AssessmentStarted started =>
            $"test {started.Assessment} of {Asked(started)} ({Text.Of(started.Purpose)}), {First(started.First)}",
        ChallengePresented presented => $"test {presented.Assessment}, challenge {presented.Challenge}",
        AnswerRecorded answer => Answer(answer),
        AssessmentCompleted completed => $"test {completed.Assessment}",
        CompetenceReset reset => $"competence {reset.Competence}",
        ImprovementStarted improvement =>
            $"competence {improvement.Competence}, {Counted.Of(improvement.FailedSkills.Count, "failed skill")}: {string.Join(", ", improvement.FailedSkills)}",
        TutorialSaved saved => $"tutorial {saved.Tutorial}",
        TutorialRemoved removed => $"tutorial {removed.Tutorial}",
        TutorialFoundUseful judged => $"tutorial {judged.Tutorial}, {(judged.Useful ? "useful" : "taken back")}",
        ProblemReported problem =>
            $"report {problem.Report} in test {problem.Assessment}, challenge {problem.Challenge}: {Text.Of(problem.Category)}",
        CampaignJoined joined => $"participation {joined.Participation} in campaign {joined.Campaign} ({Text.Of(joined.Type)})",
        CampaignImprovementStarted improvement =>
            $"participation {improvement.Participation}, {Counted.Of(improvement.FailedSkills.Count, "failed skill")}: {string.Join(", ", improvement.FailedSkills)}",
        CampaignRetried retried =>
            $"participation {retried.Participation}, {Counted.Of(retried.FailedSkills.Count, "failed skill")}: {string.Join(", ", retried.FailedSkills)}",
        CampaignReset reset => $"participation {reset.Participation}, {Counted.Of(reset.Skills.Count, "skill")}: {string.Join(", ", reset.Skills)}",
        ResultsShared shared =>
            $"participation {shared.Participation}, sending {shared.Sending}: {shared.Results.Validated} of {Counted.Of(shared.Results.Count, "skill")} validated, {shared.Pix}, referential {shared.Referential}",
        ProfileShared shared => $"participation {shared.Participation}, sending {shared.Sending}: {shared.Pix} pix, referential {shared.Referential}",
        PersonErased erased => $"person {erased.Person}",
        _ => string.Empty,
    };

    private static string Asked(AssessmentStarted started) => started.Target.Competence is { } competence
        ? $"competence {competence}"
        : $"participation {started.Participation}";

    private static string First(PendingChallenge? first) =>
        first is null ? "nothing to ask" : $"referential {first.Referential}, first challenge {first.Challenge}";

    private static string Answer(AnswerRecorded answer)
    {
        var focus = answer.FocusLost ? ", focus lost" : string.Empty;
        var next = answer.Next is { } pending ? $"next {pending.Challenge}" : "no next";
        return $"test {answer.Assessment} answer {answer.Number}: {Text.Of(answer.Status)}, challenge {answer.Challenge}, "
            + $"skill {answer.Skill} (level {answer.Level}), {answer.ServerSeconds} s{focus}, referential {answer.Referential}, {next}";
    }
}
