using Pix.Domain;

namespace Pix.Api;

/// <summary>
/// A test as its candidate sees it. The question is shown to who holds the key of the sitting; no result is shown before the publication.
/// <paramref name="Sitting"/> is given once, to who starts or resumes.
/// </summary>
public sealed record CertificationView(
    Guid CertificationId,
    int SessionId,
    Guid? Sitting,
    string State,
    string? EndReason,
    int Questions,
    int Answered,
    DateTimeOffset StartedAt,
    DateTimeOffset Deadline,
    int? Number,
    ChallengeView? Question)
{
    /// <summary>A started test at an instant.</summary>
    public static CertificationView Of(Certification certification, bool isSitting, DateTimeOffset now)
    {
        var started = certification.Started!;
        var end = certification.EndAt(now);
        var pending = end is null && isSitting ? certification.Pending : null;
        return new CertificationView(
            started.Certification.Value,
            started.Session.Value,
            null,
            end is null ? "started" : "ended",
            end is { } reason ? Text.Of(reason) : null,
            certification.Questions.Count,
            certification.Answers.Count,
            started.At,
            started.Deadline,
            pending?.Number,
            pending is null ? null : QuestionOf(certification, pending, now));
    }

    /// <summary>The pending question, without its solution.</summary>
    public static ChallengeView QuestionOf(Certification certification, CertificationQuestion pending, DateTimeOffset now) => ChallengeView.Of(
        pending.Challenge,
        pending.Competence,
        TimerView.Of(pending.Challenge, certification.IsPresented, certification.ServerSeconds(now)),
        name => FileView.Of(certification.Started!.Certification, name));
}

/// <summary>The key of a sitting, which a candidate's machine sends with every request.</summary>
public static class SittingHeader
{
    /// <summary>The header.</summary>
    public const string Name = "Pix-Sitting";

    /// <summary>The key that was sent; without one nobody sits.</summary>
    public static Guid Of(HttpContext http) => Guid.TryParse(http.Request.Headers[Name].ToString(), out var sitting) ? sitting : Guid.Empty;
}

/// <summary>What a candidate's act on a test leads to: a reply, or the end of the time that was met instead (Rule D14).</summary>
public static class SittingOutcome
{
    /// <summary>The reply, unless the act ended the test by time: that is told as a refusal, each time it is asked again.</summary>
    public static Outcome<TReply> OrTimeOver<TReply>(
        this EventStore.Decided<Certification, CertificationEvent> decided,
        Func<EventStore.Decided<Certification, CertificationEvent>, TReply> reply,
        bool created = false) =>
        decided.Refusal is null && decided.Events.Any(happened => happened is CertificationEnded { Reason: CertificationEnd.Time })
            ? new Outcome<TReply>(Refusal.CertificationTimeOver, default, false, decided.Position)
            : decided.ToOutcome(reply, created);
}
