using System.Net;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>Work over several streams: interrupted anywhere it goes on, once; what fails is shown and tried again.</summary>
public sealed class ProcessTests : IAsyncLifetime
{
    private const string Address = "claire.martin@ac-reims.example";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private PixHost _host = null!;

    public async Task InitializeAsync() => _host = await PixHost.Empty();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Killed_between_any_two_steps_it_goes_on_once(int diesBeforeStep)
    {
        var first = new ThreeSteps(_host.Node, diesBeforeStep);
        await using (var readModels = await ReadModels())
        {
            await using var runner = Runner(readModels, first);
            await _host.Organisation();
            await first.Died.WaitAsync(Patience);
        }

        Assert.False((await Organisation()).IsCentre);
        var second = new ThreeSteps(_host.Node, diesBeforeStep: int.MaxValue);
        await using (var readModels = await ReadModels())
        {
            await using var runner = Runner(readModels, second);
            await Until(async () => (await Organisation()).IsCentre && runner.Open.Count == 0);
        }

        Assert.Single(await _host.HistoryOf(second.Learner));
        Assert.Equal(2, await Revisions(await OrganisationStream()));
    }

    [Fact]
    public async Task Two_nodes_at_once_do_it_once()
    {
        var (one, other) = (new ThreeSteps(_host.Node, int.MaxValue), new ThreeSteps(_host.Node, int.MaxValue));
        await using var readModels = await ReadModels();
        await using var first = Runner(readModels, one);
        await using var second = Runner(readModels, other);
        await _host.Organisation();
        await Until(async () => (await Organisation()).IsCentre && first.Open.Count + second.Open.Count == 0);
        Assert.Single(await _host.HistoryOf(one.Learner));
        Assert.Equal(2, await Revisions(await OrganisationStream()));
    }

    [Fact]
    public async Task What_is_completed_is_not_begun_again_by_a_restart()
    {
        var once = new ThreeSteps(_host.Node, int.MaxValue);
        await using (var readModels = await ReadModels())
        {
            await using var runner = Runner(readModels, once);
            await _host.Organisation();
            await Until(async () => (await Organisation()).IsCentre && runner.Open.Count == 0);
        }

        var again = new ThreeSteps(_host.Node, int.MaxValue);
        await using var restarted = await ReadModels();
        await using var runs = Runner(restarted, again);
        var next = await _host.Organisation(name: "Collège du Parc", uai: "0510001Z");
        await Until(async () => (await _host.Node.Aggregates.Organisations.Load(Streams.Organisation(next), CancellationToken.None)).State.IsCentre);
        Assert.Equal(1, again.Advances);
    }

