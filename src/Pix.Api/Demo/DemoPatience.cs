using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>Waits for what the node does by itself: processes and read models.</summary>
internal static class DemoPatience
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private static readonly string[] Read =
    [
        ProfileReader.ReadModel,
        PupilReader.ReadModel,
        CampaignReader.ReadModel,
        ProgressReader.ReadModel,
        OrganisationReader.ReadModel,
        PeopleReader.ReadModel,
        CertificateReader.ReadModel,
    ];

    /// <summary>Waits until something is so.</summary>
    public static async Task Until(this Node node, string what, Func<Task<bool>> isSo, CancellationToken cancel)
    {
        var started = node.Clock.GetTimestamp();
        while (!await isSo())
        {
            if (node.Clock.GetElapsedTime(started) > Longest)
                throw new CliFailureException(CliFailureException.Failed, $"{what} is not done after {Longest.TotalSeconds} s: 'status' says why.");
            await Task.Delay(Between, node.Clock, cancel);
        }
    }

    /// <summary>Waits until whatever was begun over several streams is completed.</summary>
    public static Task Settled(this Node node, CancellationToken cancel) => node.Until("what was begun", async () =>
    {
        await node.Reached([ProcessReader.ReadModel], cancel);
        return new ProcessReader(node.ReadModels).Open().Intentions.Count == 0;
    }, cancel);

    /// <summary>Waits until the read models show all that happened so far; answers up to where.</summary>
    public static Task<Position> Shown(this Node node, CancellationToken cancel) => node.Reached(Read, cancel);

    private static async Task<Position> Reached(this Node node, IEnumerable<string> readModels, CancellationToken cancel)
    {
        var head = await node.Store.Head(cancel);
        foreach (var name in readModels)
        {
            if (!await node.ReadModels.WaitUntil(name, head, Longest, cancel))
                throw new CliFailureException(CliFailureException.Failed, $"The read model '{name}' has not caught up: 'status' says why.");
        }

        return head;
    }
}
