using FsCheck;
using FsCheck.Fluent;
using Pix.Domain;
using Xunit;

namespace Pix.Projections.Tests;

/// <summary>What the academy counts, and what processes have open: kept step by step as from scratch, and rebuilt as live.</summary>
public sealed class OrganisationsTests
{
    private const string Mail = "mail";
    private const string Taking = "taking";
    private static readonly string[] Names = ["organisations", "processes"];

    private static readonly IReadOnlyList<ProcessDefinition> Processes =
    [
        new ProcessDefinition(Mail, 1).OpenedBy<MemberInvited>(invited => $"{invited.Invitation}").ClosedBy<InvitationSent>(sent => $"{sent.Invitation}"),
        new ProcessDefinition(Taking, 1).OpenedBy<ImportStarted>(import => $"{import.Import}").ClosedBy<ImportCompleted>(import => $"{import.Import}"),
    ];

    [Fact]
    public void Figures_and_open_work_are_kept_as_from_scratch_and_a_rebuild_equals_live_whatever_the_restarts() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(12),
        Prop.ForAll<int, byte>(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<byte>(), (seed, restarts) => Holds(seed, restarts % 4).GetAwaiter().GetResult()));

    private static async Task Holds(int seed, int restarts)
    {
        await using var fixture = await Fixture.Create();
        ProjectionDefinition[] definitions = [OrganisationProjection.Definition, ProcessesProjection.Definition(Processes)];
        var histories = new OrganisationHistories(seed);
        var steps = histories.Make(150).ToList();
        var readModels = await fixture.Start(null, definitions);
        for (var index = 0; index < steps.Count; index++)
        {
            await fixture.Append(steps[index].Stream, steps[index].Events);
            if (restarts == 0 || index % (steps.Count / restarts) != 1) continue;
            await readModels.DisposeAsync();
            readModels = await fixture.Start(null, definitions);
        }

        await Fixture.CaughtUp(readModels);
        var listed = new OrganisationReader(readModels).List(new OrganisationFilter(null, null, null), 0, 10).Page;
        Assert.Equal(OrganisationHistories.Schools, listed.Count);
        Assert.All(listed, entry => Assert.Equal(histories.FiguresOf(entry.Organisation), entry.Figures));
        Assert.Equal(
            histories.Open.Order(StringComparer.Ordinal),
            new ProcessReader(readModels).Open().Intentions.Select(intention => $"{intention.Name.Process} {intention.Stream} {intention.Key}").Order(StringComparer.Ordinal));
        await readModels.DisposeAsync();

        readModels = await fixture.Start(null, definitions);
        await readModels.Rebuild(Names, null, CancellationToken.None);
        await readModels.DisposeAsync();
        foreach (var name in Names) Assert.Equal(Tables.Dump(fixture, name, 1), Tables.Dump(fixture, name, 2));
    }
}
