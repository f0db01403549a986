using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// <c>erase</c>: forgets a person, as an account and as the pupils that it is. Every stream of theirs says so first; then the key goes, and every read model forgets. Again and again
/// it does the same.
/// </summary>
public sealed class ErasePerson : IOperation
{
    /// <inheritdoc />
    public string Name => "erase";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        var (person, refusal) = await AskedPerson.Find(node, arguments, cancel);
        if (person is null) return new OperationResult(false, refusal!);
        await node.ErasureGate.WaitAsync(cancel);
        try
        {
            return await Erase(node, person);
        }
        finally
        {
            node.ErasureGate.Release();
        }
    }

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    // Not cancelled once it has begun: the gate is held until the key is gone.
    private static async Task<OperationResult> Erase(Node node, PersonEntry person)
    {
        var (events, written, last) = (0L, 0, Position.Start);
        var circle = await PersonCircle.Around(node.Aggregates, person.Streams, CancellationToken.None);
        foreach (var stream in circle.Streams)
        {
            var id = Guid.CreateVersion7();
            var (refused, said, revision, position) = await PersonCircle.Erase(node.Aggregates, stream, new Command(id, string.Empty, Actor.System, id));
            if (refused is { } refusal) return new OperationResult(false, $"{refusal.Code}: {refusal.Sentence}");
            events += revision.Value + 1;
            written += said;
            if (position > last) last = position;
        }

        using var patience = new CancellationTokenSource(LongestWait, node.Clock);
        try
        {
            await node.Erasures.WaitUntil(last, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return new OperationResult(
                false,
                $"The erasure of person {person.Person} is in the log and will be finished, but their key is not destroyed yet: {node.ErasureFault ?? "the log is being caught up with"}.");
        }

        var files = await node.ReadModels.Forget(person.Person, CancellationToken.None);
        var done = written > 0 ? "erased 1 person" : "erased 0 persons, this one was erased before";
        return new OperationResult(
            true,
            $"{done}: {Counted.Of(circle.Streams.Count, "stream")}, {Counted.Of(events, "event keeps", "events keep")} the score history, key destroyed, name removed from {Counted.Of(files, "read-model file")}");
    }
}

/// <summary>The person that an operator names, by their id or by their account's.</summary>
internal static class AskedPerson
{
    public const string Person = "person";
    public const string Learner = "learner";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public static async Task<(PersonEntry? Person, string? Refusal)> Find(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        CancellationToken cancel)
    {
        var (kind, text) = arguments.TryGetValue(Person, out var person) ? (Person, person) : (Learner, arguments[Learner]);
        if (!Guid.TryParse(text, out var id)) return (null, $"'{text}' is not the id of a {kind}.");
        if (!await node.ReadModels.WaitUntil(PeopleReader.ReadModel, await node.Store.Head(cancel), LongestWait, cancel))
            return (null, $"The read model '{PeopleReader.ReadModel}' has not caught up: 'status' says why.");
        var people = new PeopleReader(node.ReadModels);
        var found = kind == Person ? people.Find(new PersonId(id)) : people.Find(new LearnerId(id));
        return found is null ? (null, $"There is no {kind} {id} here.") : (found, null);
    }
}
