namespace Pix.Domain;

/// <summary>What the world knows of a test when its session is deliberated or published.</summary>
public sealed record JudgedTest(CertificationId Certification)
{
    /// <summary>Where its latest scoring stands in its stream: revision and chain; null when it has none.</summary>
    public (long Revision, string Chain)? Scoring { get; init; }

    /// <summary>Its result is an error that nobody can be told (Rule 11.18).</summary>
    public bool IsInError { get; init; }

    /// <summary>A case of its own, which no grouped decision may settle (Rule D22).</summary>
    public bool IsContested { get; init; }

    /// <summary>The jury decided it alone, on its latest scoring.</summary>
    public bool IsDecided { get; init; }
}

/// <summary>The jury's part in a session: taking charge, deliberating, publishing (Rules 11.24, 11.26, D22).</summary>
public static class PublicationDecisions
{
    /// <summary>A jury officer takes charge of a session that was handed in.</summary>
    public static Decision<SessionEvent> AssignOfficer(this Session session, MemberId officer, DateTimeOffset now)
    {
        if (session.WhyNotHandedIn() is { } refusal) return refusal;
        if (session.Officer == officer) return [];
        return [new JuryOfficerAssigned(officer, now)];
    }

    /// <summary>The jury decides uncontested tests together, with minutes, on the scorings that it was shown (Rule D22).</summary>
    public static Decision<SessionEvent> Deliberate(
        this Session session,
        IReadOnlyList<JudgedTest> tests,
        string minutes,
        DateTimeOffset now)
    {
        if (session.WhyNotJudged() is { } refusal) return refusal;
        if (session.Officer is null) return Refusal.SessionWithoutOfficer;
        if (session.Published is not null) return Refusal.AlreadyPublished;
        if (tests.Count == 0) return Refusal.DeliberationEmpty;
        if (string.IsNullOrWhiteSpace(minutes)) return Refusal.MinutesMissing;
        var handedIn = session.Finalised!.Tests.ToDictionary(test => test.Certification);
        if (Where(tests, test => !handedIn.ContainsKey(test.Certification)) is { Count: > 0 } elsewhere) return Refusal.CertificationElsewhere(elsewhere);
        if (Where(tests, test => test.Scoring is null) is { Count: > 0 } unscored) return Refusal.TestNotScored(unscored);
        if (Where(tests, test => test.IsContested || test.IsInError) is { Count: > 0 } contested)
            return Refusal.CertificationContested(contested);

        List<DeliberatedCertification> decided =
        [
            .. tests
                .DistinctBy(test => test.Certification)
                .Select(test => new DeliberatedCertification(
                    handedIn[test.Certification].Candidate, test.Certification, test.Scoring!.Value.Revision, test.Scoring.Value.Chain))
                .Where(one => session.Deliberated.GetValueOrDefault(one.Certification) != one),
        ];
        if (decided.Count == 0) return [];
        return [new DeliberationHeld(session.Deliberations + 1, decided, new Personal<string>(session.Opened!.Papers, minutes), now)];
    }

    /// <summary>Publishes the whole session as one fact (Rules 11.26, D22); <paramref name="tests"/> are all of it.</summary>
    public static Decision<SessionEvent> Publish(this Session session, IReadOnlyList<JudgedTest> tests, DateTimeOffset now)
    {
        if (session.WhyNotJudged() is { } refusal) return refusal;
        if (session.Published is not null) return Refusal.AlreadyPublished;
        var judged = tests.ToDictionary(test => test.Certification);
        List<JudgedTest> all = [.. session.Finalised!.Tests.Select(test => judged.GetValueOrDefault(test.Certification, new JudgedTest(test.Certification)))];
        if (Where(all, test => test.Scoring is null) is { Count: > 0 } unscored) return Refusal.TestNotScored(unscored);
        if (Where(all, test => test.IsInError) is { Count: > 0 } broken) return Refusal.TestInError(broken);
        if (Where(all, test => !session.IsDeliberated(test)) is { Count: > 0 } open) return Refusal.NotDeliberated(open);
        return
        [
            new ResultsPublished(
                session.LatestPublication + 1,
                [.. session.Finalised!.Tests.Zip(all, (handedIn, test) =>
                    new PublishedResult(handedIn.Candidate, test.Certification, test.Scoring!.Value.Revision, test.Scoring.Value.Chain))],
                now),
        ];
    }

    /// <summary>Those to be told of this publication were told.</summary>
    public static Decision<SessionEvent> Announce(this Session session, int publication, int recipients, DateTimeOffset now)
    {
        if (session.LatestPublication < publication) return Refusal.SessionNotPublished;
        if (session.LatestAnnouncement >= publication) return [];
        return [new PublicationAnnounced(publication, recipients, now)];
    }

    /// <summary>Takes a publication back.</summary>
    public static Decision<SessionEvent> Unpublish(this Session session, string reason, DateTimeOffset now)
    {
        if (session.Opened is not { } opened) return Refusal.SessionUnknown;
        if (session.Published is not { } published) return session.LatestPublication > 0 ? [] : Refusal.SessionNotPublished;
        if (string.IsNullOrWhiteSpace(reason)) return Refusal.ReasonMissing;
        return [new ResultsUnpublished(published.Publication, new Personal<string>(opened.Papers, reason), now)];
    }

    /// <summary>The published results are handed out, which is recorded.</summary>
    public static Decision<SessionEvent> IssueResults(this Session session, DateTimeOffset now)
    {
        if (session.Opened is null) return Refusal.SessionUnknown;
        return session.Published is null ? Refusal.SessionNotPublished : session.IssuePaper(SessionPaper.Results, now);
    }

    /// <summary>Whether the jury decided a test, alone or with others; a scoring that came after is not what was deliberated (Rule D22).</summary>
    public static bool IsDeliberated(this Session session, JudgedTest test) =>
        test.IsDecided
        || (session.Deliberated.GetValueOrDefault(test.Certification) is { } held && held.Revision == test.Scoring?.Revision && held.Chain == test.Scoring?.Chain);

    private static Refusal? WhyNotHandedIn(this Session session)
    {
        if (session.Opened is null) return Refusal.SessionUnknown;
        if (session.IsCancelled) return Refusal.SessionCancelled;
        return session.Finalised is null ? Refusal.SessionNotFinalised : null;
    }

    private static Refusal? WhyNotJudged(this Session session) =>
        session.WhyNotHandedIn() ?? (session.IsFinalisationCompleted ? null : Refusal.FinalisationUnderWay);

    private static List<CertificationId> Where(IEnumerable<JudgedTest> tests, Func<JudgedTest, bool> says) =>
        [.. tests.Where(says).Select(test => test.Certification)];
}
