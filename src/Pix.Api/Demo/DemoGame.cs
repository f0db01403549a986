using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>
/// The class plays: every playable competence, through the same use cases as over HTTP. Each command's id comes from who sends it and what
/// for, so that a second game repeats the first, and adds nothing.
/// </summary>
public sealed class DemoGame
{
    private const int AnswersBeforeStopping = 7;
    private const int UsualAnswersOfATest = 25;
    private const int PlayersAtOnce = 8;

    private readonly IServiceProvider _services;
    private readonly Referential _referential;
    private readonly IReadOnlyList<CompetenceCode> _competences;
    private readonly OperationMeter _meter;
    private int _answers;
    private int _answersOfEndedTests;
    private int _endedTests;

    private DemoGame(IServiceProvider services, Referential referential, IProgress<OperationProgress> progress)
    {
        _services = services;
        _referential = referential;
        _competences = [.. referential.Competences.Select(competence => competence.Code).Where(referential.IsPlayable)];
        _meter = new OperationMeter("answers", progress);
    }

    /// <summary>Answers given, those of an earlier game included.</summary>
    public int Answers => _answers;

    /// <summary>Events that this game added to the log.</summary>
    public long Added { get; private set; }

    /// <summary>What was played.</summary>
    public IReadOnlyList<CompetenceCode> Competences => _competences;

    /// <summary>Has everybody play; what an earlier game that was interrupted left is finished.</summary>
    public static async Task<DemoGame> Play(Node node, IServiceProvider services, IProgress<OperationProgress> progress, CancellationToken cancel)
    {
        var releases = await services.GetRequiredService<Content>().Releases(cancel);
        if (releases.Active is not { } active)
            throw new CliFailureException(CliFailureException.Failed, "No release is in force: 'referential activate VERSION' chooses one.");
        var game = new DemoGame(services, active, progress);
        var before = await node.Store.Head(cancel);
        var options = new ParallelOptions { MaxDegreeOfParallelism = PlayersAtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(DemoClass.Pupils, options, async (pupil, stop) => await game.Play(pupil, stop));
        game.Added = (await node.Store.Head(cancel)).Value - before.Value;
        return game;
    }

    private async Task Play(DemoPupil pupil, CancellationToken cancel)
    {
        await Send(pupil, "register", new RegisterLearner(pupil.Id, pupil.First, pupil.Last), cancel);
        await Send(pupil, "rules", new SeeRules(pupil.Id), cancel);
        foreach (var competence in _competences)
        {
            await TakeTest(pupil, competence, cancel);
            if (pupil.Habit == DemoHabit.Stops) return;
        }
    }

    private async Task TakeTest(DemoPupil pupil, CompetenceCode competence, CancellationToken cancel)
    {
        var test = await Send(pupil, $"start {competence}", new StartAssessment(pupil.Id, competence.Value), cancel);
        _ = AssessmentId.TryParse(test.AssessmentId, out var id);
        var answers = 0;
        for (var challenge = test.Challenge; challenge is not null; answers++)
        {
            if (pupil.Habit == DemoHabit.Stops && answers == AnswersBeforeStopping) break;
            if (challenge.Timer is not null) await Send(pupil, $"present {competence} {answers}", new PresentChallenge(id), cancel);
            var answer = pupil.Simulated.Answer(_referential.Find(new ChallengeId(challenge.Id))!);
            var reply = await Send(pupil, $"answer {competence} {answers}", Wish(id, answer), cancel);
            challenge = reply.Challenge;
            Count(Interlocked.Increment(ref _answers));
        }

        Interlocked.Add(ref _answersOfEndedTests, answers);
        Interlocked.Increment(ref _endedTests);
    }

    private static AnswerChallenge Wish(AssessmentId id, SubmittedAnswer answer) => new(
        id, answer.Challenge.Value, new AnswerValue(answer.Value, false), answer.Value is null, answer.ClaimedSeconds, answer.FocusLost);

    // How long a test is nobody knows before its end: the tests that ended say.
    private void Count(int answers)
    {
        var tests = DemoClass.Pupils.Count * _competences.Count;
        var ended = Volatile.Read(ref _endedTests);
        var usual = ended == 0 ? UsualAnswersOfATest : Volatile.Read(ref _answersOfEndedTests) / (double)ended;
        _meter.Total = Math.Max(answers, (long)(usual * tests));
        _meter.Report(answers);
    }

    private async Task<TReply> Send<TReply>(DemoPupil pupil, string step, ICommand<TReply> wish, CancellationToken cancel)
    {
        await using var scope = _services.CreateAsyncScope();
        var id = NameBasedGuid.Of("demo", "command", pupil.Id.ToString(), step);
        scope.ServiceProvider.GetRequiredService<CurrentCommand>().Value =
            new Command(id, string.Empty, new Actor(pupil.Id.ToString(), Roles.Learner), id);
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(wish, cancel);
        return outcome.Refusal is { } refusal
            ? throw new CliFailureException(CliFailureException.Failed, $"{pupil.First} {pupil.Last}, {step}: {refusal.Code}: {refusal.Sentence}")
            : outcome.Reply!;
    }
}
