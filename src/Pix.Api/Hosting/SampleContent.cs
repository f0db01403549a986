using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>The content that comes with the program, so that the first start has something to ask.</summary>
public static class SampleContent
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "referential");
    private static readonly string TargetProfiles = Path.Combine(AppContext.BaseDirectory, "samples", "target-profiles");

    /// <summary>
    /// Releases and activates it where no release is in force; answers what was done, line by line. An operator's own content is left
    /// alone.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ReleaseFirst(Node node, IProgress<OperationProgress> progress, CancellationToken cancel)
    {
        var releases = (await node.Releases.Load(Streams.Referential, cancel)).State;
        if (releases.Active is not null) return [];
        if (!IsUntouched(releases)) return ["No release is in force: 'referential activate VERSION' chooses one."];
        var released = await new ReleaseReferential().RunToResult(node, new Dictionary<string, string> { ["folder"] = Folder }, progress, cancel);
        if (!released.Succeeded) throw new IOException($"The content that comes with this program cannot be released: {released.Sentence}");
        var version = ReleaseFolder.Read(Folder).Version.ToString();
        var activated = await new ActivateReferential().RunToResult(node, new Dictionary<string, string> { ["version"] = version }, progress, cancel);
        if (!activated.Succeeded) throw new IOException(activated.Sentence);
        return [released.Sentence, activated.Sentence, await ReleaseTargetProfiles(node, progress, cancel)];
    }

    private static async Task<string> ReleaseTargetProfiles(Node node, IProgress<OperationProgress> progress, CancellationToken cancel)
    {
        var released = await new ReleaseTargetProfiles().RunToResult(node, new Dictionary<string, string> { ["folder"] = TargetProfiles }, progress, cancel);
        if (!released.Succeeded) throw new IOException($"The target profiles that come with this program cannot be released: {released.Sentence}");
        var ids = (await node.Aggregates.TargetProfiles.Load(Streams.TargetProfiles, cancel)).State.Released.Keys;
        var granted = await new GrantTargetProfiles().RunToResult(
            node,
            new Dictionary<string, string> { ["verb"] = "grant", ["profiles"] = string.Join(',', ids), ["organisation"] = GrantTargetProfiles.All },
            progress,
            cancel);
        return granted.Succeeded ? $"{released.Sentence}; {granted.Sentence}" : throw new IOException(granted.Sentence);
    }

    // Nothing there, or what an interrupted first start left.
    private static bool IsUntouched(Releases releases)
    {
        var version = ReleaseFolder.Read(Folder).Version;
        return releases.Released.Keys.All(released => released == version.Value) && (releases.Open is null || releases.Open.Version == version);
    }
}