    [Fact]
    public async Task What_fails_is_shown_to_the_operator_and_tried_again()
    {
        // No folder can be made where a file is.
        await File.WriteAllTextAsync(_host.Folder.Outbox, "in the way");
        var school = await Invited();
        await Until(async () => (await Operations())["open"].GetArrayLength() == 1 && (await Operations())["open"][0].GetProperty("failures").GetInt32() == 1);
        var open = (await Operations())["open"][0];
        Assert.Equal(("invitation-mail", "1", false), (open.GetProperty("process").GetString(), open.GetProperty("key").GetString(), open.GetProperty("stuck").GetBoolean()));
        Assert.Contains("outbox", open.GetProperty("lastError").GetString(), StringComparison.Ordinal);

        foreach (var failures in new[] { 2, 3 }) await FailAgain(failures);
        var ready = await _host.Send(HttpMethod.Get, "/health/ready", null, null);
        Assert.Equal(HttpStatusCode.OK, ready.Status);
        Assert.Contains("1 open, 1 stuck: invitation-mail", ready.Text, StringComparison.Ordinal);

        File.Delete(_host.Folder.Outbox);
        await Until(async () =>
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(5));
            return (await Operations())["open"].GetArrayLength() == 0;
        });
        Assert.Single(Directory.GetFiles(_host.Folder.Outbox));
        Assert.NotNull((await _host.Node.Aggregates.Organisations.Load(Streams.Organisation(school), CancellationToken.None)).State.Invitations[1].SentAt);
    }

    [Fact]
    public async Task A_mail_that_left_before_a_kill_is_not_sent_again_and_is_noted_at_the_next_start()
    {
        await File.WriteAllTextAsync(_host.Folder.Outbox, "in the way");
        var school = await Invited();
        await Until(async () => (await Operations())["open"].GetArrayLength() == 1);
        var intention = await InvitationEvent(school);
        await _host.Stop();

        // As if the process had died right after the mail was written.
        File.Delete(_host.Folder.Outbox);
        Directory.CreateDirectory(_host.Folder.Outbox);
        var mail = Path.Combine(_host.Folder.Outbox, $"{intention}.eml");
        await File.WriteAllTextAsync(mail, "what left");
        await _host.Start();
        await Until(async () => (await Operations())["open"].GetArrayLength() == 0);
        Assert.Equal("what left", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_host.Folder.Outbox))));
        Assert.NotNull((await _host.Node.Aggregates.Organisations.Load(Streams.Organisation(school), CancellationToken.None)).State.Invitations[1].SentAt);
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task FailAgain(int failures) => await Until(async () =>
    {
        _host.Clock.Advance(TimeSpan.FromSeconds(4));
        return (await Operations())["open"][0].GetProperty("failures").GetInt32() >= failures;
    });

    private async Task<OrganisationId> Invited()
    {
        var school = await _host.Organisation();
        await _host.Decide(school, (state, now) => state.Invite(new PersonId(Guid.NewGuid()), Address, MemberRole.Member, InvitationCode.Of(Guid.NewGuid()), [], now));
        return school;
    }

    private async Task<Reply> Operations() => (await _host.Send(HttpMethod.Get, "/operations", null, _host.Token("op", Roles.Operator))).Ok();

    private async Task<Guid> InvitationEvent(OrganisationId school)
    {
        await foreach (var record in _host.Node.Store.ReadStream(Streams.Organisation(school), Revision.First, CancellationToken.None))
        {
            if (record.Type == "MemberInvited.v1") return record.Id;
        }

        throw new InvalidOperationException("Nobody was invited.");
    }

    private async Task<StreamName> OrganisationStream() => Streams.Organisation(await _host.Organisation());

    private async Task<Organisation> Organisation() =>
        (await _host.Node.Aggregates.Organisations.Load(await OrganisationStream(), CancellationToken.None)).State;

    private async Task<int> Revisions(StreamName stream) => await _host.Node.Store.ReadStream(stream, Revision.First, CancellationToken.None).CountAsync();

    // Of their own: the node's know nothing of this process.
    private async Task<ReadModels> ReadModels()
    {
        var readModels = new ReadModels(new ReadModelsOptions
        {
            Folder = Path.Combine(_host.Folder.Path, "read-by-test"),
            Store = _host.Node.Store,
            Codec = _host.Node.Codec,
            Log = _host.Node.Log,
            Definitions = [ProcessesProjection.Definition([ThreeSteps.Process])],
            Clock = TimeProvider.System,
            Active = null,
            Releases = _ => null,
        });
        await readModels.Start(CancellationToken.None);
        return readModels;
    }

    private ProcessRunner Runner(ReadModels readModels, IProcess process)
    {
        var runner = new ProcessRunner(_host.Node.Store, _host.Node.Codec, readModels, TimeProvider.System, [process]);
        runner.Start();
        return runner;
    }

    /// <summary>When an organisation is registered, registers a learner, does nothing, and approves the organisation.</summary>
    private sealed class ThreeSteps(Node node, int diesBeforeStep) : IProcess
    {
        private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _advances;

        public static ProcessDefinition Process { get; } = new ProcessDefinition("three-steps", 1)
            .OpenedBy<OrganisationRegistered>(_ => "registration")
            .ClosedBy<CentreApproved>(_ => "registration");

        public ProcessDefinition Definition => Process;

        public Task Died => _died.Task;

        public int Advances => _advances;

        public LearnerId Learner { get; } = new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e31"));

        public async Task Advance(Intention intention, CancellationToken cancel)
        {
            Interlocked.Increment(ref _advances);
            var person = new PersonId(intention.Step("person").Id);
            await Step(0, cancel);
            await node.Learners.Decide(
                Streams.Learner(Learner), intention.Step("learner"), (learner, now) => learner.Register(person, null, now), cancel);
            await Step(1, cancel);
            await Step(2, cancel);
            ProcessStepException.OrThrow(await node.Aggregates.Organisations.Decide(
                intention.Stream, intention.Step("approval"), (state, now) => state.ApproveCentre(now), cancel));
        }

        // Whoever dies does not come back.
        private async Task Step(int step, CancellationToken cancel)
        {
            if (step != diesBeforeStep) return;
            _died.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        }
    }
}
