namespace Pix.Domain;

/// <summary>Forgetting who a candidate is.</summary>
public static class CandidateErasure
{
    /// <summary>
    /// Forgets a candidate, withdrawn or not, unless a test of theirs is still to be deliberated: <paramref name="settled"/> are those that are
    /// not. A test that began meanwhile is in nobody's list, and holds the erasure back.
    /// </summary>
    public static Decision<SessionEvent> Erase(
        this Session session,
        CandidateId id,
        IReadOnlySet<CertificationId> settled,
        DateTimeOffset now)
    {
        if (session.Opened is null) return Refusal.SessionUnknown;
        if (!session.Persons.TryGetValue(id, out var person)) return Refusal.CandidateUnknown;
        if (session.Erased.Contains(id)) return [];
        if (session.Find(id)?.Certification is { } test && !settled.Contains(test)) return Refusal.ErasureAwaitsJury;
        return [new CandidateErased(id, person, now)];
    }
}
