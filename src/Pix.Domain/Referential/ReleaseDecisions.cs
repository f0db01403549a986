namespace Pix.Domain;

/// <summary>A release as its author hands it in: checked, hashed, not yet written.</summary>
public sealed record ReleaseDraft(
    ReferentialVersion Version,
    IReadOnlyList<Area> Areas,
    IReadOnlyList<(string Sha256, Competence Competence)> Competences,
    IReadOnlyList<ReleasedFile> Attachments,
    IReadOnlyList<ChallengeId> Withdrawn,
    IReadOnlyList<SkillMove> Moves);

/// <summary>A file of a draft and the hash of its bytes.</summary>
public sealed record ReleasedFile(string Sha256, string Name, string MediaType, ReadOnlyMemory<byte> Content);

/// <summary>
/// Writing and activating a release. A release is written in steps, each under the size of one append: a step that was written already is
/// nothing to do, so that an interrupted release goes on where it stopped.
/// </summary>
public static class ReleaseDecisions
{
    private const int BatchBytes = 512 * 1024;
    private const int BatchFiles = 100;

    /// <summary>The steps that write a draft, in order; each decides on the state that the one before left.</summary>
    public static IEnumerable<Func<Releases, DateTimeOffset, Decision<ReferentialEvent>>> StepsOf(ReleaseDraft draft) =>
    [
        (releases, now) => releases.Open(draft, now),
        .. draft.Competences.Select(competence =>
            (Func<Releases, DateTimeOffset, Decision<ReferentialEvent>>)((releases, now) => releases.ReleaseCompetence(draft, competence, now))),
        .. Batches(draft.Attachments).Select(files =>
            (Func<Releases, DateTimeOffset, Decision<ReferentialEvent>>)((releases, now) => releases.ReleaseAttachments(draft, files, now))),
        (releases, now) => releases.Close(draft, now),
    ];

    /// <summary>Makes a release the one that challenges are drawn from.</summary>
    public static Decision<ReferentialEvent> Activate(this Releases releases, ReferentialVersion version, DateTimeOffset now)
    {
        if (!releases.Released.ContainsKey(version.Value)) return Refusal.VersionUnknown(version);
        if (releases.ActiveVersion == version) return [];
        return [new ReferentialActivated(version, now)];
    }

    private static Decision<ReferentialEvent> Open(this Releases releases, ReleaseDraft draft, DateTimeOffset now)
    {
        if (releases.Released.TryGetValue(draft.Version.Value, out var released))
            return IsSame(released, draft) && releases.At(draft.Version)!.Areas.SequenceEqual(draft.Areas) ? [] : Refusal.VersionAlreadyReleased(draft.Version);
        if (ReleaseCheck.WhyNot(draft) is { } refusal) return refusal;
        if (releases.Released.Count > 0 && releases.Released.Keys.Last() is var latest && draft.Version.Value < latest)
            return Refusal.VersionNotNewer(draft.Version, new ReferentialVersion(latest));
        if (releases.Open is { } open && open.Version == draft.Version && open.Areas.SequenceEqual(draft.Areas)) return [];
        return [new ReleaseOpened(draft.Version, draft.Areas, now)];
    }

    private static Decision<ReferentialEvent> ReleaseCompetence(
        this Releases releases,
        ReleaseDraft draft,
        (string Sha256, Competence Competence) competence,
        DateTimeOffset now) =>
        releases.Competences.ContainsKey(competence.Sha256)
            ? []
            : [new CompetenceReleased(draft.Version, competence.Sha256, competence.Competence, now)];

    private static Decision<ReferentialEvent> ReleaseAttachments(
        this Releases releases,
        ReleaseDraft draft,
        IEnumerable<ReleasedFile> files,
        DateTimeOffset now) =>
        [.. files
            .Where(file => !releases.Attachments.ContainsKey(file.Sha256))
            .DistinctBy(file => file.Sha256)
            .Select(file => new AttachmentReleased(draft.Version, file.Name, file.MediaType, file.Sha256, file.Content, now))];

    // Hundreds of small files take a few appends, each well under the size of one once its bytes are base64.
    private static IEnumerable<IReadOnlyList<ReleasedFile>> Batches(IEnumerable<ReleasedFile> files)
    {
        var batch = new List<ReleasedFile>();
        var bytes = 0;
        foreach (var file in files)
        {
            if (batch.Count > 0 && (bytes + file.Content.Length > BatchBytes || batch.Count == BatchFiles))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(file);
            bytes += file.Content.Length;
        }

        if (batch.Count > 0) yield return batch;
    }

    private static Decision<ReferentialEvent> Close(this Releases releases, ReleaseDraft draft, DateTimeOffset now)
    {
        if (releases.Released.ContainsKey(draft.Version.Value)) return [];
        if (releases.Open?.Version != draft.Version) return Refusal.ReleaseInterrupted(draft.Version);
        return [new ReferentialReleased(draft.Version, CompetencesOf(draft), AttachmentsOf(draft), draft.Withdrawn, draft.Moves, now)];
    }

    private static bool IsSame(ReferentialReleased released, ReleaseDraft draft) =>
        released.Competences.SequenceEqual(CompetencesOf(draft))
        && released.Attachments.SequenceEqual(AttachmentsOf(draft))
        && released.Withdrawn.SequenceEqual(draft.Withdrawn)
        && released.Moves.SequenceEqual(draft.Moves);

    private static List<ContentHash> CompetencesOf(ReleaseDraft draft) =>
        [.. draft.Competences.Select(competence => new ContentHash(competence.Competence.Code.Value, competence.Sha256))];

    private static List<ContentHash> AttachmentsOf(ReleaseDraft draft) =>
        [.. draft.Attachments.Select(file => new ContentHash(file.Name, file.Sha256))];
}
