using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Pix.Api;

/// <summary><c>status</c>, <c>plan</c>, <c>rebuild</c>, <c>abort</c> and <c>rollback</c>.</summary>
internal static class ReadModelCommands
{
    private const string None = "-";

    private static readonly Option<string[]> Projections = new("--projection")
    {
        Description = "A read model; may be given several times. All of them by default.",
        HelpName = "NAME",
    };

    public static IEnumerable<Command> Create(CliConsole console)
    {
        yield return Status(console);
        yield return Plan(console);
        yield return OnProjections(console, new RebuildReadModels(), "Builds the next generation beside the one that is read, then switches.");
        yield return OnProjections(console, new AbortRebuild(), "Stops a rebuild, and drops what it built.");
        yield return RollBack(console);
    }

    private static Command OnProjections(CliConsole console, IOperation operation, string description)
    {
        var verb = new Command(operation.Name, description) { Projections };
        verb.SetAction(async (parsed, cancel) => console.Tell(await console.Run(operation, parsed.Folder(), Named(parsed), cancel)));
        return verb;
    }

    private static Command RollBack(CliConsole console)
    {
        var projection = new Option<string>("--projection") { Description = "The read model.", HelpName = "NAME", Required = true };
        var verb = new Command("rollback", "Goes back to the generation that was read before.") { projection };
        verb.SetAction(async (parsed, cancel) => console.Tell(await console.Run(
            new RollBackReadModel(),
            parsed.Folder(),
            new Dictionary<string, string> { ["projection"] = parsed.GetRequiredValue(projection) },
            cancel)));
        return verb;
    }

    private static Command Status(CliConsole console)
    {
        var verb = new Command("status", "Where the log, the keys and the read models stand.");
        verb.SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.Folder();
            var result = (await console.Run(new ReadStatus(), folder, new Dictionary<string, string>(), cancel)).OrFailure();
            var report = result.Details!.Value.Deserialize(OperatorJson.Default.StatusReport)!;
            console.Line(result.Sentence);
            console.Line(folder.ReadOwner() is { } owner ? $"owner: process {owner.ProcessId} ({owner.Purpose})" : "owner: nobody");
            console.Line($"referential in force: {Number(report.Referential)}");
            console.Table(
                ["read model", "generation", "state", "checkpoint", "behind", "referential", "building", "kept", "error"],
                report.ReadModels.Select(Row));
            if (report.Processes.Count == 0) return;
            console.Table(
                ["open process", "stream", "key", "age", "attempts", "error"],
                report.Processes.Select(open => new[]
                {
                    open.Process,
                    open.Stream,
                    open.Key,
                    TimeSpan.FromSeconds(open.AgeSeconds).ToString("c", CultureInfo.InvariantCulture),
                    Number(open.Attempts),
                    open.LastError ?? None,
                }));
        });
        return verb;
    }

    private static string[] Row(ReadModelReport model) =>
    [
        model.Name,
        Number(model.Generation),
        model.State,
        Number(model.Checkpoint),
        Number(model.Behind),
        Number(model.Referential),
        Number(model.Building),
        Number(model.Kept),
        model.Error ?? None,
    ];

    private static Command Plan(CliConsole console)
    {
        var verb = new Command("plan", "What a rebuild would do.") { Projections };
        verb.SetAction(async (parsed, cancel) =>
        {
            var result = (await console.Run(new PlanRebuild(), parsed.Folder(), Named(parsed), cancel)).OrFailure();
            var plans = result.Details!.Value.Deserialize(OperatorJson.Default.IReadOnlyListPlannedRebuild)!;
            console.Table(
                ["read model", "generation read", "version", "referential", "events", "goes on with an interrupted rebuild"],
                plans.Select(plan => new[]
                {
                    plan.Projection,
                    Number(plan.ServedGeneration),
                    $"{plan.FromVersion} to {plan.ToVersion}",
                    plan.ToReferential is null ? None : $"{Number(plan.FromReferential)} to {plan.ToReferential}",
                    Number(plan.Events),
                    plan.Resumes ? "yes" : "no",
                }));
            console.Line(result.Sentence);
        });
        return verb;
    }

    private static Dictionary<string, string> Named(ParseResult parsed) =>
        parsed.GetValue(Projections) is { Length: > 0 } names ? new() { [AskedProjections.Argument] = string.Join(',', names) } : [];

    private static string Number(long? number) => number is { } known ? known.ToString("N0", CultureInfo.InvariantCulture) : None;
}
