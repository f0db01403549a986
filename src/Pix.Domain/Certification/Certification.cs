using System.Collections.Immutable;

namespace Pix.Domain;

/// <summary>One candidate's test and what the jury made of it: the state of one stream <c>certification-{id}</c>.</summary>
public sealed record Certification : IAggregate<Certification, CertificationEvent>
{
    /// <inheritdoc />
    public static Certification Initial { get; } = new();

    /// <summary>How it began, or null before.</summary>
    public CertificationStarted? Started { get; private init; }

    /// <summary>Up to which attempt no start begins the test, because the session was closed meanwhile; 0 for none.</summary>
    public int BarredAttempt { get; private init; }

    /// <summary>Who is certified, as last corrected.</summary>
    public Personal<CertifiedIdentity>? Identity { get; private init; }

    /// <summary>The key that answers now.</summary>
    public Guid Sitting { get; private init; }

    /// <summary>The answers, in order: the first is question 1's.</summary>
    public ImmutableList<CertificationAnswerRecorded> Answers { get; private init; } = [];

    /// <summary>Since when the pending question waits, or is shown when it is timed.</summary>
    public DateTimeOffset PendingSince { get; private init; }

    /// <summary>Whether the pending question, when timed, was shown.</summary>
    public bool IsPresented { get; private init; }

    /// <summary>Whether the focus was lost during the pending question.</summary>
    public bool IsFocusLost { get; private init; }

    /// <summary>How it ended, or null while it goes on.</summary>
    public CertificationEnded? Ended { get; private init; }

    /// <summary>The questions that do not count.</summary>
    public ImmutableSortedSet<int> Neutralised { get; private init; } = [];

    /// <summary>The unanswered questions that count as wrong.</summary>
    public ImmutableSortedSet<int> SkippedAutomatically { get; private init; } = [];

    /// <summary>The answers that count for something else than their status.</summary>
    public ImmutableSortedDictionary<int, AnswerStatus> Accepted { get; private init; } = ImmutableSortedDictionary<int, AnswerStatus>.Empty;

    /// <summary>The issue reports that were handed in.</summary>
    public ImmutableList<IssueReported> Issues { get; private init; } = [];

    /// <summary>The finalisations under which the automatic jury was held.</summary>
    public ImmutableHashSet<Guid> Finalisations { get; private init; } = [];

    /// <summary>Every scoring, in order.</summary>
    public ImmutableList<CertificationScored> Scorings { get; private init; } = [];

    /// <summary>Every decision of the jury, in order.</summary>
    public ImmutableList<JuryDecisionRecorded> Decisions { get; private init; } = [];

    /// <summary>Rejected for fraud.</summary>
    public bool IsFraud { get; private init; }

    /// <summary>Cancelled by the jury.</summary>
    public bool IsCancelledByJury { get; private init; }

    /// <summary>Published once, and revoked since.</summary>
    public bool IsRevoked { get; private init; }

    /// <summary>The jury's last word stands: nothing that it rests on changed since.</summary>
    public bool IsDecided { get; private init; }

    /// <summary>The revision of the last event; -1 before the first.</summary>
    public long Revision { get; private init; } = -1;

    /// <summary>The questions, in order; none before the start.</summary>
    public IReadOnlyList<CertificationQuestion> Questions => Started?.Questions ?? [];

    /// <summary>What waits for an answer, or null when the test is over.</summary>
    public CertificationQuestion? Pending => Ended is null && Answers.Count < Questions.Count ? Questions[Answers.Count] : null;

    /// <summary>The questions that the candidate was shown: a timed one only once it was presented.</summary>
    public IEnumerable<CertificationQuestion> Shown =>
        Questions.Take(Answers.Count + (Question(Answers.Count + 1)?.Challenge.TimerSeconds is not null && !IsPresented ? 0 : 1));

    /// <summary>The latest scoring, or null.</summary>
    public CertificationScored? Scoring => Scorings.LastOrDefault();

    /// <summary>Cancelled by the jury, or because too many questions were neutralised (Rule 11.19).</summary>
    public bool IsCancelled => IsCancelledByJury || Scoring is { IsTrusted: false };

    /// <summary>What is said of it as a whole (Rule 11.25).</summary>
    public CertificationStatus Status => StatusOf(Scoring?.Status, IsCancelled);

