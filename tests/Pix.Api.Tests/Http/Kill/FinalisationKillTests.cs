using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Pix.Api.Tests.Http.Sessions;
using Pix.Domain;
using Pix.EventStore;
using Xunit;
using Xunit.Abstractions;

namespace Pix.Api.Tests.Http;

/// <summary>A finalisation of twenty candidates by a real process that is killed again and again.</summary>
public sealed class FinalisationKillTests(ITestOutputHelper output)
{
    private const int Candidates = 20;
    private const int Kills = 4;
    private const int MostEventsBeforeAKill = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Killed_between_any_two_steps_a_finalisation_is_completed_once()
    {
        await using var host = await PixHost.Empty();
        var session = new SatSession(host);
        await session.Open();
        var tests = new List<CertificationId>();
        var unanswered = new List<CandidateId>();
        for (var number = 0; number < Candidates; number++)
        {
            var candidate = await session.Seat(new LearnerId(Guid.NewGuid()), $"Zoé{number}");
            if (number % 2 == 0) unanswered.Add(candidate);
            tests.Add(await session.Begin(candidate, answered: number % 2 == 1));
        }

        var token = session.Token;
        await host.Stop();

        // The first process is asked; all of them are killed a few events further on.
        var killedInside = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var server = await ServingProcess.Start(host.Folder);
            if (kill == 0) await Finalise(server, session, unanswered, token);
            await Happened(host.Folder, session, Random.Shared.Next(1, MostEventsBeforeAKill));
            server.Kill();
            await server.Died();
            if (!await IsCompleted(host.Folder, session)) killedInside++;
        }

        Assert.True(killedInside > 0, "No kill fell into the finalisation.");
        output.WriteLine($"killed {Kills} times, {killedInside} of them inside the finalisation");
        using (var server = await ServingProcess.Start(host.Folder))
        {
            using var patience = new CancellationTokenSource(Patience);
            while (!await IsCompleted(host.Folder, session)) patience.Token.ThrowIfCancellationRequested();
            server.Kill();
            await server.Died();
        }

        await host.Start();
        Assert.True((await Verification.Verify(host.Node.Store, null, CancellationToken.None)).IsSound);
        Assert.Single((await session.History()).OfType<FinalisationCompleted>());
        foreach (var test in tests)
        {
            var history = await session.History(test);
            Assert.Single(history.OfType<CertificationEnded>());
            Assert.Single(history.OfType<AutomaticJuryHeld>());
            Assert.Single(history.OfType<CertificationScored>(), scored => scored.Emitter == ScoringEmitter.TestEnd);
            Assert.InRange(history.OfType<CertificationScored>().Count(), 1, 2);
        }
    }

    private static async Task Finalise(ServingProcess server, SatSession session, IEnumerable<CandidateId> unanswered, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{session.Address}/finalisation");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = JsonContent.Create(new { abortReasons = unanswered.ToDictionary(candidate => candidate.ToString(), _ => "candidate") });
        using var response = await server.Client.SendAsync(request);
        Assert.True(response.StatusCode == HttpStatusCode.NoContent, await response.Content.ReadAsStringAsync());
    }

    // Until so many events more are in the log, or the finalisation is completed.
    private static async Task Happened(DataFolder folder, SatSession session, int events)
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var log = SqliteEventStore.OpenReadOnly(folder.Log, SqliteEventStoreOptions.Default);
        var enough = (await log.Head(patience.Token)).Value + events;
        while ((await log.Head(patience.Token)).Value < enough && !await IsCompleted(log, session, patience.Token)) patience.Token.ThrowIfCancellationRequested();
    }

    private static async Task<bool> IsCompleted(DataFolder folder, SatSession session)
    {
        await using var log = SqliteEventStore.OpenReadOnly(folder.Log, SqliteEventStoreOptions.Default);
        return await IsCompleted(log, session, CancellationToken.None);
    }

    private static async Task<bool> IsCompleted(SqliteEventStore log, SatSession session, CancellationToken cancel) =>
        await log.ReadStream(session.Stream, Revision.First, cancel).AnyAsync(record => record.Type == "FinalisationCompleted.v1", cancel);
}
