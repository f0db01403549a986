using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>The content that comes with the program, so that the first start has something to ask.</summary>
public static class SampleContent
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "referential");

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
        return activated.Succeeded ? [released.Sentence, activated.Sentence] : throw new IOException(activated.Sentence);
    }

    // Nothing there, or what an interrupted first start left.
    private static bool IsUntouched(Releases releases)
    {
        var version = ReleaseFolder.Read(Folder).Version;
        return releases.Released.Keys.All(released => released == version.Value) && (releases.Open is null || releases.Open.Version == version);
    }
}
