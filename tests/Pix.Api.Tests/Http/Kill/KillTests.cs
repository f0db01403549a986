using Microsoft.Data.Sqlite;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;
using Pix.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Pix.Api.Tests.Http;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int Clients = 32;
    private const int Kills = 5;
    private const int MostAnswersBeforeAKill = 500;
    private static readonly string[] Skills = [.. "abc".SelectMany(tube => Enumerable.Range(1, 8).Select(level => $"@{tube}{level}"))];
    private static readonly CompetenceCode[] Competences = [.. Enumerable.Range(1, 4).SelectMany(area => Enumerable.Range(1, 4).Select(number => new CompetenceCode($"{area}.{number}")))];

    [Fact]
    public async Task Whatever_was_acknowledged_before_a_kill_is_there_once_and_profiles_equal_a_rebuild()
    {
        await using var host = await PixHost.With(Competences.Aggregate(new ReferentialBuilder(), (content, code) =>
            content.With(code, Skills.Select(skill => skill.Insert(1, $"c{code.Value.Replace('.', 'x')}")))));
        var clients = new List<TirelessClient>();
        for (var number = 0; number < Clients; number++)
        {
            var player = await host.Register();
            clients.Add(new TirelessClient(player.Id, host.Token(player.Id.ToString(), Roles.Learner), Competences));
        }

        await host.Stop();
        for (var kill = 0; kill < Kills; kill++)
        {
            await PlayUntilKilled(host.Folder, clients, Random.Shared.Next(1, MostAnswersBeforeAKill));
            await Check(host, clients);
        }

        var left = clients.Count(client => client.IsLeftWithoutReply);
        using (var server = await ServingProcess.Start(host.Folder))
        {
            await Task.WhenAll(clients.Select(client => client.SendAgain(server.Client)));
            server.Kill();
            await server.Died();
        }

        Assert.All(clients, client => Assert.False(client.IsLeftWithoutReply));
        var (answers, acknowledged) = await Check(host, clients);
        Assert.Equal(acknowledged, answers);
        output.WriteLine($"{answers} answers, killed {Kills + 1} times; {left} requests were without a reply at the last kill, and were sent again");
    }

    private async Task PlayUntilKilled(DataFolder folder, List<TirelessClient> clients, int enough)
    {
        using var server = await ServingProcess.Start(folder);
        var acknowledged = 0;
        await Task.WhenAll(clients.Select(client => client.Play(server.Client, () =>
        {
            if (Interlocked.Increment(ref acknowledged) == enough) server.Kill();
        })));
        await server.Died();
        Assert.True(acknowledged >= enough, "The tests ended before the kill.");
        output.WriteLine($"killed at {enough} acknowledged answers, {acknowledged} in all; {clients.Count(client => client.IsLeftWithoutReply)} requests without a reply");
    }

    private static async Task<(int Answers, int Acknowledged)> Check(PixHost host, List<TirelessClient> clients)
    {
        await host.Start();
        var report = await Verification.Verify(host.Node.Store, null, CancellationToken.None);
        Assert.True(report.IsSound, string.Join('\n', report.Broken));
        await AssertNoGap(host.Node.Store);
        await host.Node.ReadModels.CaughtUp(CancellationToken.None);
        var (answers, acknowledged) = (0, 0);
        foreach (var client in clients)
        {
            var history = await host.HistoryOf(client.Learner);
            answers += AssertEveryAnswerIsThereOnce(client, history);
            acknowledged += client.Acknowledged.Count;
            await AssertProfileEqualsHistory(host, client.Learner, history);
        }

        var live = RowsOf(host);
        Assert.Equal(Clients, live.Count);
        await host.Node.ReadModels.Rebuild([ProfileReader.ReadModel], null, CancellationToken.None);
        Assert.Equal(live, RowsOf(host));
        await host.Stop();
        return (answers, acknowledged);
    }

    private static int AssertEveryAnswerIsThereOnce(TirelessClient client, IReadOnlyList<LearnerEvent> history)
    {
        var recorded = history.OfType<AnswerRecorded>()
            .Select(answer => (Test: new AssessmentId(client.Learner, answer.Assessment).ToString(), answer.Number, Challenge: answer.Challenge.Value))
            .ToList();
        Assert.Equal(recorded.Count, recorded.DistinctBy(answer => (answer.Test, answer.Challenge)).Count());
        foreach (var test in recorded.GroupBy(answer => answer.Test))
            Assert.Equal(Enumerable.Range(1, test.Count()), test.Select(answer => answer.Number));
        Assert.Subset(recorded.ToHashSet(), client.Acknowledged);
        Assert.InRange(recorded.Count, client.Acknowledged.Count, client.Acknowledged.Count + (client.IsLeftWithoutReply ? 1 : 0));
        return recorded.Count;
    }

    private static async Task AssertProfileEqualsHistory(PixHost host, LearnerId learner, IReadOnlyList<LearnerEvent> history)
    {
        var folded = Profile.Of(history.Aggregate(Positioning.Initial, (state, happened) => state.Evolve(happened)), await host.Content());
        var read = new ProfileReader(host.Node.ReadModels).Find(learner)!.Profile;
        Assert.Equivalent(folded.Competences, read.Competences, strict: true);
    }

    private static async Task AssertNoGap(IEventStore store)
    {
        var next = 1L;
        await foreach (var page in store.ReadAll(Position.Start, CancellationToken.None))
        {
            foreach (var record in page.Records) Assert.Equal(next++, record.Position.Value);
        }
    }

    private static List<string> RowsOf(PixHost host) => host.Node.ReadModels.Read(ProfileReader.ReadModel, reader =>
    {
        using var command = new SqliteCommand("SELECT * FROM profiles ORDER BY learner", reader.Connection);
        using var row = command.ExecuteReader();
        var rows = new List<string>();
        while (row.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column =>
                row.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : $"{row.GetValue(column)}")));
        }

        return rows;
    });
}
