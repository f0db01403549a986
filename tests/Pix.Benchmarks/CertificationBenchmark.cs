using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Pix.Api;
using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;

namespace Pix.Benchmarks;

/// <summary>
/// Answers to certification tests over several sessions, by 32 connections, against learners' answers on the same host; then how long a session
/// of 20 takes from its finalisation to its completion. Tests begin before the clock.
/// </summary>
internal static class CertificationBenchmark
{
    private const int WarmUps = 1;
    private const int Rounds = 3;
    private const int Learners = 512;
    private const int Candidates = 640;
    private const int CandidatesPerSession = 20;
    private const int QuestionsPerCompetence = 3;
    private const int CompetencesPerTest = 5;
    private const int Finalisations = 9;

    public static async Task<BenchmarkResult> Run(string folder)
    {
        var (node, app) = await Hosts.Shipped(folder);
        await using (node)
        await using (app)
        {
            var referential = (await node.Releases.Load(Streams.Referential, CancellationToken.None)).State.Active!;
            var bodies = new AnswersBenchmark.Bodies(referential);
            var floors = new List<LoadResult>();
            var ours = new List<LoadResult>();
            var number = 1;
            for (var round = 0; round < WarmUps + Rounds; round++)
            {
                var floor = await AnswersBenchmark.Play(app, bodies, Learners);
                var tests = await Begin(node, app, referential, bodies, number);
                number += Candidates / CandidatesPerSession;
                var own = await LoadGenerator.Run(Hosts.AddressOf(app), (client, connection) => Next(tests[connection], client));
                if (round < WarmUps) continue; // The runtime compiles what is hot meanwhile.
                ours.Add(own);
                floors.Add(floor.Load);
            }

            var finalised = new List<double>();
            for (var session = 0; session < Finalisations; session++) finalised.Add(await Finalise(node, new SatSession(number++), referential));
            return new BenchmarkResult(
                [
                    .. LoadResult.Rows("floor: POST /assessments/…/answers", floors),
                    .. LoadResult.Rows("ours: POST /certifications/…/answers", ours),
                    ("finalising a session of 20, p50 in ms", BenchmarkResult.Median(finalised)),
                ],
                LoadResult.Ratio(ours, floors));
        }
    }

    private static async Task<bool> Next(Queue<SittingTest> tests, HttpClient client)
    {
        while (tests.TryPeek(out var test))
        {
            if (await test.Answer(client)) return true;
            tests.Dequeue();
        }

        return false;
    }

    private static async Task<Queue<SittingTest>[]> Begin(
        Node node,
        WebApplication app,
        Referential referential,
        AnswersBenchmark.Bodies bodies,
        int firstSession)
    {
        var tokens = app.Services.GetRequiredService<Tokens>();
        var queues = Enumerable.Range(0, LoadGenerator.Connections).Select(_ => new Queue<SittingTest>()).ToArray();
        for (var index = 0; index < Candidates; index++)
        {
            var session = new SatSession(firstSession + (index / CandidatesPerSession));
            var candidate = 1 + (index % CandidatesPerSession);
            var started = Started(session, candidate, referential);
            await Appended.To(node.Aggregates.Certifications, Streams.Certification(started.Certification), [started]);
            var token = tokens.Issue(started.Learner.ToString(), Roles.Learner, Tokens.DefaultLifetime);
            queues[index % queues.Length].Enqueue(new SittingTest(
                $"/certifications/{started.Certification}/answers",
                token,
                [.. started.Questions.Select((question, asked) => bodies.Of(question.Challenge.Id.Value, right: asked % 4 != 0))]));
        }

        return queues;
    }

    // The tests are left unfinished: each has fifteen questions to settle.
    private static async Task<double> Finalise(Node node, SatSession session, Referential referential)
    {
        var candidates = Enumerable.Range(1, CandidatesPerSession).ToList();
        foreach (var candidate in candidates)
            await Appended.To(node.Aggregates.Certifications, Streams.Certification(session.Test(candidate)), [Started(session, candidate, referential)]);
        await Appended.To(
            node.Aggregates.Sessions,
            Streams.Session(session.Id),
            [
                session.Opened(SatSession.Centre),
                .. candidates.Select(session.Enrolled),
                .. candidates.Select(candidate => new CandidateStarted(session.Candidate(candidate), session.Test(candidate), false, DateTimeOffset.UtcNow)),
            ]);
        var watch = Stopwatch.StartNew();
        await Appended.To(
            node.Aggregates.Sessions,
            Streams.Session(session.Id),
            [
                new SessionFinalised(
                    Guid.CreateVersion7(),
                    [.. candidates.Select(candidate => new FinalisedTest(session.Candidate(candidate), session.Test(candidate), AbortReason.Candidate, []))],
                    null,
                    false,
                    false,
                    DateTimeOffset.UtcNow),
            ]);
        while (!(await node.Aggregates.Sessions.Load(Streams.Session(session.Id), CancellationToken.None)).State.IsFinalisationCompleted) await Task.Yield();
        return watch.Elapsed.TotalMilliseconds;
    }

    // As drawn from the sample content: three questions of the first five competences.
    private static CertificationStarted Started(SatSession session, int candidate, Referential referential)
    {
        var questions = referential.Competences
            .Take(CompetencesPerTest)
            .SelectMany(competence => referential.SkillsOf(competence.Code).Where(skill => skill.Skill.Challenges.Any(IsAsked)).Take(QuestionsPerCompetence))
            .Select((skill, index) => new CertificationQuestion(
                index + 1, skill.Competence, skill.Id, skill.Name, skill.Level, skill.Skill.Challenges.First(IsAsked), false))
            .ToList();
        return SatTest.Started(questions) with
        {
            Certification = session.Test(candidate),
            Session = session.Id,
            Candidate = session.Candidate(candidate),
            Learner = session.Learner(candidate),
            Person = session.Person(candidate),
            Identity = new Personal<CertifiedIdentity>(session.Person(candidate), SatTest.Identity),
            VerificationCode = session.Code(candidate),
            Deadline = DateTimeOffset.UtcNow.AddHours(1),
            At = DateTimeOffset.UtcNow,
        };
    }

    // A timed question takes a request more, to be shown.
    private static bool IsAsked(Challenge challenge) => challenge.TimerSeconds is null;

    private sealed class SittingTest(string path, string token, IReadOnlyList<byte[]> bodies)
    {
        private int _next;

        public async Task<bool> Answer(HttpClient client)
        {
            if (_next == bodies.Count) return false;
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new ByteArrayContent(bodies[_next++]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
                Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            };
            request.Headers.Add(SittingHeader.Name, SatTest.Sitting.ToString());
            using var response = await client.SendAsync(request);
            var reply = await response.Content.ReadAsByteArrayAsync();
            return response.IsSuccessStatusCode ? true : throw new InvalidOperationException(Encoding.UTF8.GetString(reply));
        }
    }
}
