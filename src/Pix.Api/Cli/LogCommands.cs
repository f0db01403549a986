using System.CommandLine;
using Pix.Domain;
using Pix.EventStore;
using Command = System.CommandLine.Command;

namespace Pix.Api;

/// <summary><c>verify</c> and <c>history</c>: they only read the log, also beside a running server.</summary>
internal static class LogCommands
{
    public static IEnumerable<Command> Create(CliConsole console)
    {
        var verify = new Command("verify", "Recomputes every chain of the log.");
        verify.SetAction((parsed, cancel) => Verify(console, parsed.Folder(), cancel));
        yield return verify;

        var learner = new Option<Guid>("--learner") { Description = "The account.", HelpName = "ID", Required = true };
        var history = new Command("history", "A learner's events, in order.") { learner };
        history.SetAction((parsed, cancel) => History(console, parsed.Folder(), new LearnerId(parsed.GetValue(learner)), cancel));
        yield return history;
    }

    private static async Task Verify(CliConsole console, DataFolder folder, CancellationToken cancel)
    {
        var report = await console.Track("verify", progress => LogVerification.Verify(Configured.Settings().LogOf(folder), progress, cancel));
        var read = $"{Counted.Of(report.Events, "event")} in {Counted.Of(report.Streams, "stream")}";
        if (!report.IsSound)
        {
            throw new CliFailureException(
                CliFailureException.Failed,
                $"{Counted.Of(report.Broken.Count, "chain")} of {read} broken:\n{string.Join('\n', report.Broken)}");
        }

        console.Line($"verified {read}: every chain holds");
    }

    private static async Task History(CliConsole console, DataFolder folder, LearnerId learner, CancellationToken cancel)
    {
        await using var store = LogEngine.OpenReadOnly(Configured.Settings().LogOf(folder), TimeProvider.System);
        var codec = new EventCodec(EventTypes.Pix, new NoPersonKeys(), PersonalSealing.RandomNonces);
        var events = 0;
        await foreach (var record in store.ReadStream(Streams.Learner(learner), Revision.First, cancel))
        {
            console.Line(HistoryLine.Of(record, codec.Decode(record)));
            events++;
        }

        if (events == 0) throw new CliFailureException(CliFailureException.Failed, $"There is no learner {learner} here.");
        console.Line(Counted.Of(events, "event"));
    }
}

/// <summary>For who reads events without opening what is personal.</summary>
internal sealed class NoPersonKeys : IPersonKeys
{
    public ValueTask<PersonKey?> GetOrCreate(PersonId person, CancellationToken cancel) => throw new InvalidOperationException("Nothing is written here.");

    public KeyLookup Find(PersonId person) => new(KeyState.Missing, null);

    public Task Destroy(PersonId person, CancellationToken cancel) => throw new InvalidOperationException("Nobody is erased here.");
}