    /// <summary>The automatic jury was held: the jury may decide.</summary>
    public bool IsJudged => !Finalisations.IsEmpty;

    /// <summary>A case of its own, which no grouped decision may settle (Rule D22).</summary>
    public bool IsContested =>
        Issues.Exists(issue => issue.Resolution == IssueResolution.LeftToJury) || Scoring is { Status: ScoringStatus.Error } or { IsTrusted: false };

    /// <inheritdoc />
    public Certification Evolve(CertificationEvent happened)
    {
        var after = this with { Revision = Revision + 1 };
        return happened switch
        {
            CertificationStarted started => after with
            {
                Started = started,
                Identity = started.Identity,
                Sitting = started.Sitting,
                PendingSince = started.At,
            },
            CertificationStartBarred barred => after with { BarredAttempt = barred.Attempt },
            CertificationResumed resumed => after with { Sitting = resumed.Sitting },
            CertificationQuestionPresented presented => after with { IsPresented = true, PendingSince = presented.At },
            CertificationFocusLost => after with { IsFocusLost = true },
            CertificationAnswerRecorded answer => after with
            {
                Answers = Answers.Add(answer),
                PendingSince = answer.At,
                IsPresented = false,
                IsFocusLost = false,
            },
            CertificationEnded ended => after with { Ended = ended },
            IssueReported issue => after with { Issues = Issues.Add(issue) },
            ChallengeNeutralised neutralised => after with { Neutralised = Neutralised.Add(neutralised.Number), IsDecided = false },
            ChallengeRestored restored => after with { Neutralised = Neutralised.Remove(restored.Number), IsDecided = false },
            ChallengeSkippedAutomatically skipped => after with { SkippedAutomatically = SkippedAutomatically.Add(skipped.Number), IsDecided = false },
            AnswerAccepted accepted => after with { Accepted = Accepted.SetItem(accepted.Number, accepted.Status), IsDecided = false },
            AutomaticJuryHeld held => after with { Finalisations = Finalisations.Add(held.Finalisation) },
            CertificationScored scored => after with { Scorings = Scorings.Add(scored) },
            IdentityCorrected corrected => after with { Identity = corrected.Identity },
            JuryDecisionRecorded decision => after.Decided(decision),
            CertificateRevoked => after with { IsRevoked = true },
            _ => after,
        };
    }

    /// <summary>What is said of a certification with this result (Rule 11.25).</summary>
    public static CertificationStatus StatusOf(ScoringStatus? result, bool isCancelled) => (isCancelled, result) switch
    {
        (true, _) => CertificationStatus.Cancelled,
        (_, ScoringStatus.Validated) => CertificationStatus.Validated,
        (_, ScoringStatus.Rejected) => CertificationStatus.Rejected,
        (_, ScoringStatus.Error) => CertificationStatus.Error,
        _ => CertificationStatus.Started,
    };

    /// <summary>A question by its number, or null.</summary>
    public CertificationQuestion? Question(int number) => number >= 1 && number <= Questions.Count ? Questions[number - 1] : null;

    /// <summary>What the answer to a question counts for, or null when it has none.</summary>
    public AnswerStatus? AnswerTo(int number) =>
        Accepted.TryGetValue(number, out var accepted) ? accepted : number <= Answers.Count ? Answers[number - 1].Status : null;

    /// <summary>After these events too.</summary>
    public Certification After(IEnumerable<CertificationEvent> events) => events.Aggregate(this, (state, happened) => state.Evolve(happened));

    private Certification Decided(JuryDecisionRecorded decision)
    {
        var decided = this with { Decisions = Decisions.Add(decision) };
        return decision.Verdict switch
        {
            JuryVerdict.Confirmed => decided with { IsDecided = true },
            JuryVerdict.RejectedForFraud => decided with { IsFraud = true, IsDecided = true },
            JuryVerdict.FraudRejectionLifted => decided with { IsFraud = false, IsDecided = false },
            JuryVerdict.Cancelled => decided with { IsCancelledByJury = true, IsDecided = true },
            JuryVerdict.CancellationLifted => decided with { IsCancelledByJury = false, IsDecided = false },
            JuryVerdict.RevocationLifted => decided with { IsRevoked = false },
            _ => decided,
        };
    }
}
