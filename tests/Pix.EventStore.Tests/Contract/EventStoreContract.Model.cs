using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Pix.EventStore.Tests;

public abstract partial class EventStoreContract
{
    [ContractFact]
    public void Any_sequence_of_appends_leaves_what_a_list_in_memory_would_hold()
    {
        var steps = Gen.ArrayOf(
            from kind in Gen.Elements(Enum.GetValues<StepKind>())
            from stream in Gen.Choose(0, 2)
            from count in Gen.Choose(1, 3)
            from pick in Gen.Choose(0, 100)
            select new Step(kind, stream, count, pick));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Arb.From(steps, WithoutOne), FollowsTheModel));
    }

    private static IEnumerable<Step[]> WithoutOne(Step[] steps) =>
        steps.Select((_, index) => (Step[])[.. steps[..index], .. steps[(index + 1)..]]);

    private async Task FollowsTheModel(Step[] steps)
    {
        await using var log = await Open();

        // Every sequence gets streams of its own, behind what the sequences before it wrote.
        var start = await log.Head(CancellationToken.None);
        var run = Guid.NewGuid();
        var model = new Model();
        foreach (var step in steps)
        {
            var append = model.Next(step, stream => Stream($"{run:N}-{stream}"));
            var expected = model.Append(append);
            var actual = await log.Append(append.Stream, append.Expected, append.Records, CancellationToken.None);
            if (expected is { } revision) Assert.Equal(revision, Assert.IsType<AppendResult.Appended>(actual).Revision);
            else Assert.Equal(new AppendResult.Conflict(model.Head(append.Stream)), actual);
        }

        foreach (var (stream, records) in model.Streams) AssertSame(records, await StreamOf(log, stream, Revision.First));
        AssertSame(model.Log, await AllOf(log, start));
    }

    private enum StepKind
    {
        Append,
        AppendAnywhere,
        Retry,
        RetryWithAnotherLastId,
    }

    private sealed record Step(StepKind Kind, int Stream, int Count, int Pick);

    private sealed record Request(StreamName Stream, Revision Expected, NewRecord[] Records);

    /// <summary>The log as lists in memory.</summary>
    private sealed class Model
    {
        private readonly List<Request> _requests = [];

        public Dictionary<StreamName, List<NewRecord>> Streams { get; } = [];

        public List<NewRecord> Log { get; } = [];

        public Revision Head(StreamName stream) => new(Streams.TryGetValue(stream, out var records) ? records.Count - 1 : -1);

        public Request Next(Step step, Func<int, StreamName> name)
        {
            var stream = name(step.Stream);
            var request = step.Kind switch
            {
                StepKind.Retry when _requests.Count > 0 => _requests[step.Pick % _requests.Count],
                StepKind.RetryWithAnotherLastId when _requests.Count > 0 => WithAnotherLastId(_requests[step.Pick % _requests.Count]),
                StepKind.AppendAnywhere => new Request(stream, new Revision((step.Pick % ((int)Head(stream).Value + 4)) - 1), Records(step.Count)),
                _ => new Request(stream, Head(stream), Records(step.Count)),
            };
            _requests.Add(request);
            return request;
        }

        /// <summary>The revision of its last record, or null for a conflict.</summary>
        public Revision? Append(Request request)
        {
            if (request.Expected == Head(request.Stream))
            {
                if (!Streams.TryGetValue(request.Stream, out var stream)) Streams.Add(request.Stream, stream = []);
                stream.AddRange(request.Records);
                Log.AddRange(request.Records);
                return Head(request.Stream);
            }

            var there = Streams.GetValueOrDefault(request.Stream, []).Skip((int)request.Expected.Value + 1).Take(request.Records.Length);
            var isRetry = there.Select(record => record.Id).SequenceEqual(request.Records.Select(record => record.Id));
            return isRetry ? request.Expected + request.Records.Length : null;
        }

        private static Request WithAnotherLastId(Request request) =>
            request with { Records = [.. request.Records[..^1], request.Records[^1] with { Id = Guid.NewGuid() }] };
    }
}
