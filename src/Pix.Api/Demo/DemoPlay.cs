using Pix.Domain;

namespace Pix.Api;

/// <summary>Pupils take the adaptive test, as many at once as a computer room has places for; every answer is counted.</summary>
internal sealed class DemoPlay(DemoSender sender, Referential referential, IProgress<OperationProgress> progress)
{
    private const int UsualAnswersOfATest = 15;
    private const int AtOnce = 8;

    // From the first test on: nothing is answered while the school is registered.
    private readonly Lazy<OperationMeter> _meter = new(() => new OperationMeter("answers", progress));
    private int _planned;
    private int _ended;
    private int _answers;

    /// <summary>What may be played, in order.</summary>
    public IReadOnlyList<CompetenceCode> Competences { get; } =
        [.. referential.Competences.Select(competence => competence.Code).Where(referential.IsPlayable)];

    /// <summary>Answers given, those of an earlier demonstration included.</summary>
    public int Answers => _answers;

    /// <summary>So many tests are to come: from this the time left is told.</summary>
    public void Plan(int tests)
    {
        _planned += tests;
        _ = _meter.Value;
    }

    /// <summary>Everybody does this, some at once.</summary>
    public static Task All<T>(IEnumerable<T> everybody, Func<T, CancellationToken, Task> does, CancellationToken cancel) => Parallel.ForEachAsync(
        everybody,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
        async (one, stop) => await does(one, stop));

    /// <summary>A pupil takes the test of each of these competences.</summary>
    public async Task Position(DemoPupil pupil, IEnumerable<CompetenceCode> competences, CancellationToken cancel)
    {
        foreach (var competence in competences)
        {
            var test = await sender.Send(pupil.Actor, $"start {competence}", new StartAssessment(pupil.Account, competence.Value), cancel);
            await Answer(pupil, competence.Value, test, null, cancel);
        }
    }

    /// <summary>A pupil goes on with a test to its end, or up to so many answers.</summary>
    public async Task Answer(DemoPupil pupil, string name, AssessmentView test, int? atMost, CancellationToken cancel)
    {
        _ = AssessmentId.TryParse(test.AssessmentId, out var id);
        var answers = 0;
        for (var challenge = test.Challenge; challenge is not null && answers != atMost; answers++)
        {
            if (challenge.Timer is not null) await sender.Send(pupil.Actor, $"present {name} {answers}", new PresentChallenge(id), cancel);
            var answer = pupil.Simulated.Answer(Find(challenge));
            var reply = await sender.Send(
                pupil.Actor,
                $"answer {name} {answers}",
                new AnswerChallenge(id, answer.Challenge.Value, new AnswerValue(answer.Value, false), answer.Value is null, answer.ClaimedSeconds, answer.FocusLost),
                cancel);
            challenge = reply.Challenge;
            Count();
        }

        End();
    }

    /// <summary>A challenge, with its place in the content.</summary>
    public PlacedChallenge Find(ChallengeView challenge) => referential.Find(new ChallengeId(challenge.Id))!;

    /// <summary>One answer more; how long a test is nobody knows before its end, the tests that ended say.</summary>
    public void Count()
    {
        var answers = Interlocked.Increment(ref _answers);
        var ended = Volatile.Read(ref _ended);
        var usual = ended == 0 ? UsualAnswersOfATest : answers / (double)ended;
        _meter.Value.Total = Math.Max(answers, (long)(usual * _planned));
        _meter.Value.Report(answers);
    }

    /// <summary>A test is over.</summary>
    public void End() => Interlocked.Increment(ref _ended);
}
