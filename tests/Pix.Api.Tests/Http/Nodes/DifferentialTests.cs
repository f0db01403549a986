using FsCheck;
using FsCheck.Fluent;
using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>The same requests, on the embedded log and on EventStoreDB, are answered the same and leave the same read models.</summary>
public sealed class DifferentialTests : IAsyncLifetime
{
    private const int Sequences = 12;
    private const int Learners = 3;
    private static readonly string[] Competences = ["1.1", "1.2", "9.9"];
    private readonly HashSet<string> _seen = [];
    private PixHost _embedded = null!;
    private PixHost _server = null!;
    private int _sequence;

    private enum Act
    {
        Register,
        Start,
        Right,
        Wrong,
        Skip,
        Reset,
        Improve,
        SaveTutorial,
        SeeRules,
        Report,
        Retry,
        ReadTest,
        ReadProfile,
        Erase,
        Wait,
    }

    public async Task InitializeAsync()
    {
        var content = ReferentialBuilder
            .Of("@web1", "@web2", "@web3", "@mail1", "@mail2").Variants("@web2", 3).Variants("@mail2", 3)
            .With(new CompetenceCode("1.2"), "@data1", "@data2", "@data3");
        (_embedded, _server) = (await PixHost.Empty(), await PixHost.EmptyOnServer());
        foreach (var host in new[] { _embedded, _server }) await host.Release(content.Draft());
    }

    public async Task DisposeAsync()
    {
        await _embedded.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Every_outcome_and_every_read_model_is_the_same_on_both()
    {
        var step =
            from act in Gen.Frequency(
                (3, Gen.Constant(Act.Register)),
                (5, Gen.Constant(Act.Start)),
                (14, Gen.Elements(Act.Right, Act.Wrong, Act.Skip)),
                (6, Gen.Elements(Act.Reset, Act.Improve, Act.SaveTutorial, Act.SeeRules, Act.Report)),
                (4, Gen.Elements(Act.Retry, Act.ReadTest, Act.ReadProfile)),
                (1, Gen.Constant(Act.Erase)),
                (3, Gen.Constant(Act.Wait)))
            from learner in Gen.Choose(0, Learners - 1)
            from competence in Gen.Elements(Competences)
            from days in Gen.Choose(1, 8)
            select new Step(act, learner, competence, days);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Sequences).WithReplay(20_260_105, 1).WithEndSize(120),
            Prop.ForAll(Arb.From(Gen.ArrayOf(step)), SameOnBoth));

        Assert.Superset(new HashSet<string> { "200", "201", "204", "404", "409" }, _seen);
        await AssertPositions();
        foreach (var host in new[] { _embedded, _server })
            Assert.True((await Verification.Verify(host.Node.Store, null, CancellationToken.None)).IsSound);
    }

    private async Task SameOnBoth(Step[] steps)
    {
        var sequence = _sequence++;
        var (one, other) = (new Run(_embedded, sequence), new Run(_server, sequence));
        foreach (var (step, number) in steps.Select((step, number) => (step, number)))
        {
            if (step.Act == Act.Wait)
            {
                foreach (var host in new[] { _embedded, _server }) host.Clock.Advance(TimeSpan.FromDays(step.Days));
                continue;
            }

            var (expected, actual) = (await one.Do(step, number), await other.Do(step, number));
            Assert.Equal((step, expected), (step, actual));
            _seen.Add(expected[..3]);
        }

        foreach (var host in new[] { _embedded, _server }) await host.Node.ReadModels.CaughtUp(CancellationToken.None);
        foreach (var projection in await _embedded.Node.ReadModels.Status(CancellationToken.None))
            Assert.Equal(ReadModelRows.Of(_embedded, projection.Name), ReadModelRows.Of(_server, projection.Name));
    }

    private async Task AssertPositions()
    {
        var (embedded, server) = (await PositionsOf(_embedded), await PositionsOf(_server));
        Assert.Equal(embedded.Count, server.Count);
        Assert.Equal(Enumerable.Range(1, embedded.Count).Select(index => (long)index), embedded);
        Assert.Equal(server.Distinct().Order(), server);
    }

    private static async Task<List<long>> PositionsOf(PixHost host)
    {
        var positions = new List<long>();
        await foreach (var page in host.Node.Store.ReadAll(Position.Start, CancellationToken.None))
            positions.AddRange(page.Records.Select(record => record.Position.Value));
        return positions;
    }

    private sealed record Step(Act Act, int Learner, string Competence, int Days);

    /// <summary>One sequence on one engine. Every id derives from the keys, so that both runs have the same.</summary>
    private sealed class Run(PixHost host, int sequence)
    {
        private readonly Player[] _players =
            [.. Enumerable.Range(0, Learners).Select(index => new Player(host, NameBasedGuid.Of($"sequence {sequence}", $"learner {index}").ToString()))];

        private Func<Task<Reply>>? _last;

        public async Task<string> Do(Step step, int number)
        {
            var (player, key) = (_players[step.Learner], $"{sequence} {number}");
            if (step.Act == Act.Erase) return await Erase(player);
            var act = ActOf(step, player, key);
            if (act is null) return "---";
            if (step.Act is not (Act.ReadTest or Act.ReadProfile or Act.Retry)) _last = act;
            var reply = await act();
            return $"{(int)reply.Status} {WithoutTrace(reply.Text)}";
        }

        private Func<Task<Reply>>? ActOf(Step step, Player player, string key)
        {
            var (test, pending) = (player.Test, player.Pending ?? "@web1#1");
            return step.Act switch
            {
                Act.Register => () => player.Register(new { firstName = "Zoé", lastName = "Lefèvre" }, key),
                Act.Start => () => player.Start(step.Competence, key),
                Act.Right when player.Pending is not null => () => player.AnswerRight(key: key),
                Act.Wrong when player.Pending is not null => () => player.AnswerWrong(key),
                Act.Skip when test.Length > 0 => () => player.Answer(new { challengeId = pending, skip = true }, key, test),
                Act.Reset => () => player.Reset(step.Competence, key),
                Act.Improve => () => player.Improve(step.Competence, key),
                Act.SaveTutorial => () => player.Put($"{player.Home}/tutorials/tutoDomaine", null, key),
                Act.SeeRules => () => player.Put($"{player.Home}/rules-of-the-game", null, key),
                Act.Report when test.Length > 0 => () => player.Report(pending, "other", "La page est blanche.", key),
                Act.Retry => _last,
                Act.ReadTest when test.Length > 0 => () => player.ReadTest(),
                Act.ReadProfile when player.Position is not null => () => player.Get($"{player.Home}/profile", ("Pix-Min-Position", player.Position)),
                _ => null,
            };
        }

        private async Task<string> Erase(Player player)
        {
            await host.Node.ReadModels.CaughtUp(CancellationToken.None);
            var result = await new ErasePerson().RunToResult(
                host.Node, new Dictionary<string, string> { ["learner"] = player.Id.ToString() }, new Progress<OperationProgress>(), CancellationToken.None);
            return $"{(result.Succeeded ? "200" : "404")} {result.Sentence}";
        }

        private static string WithoutTrace(string text) =>
            System.Text.RegularExpressions.Regex.Replace(text, "\"traceId\":\"[^\"]*\"", string.Empty);
    }
}
