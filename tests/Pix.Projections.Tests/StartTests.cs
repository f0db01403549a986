using Pix.EventStore;
using Xunit;

namespace Pix.Projections.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task A_start_reads_no_event_before_the_checkpoint()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(20);
        await using (var readModels = await fixture.Start(null, Tally.Definition())) Assert.Equal(20, Tally.Total(readModels));
        var checkpoint = await fixture.Head();
        await fixture.See(3);

        fixture.Store.Read.Clear();
        await using (var readModels = await fixture.Start(null, Tally.Definition()))
        {
            Assert.Equal(23, Tally.Total(readModels));
            Assert.Equal(3, fixture.Store.Read.Count);
            Assert.All(fixture.Store.Read, position => Assert.True(position > checkpoint));
        }
    }

    [Fact]
    public async Task Events_that_nobody_handles_are_not_read_again_either()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(20);
        var people = PeopleProjection.Definition(fixture.Personal);
        await using (var readModels = await fixture.Start(null, people))
        {
            var last = await fixture.See(5);
            Assert.True(await readModels.WaitUntil("people", last, TimeSpan.FromSeconds(10), CancellationToken.None));
        }

        fixture.Store.Read.Clear();
        await using (await fixture.Start(null, people)) Assert.Empty(fixture.Store.Read);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("missing")]
    [InlineData("empty")]
    public async Task A_damaged_file_is_rebuilt_and_said(string damage)
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(10);
        await using (await fixture.Start(null, Tally.Definition()))
        {
        }

        var file = Path.Combine(fixture.ReadFolder, "tally.1.db");
        if (damage == "missing") File.Delete(file);
        else await File.WriteAllBytesAsync(file, damage == "empty" ? [] : [.. Enumerable.Repeat((byte)42, 5000)]);
        await using var readModels = await fixture.Start(null, Tally.Definition());
        Assert.Equal(10, Tally.Total(readModels));
        var status = Assert.Single(await readModels.Status(CancellationToken.None));
        Assert.Equal(ProjectionState.Live, status.State);
        Assert.Equal(2, status.Generation);
        Assert.Contains("missing or damaged", status.RebuiltBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_turns_out_damaged_while_it_is_read_is_rebuilt()
    {
        await using var fixture = await Fixture.Create();
        for (var learner = 0; learner < 300; learner++) await fixture.Append(Histories.Id(learner), [new Pix.Domain.RulesOfTheGameSeen(DateTimeOffset.UnixEpoch)]);
        await using (await fixture.Start(null, Tally.Definition()))
        {
        }

        var file = Path.Combine(fixture.ReadFolder, "tally.1.db");
        var bytes = await File.ReadAllBytesAsync(file);
        Array.Fill<byte>(bytes, 42, 5 * 4096, bytes.Length - (5 * 4096));
        await File.WriteAllBytesAsync(file, bytes);
        await using var readModels = await fixture.Start(null, Tally.Definition());
        var failure = Assert.Throws<ReadModelsException>(() => Tally.Total(readModels));
        Assert.Equal("read_model_building", failure.Code);
        await Fixture.CaughtUp(readModels);
        Assert.Equal(300, Tally.Total(readModels));
    }

    [Fact]
    public async Task Read_models_of_another_log_are_refused_by_name()
    {
        await using var fixture = await Fixture.Create();
        await using (await fixture.Start(null, Tally.Definition()))
        {
        }

        var other = new LogIdentity(Guid.NewGuid(), 1);
        var failure = Assert.Throws<ReadModelsException>(() => fixture.Open(other, Tally.Definition()));
        Assert.Equal("catalogue_foreign", failure.Code);
        Assert.Contains(fixture.Identity.Log.ToString(), failure.Message, StringComparison.Ordinal);
        Assert.Contains(other.Log.ToString(), failure.Message, StringComparison.Ordinal);
        Assert.Equal("catalogue_foreign", Assert.Throws<ReadModelsException>(() => fixture.Open(fixture.Identity with { Epoch = 2 }, Tally.Definition())).Code);
    }

    [Fact]
    public async Task A_newer_format_is_refused()
    {
        await using var fixture = await Fixture.Create();
        await using (await fixture.Start(null, Tally.Definition()))
        {
        }

        using (var catalogue = SqliteConnectionHandle.Open(Path.Combine(fixture.ReadFolder, "catalogue.db"), TimeSpan.FromSeconds(1)))
            catalogue.Execute("PRAGMA user_version = 99");
        Assert.Equal("catalogue_newer", Assert.Throws<ReadModelsException>(() => fixture.Open(fixture.Identity, Tally.Definition())).Code);
    }

    [Fact]
    public async Task A_damaged_catalogue_means_that_everything_is_built_again()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(10);
        await using (await fixture.Start(null, Tally.Definition()))
        {
        }

        await File.WriteAllBytesAsync(Path.Combine(fixture.ReadFolder, "catalogue.db"), [.. Enumerable.Repeat((byte)42, 5000)]);
        await using var readModels = await fixture.Start(null, Tally.Definition());
        Assert.Equal(10, Tally.Total(readModels));
    }

    [Fact]
    public async Task A_log_restored_from_a_backup_means_that_what_was_read_since_is_forgotten()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(10);
        var backup = await fixture.Backup();
        await fixture.See(5);
        await using (await fixture.Start(null, Tally.Definition()))
        {
        }

        await fixture.Restore(backup);
        await using var readModels = await fixture.Start(null, Tally.Definition());
        Assert.Equal(10, Tally.Total(readModels));
        Assert.Contains("backup", Assert.Single(await readModels.Status(CancellationToken.None)).RebuiltBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_belongs_to_a_projection_that_is_no_more_goes()
    {
        await using var fixture = await Fixture.Create();
        await using (await fixture.Start(null, Tally.Definition("old"), Tally.Definition("new")))
        {
        }

        await using var readModels = await fixture.Start(null, Tally.Definition("new"));
        Assert.Equal(["new.1.db"], Directory.GetFiles(fixture.ReadFolder, "*.*.db").Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_log_that_cannot_answer_is_asked_again()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(10);
        fixture.Store.FailNext(2);
        await using var readModels = await fixture.Start(null, Tally.Definition());
        Assert.Equal(10, Tally.Total(readModels));
    }
}
