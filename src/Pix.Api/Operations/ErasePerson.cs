using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// <c>erase</c>: forgets a person, as an account, as the pupils that it is and as the candidates that either was. Every stream of theirs says so
/// first; then the keys go, and every read model forgets. Again and again it does the same. While a certification of theirs is not deliberated
/// the wish is recorded, and carried out once it is.
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
        var erasing = new PersonErasing(node.Aggregates, node.Store, node.Codec, node.ReadModels);
        var circle = await erasing.CircleOf(person, CancellationToken.None);
        var situation = await erasing.SituationOf(circle, CancellationToken.None);
        if (situation.Awaited.Count > 0) return await Defer(node, person, situation.Awaited);

        ErasureDone done;
        try
        {
            done = await erasing.Erase(circle, situation.Settled, _ => Fresh(), CancellationToken.None);
        }
        catch (ProcessStepException refused)
        {
            return new OperationResult(false, refused.Message);
        }

        using var patience = new CancellationTokenSource(LongestWait, node.Clock);
        try
        {
            await node.Erasures.WaitUntil(done.Last, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return new OperationResult(
                false,
                $"The erasure of person {person.Person} is in the log and will be finished, but their key is not destroyed yet: {node.ErasureFault ?? "the log is being caught up with"}.");
        }

        var files = 0;
        foreach (var forgotten in circle.Persons) files = Math.Max(files, await node.ReadModels.Forget(forgotten, CancellationToken.None));
        var persons = done.Written > 0 ? "erased 1 person" : "erased 0 persons, this one was erased before";
        return new OperationResult(
            true,
            $"{persons}: {Counted.Of(done.Streams.Count, "stream")}, {Counted.Of(done.Events, "event keeps", "events keep")} the score history, key destroyed, name removed from {Counted.Of(files, "read-model file")}");
    }

    // The jury decides on who somebody is: what it has not deliberated is not taken from under it.
    private static async Task<OperationResult> Defer(Node node, PersonEntry person, IReadOnlyList<CertificationId> awaited)
    {
        var deferred = await node.Aggregates.DeferredErasures.Decide(
            Streams.Erasure(person.Person), Fresh(), (erasure, now) => erasure.Defer(person.Person, awaited, now), CancellationToken.None);
        return deferred.Refusal is { } refusal
            ? new OperationResult(false, $"{refusal.Code}: {refusal.Sentence}")
            : new OperationResult(
                true,
                $"deferred the erasure of 1 person until the jury has deliberated {Counted.Of(awaited.Count, "certification")}: {string.Join(", ", awaited)}");
    }

    private static Command Fresh()
    {
        var id = Guid.CreateVersion7();
        return new Command(id, string.Empty, Actor.System, id);
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
