using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary><c>export</c>: everything that is held about a person, with what is sealed under their key opened.</summary>
public sealed class ExportPerson : IOperation
{
    /// <inheritdoc />
    public string Name => "export";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        var (person, refusal) = await AskedPerson.Find(node, arguments, cancel);
        if (person is null) return new OperationResult(false, refusal!);
        var streams = new JsonArray();
        var events = 0;
        var circle = await PersonCircle.Around(node.Aggregates, new PeopleReader(node.ReadModels), person, cancel);
        foreach (var part in PartsOf(circle))
        {
            var (exported, count) = await Export(node, circle.Persons, part, cancel);
            if (count == 0) continue;
            streams.Add(exported);
            events += count;
        }

        var dossier = new JsonObject
        {
            ["person"] = person.Person.ToString(),
            ["log"] = node.Log.Log.ToString(),
            ["exportedAt"] = Instant(node.Clock.GetUtcNow()),
            ["identity"] = new JsonObject
            {
                ["firstName"] = person.Name?.First,
                ["lastName"] = person.Name?.Last,
                ["registeredAt"] = Instant(person.RegisteredAt),
                ["erased"] = person.IsErased,
            },
            ["streams"] = streams,
        };
        return new OperationResult(
            true,
            $"exported 1 person: {Counted.Of(streams.Count, "stream")}, {Counted.Of(events, "event")}",
            JsonSerializer.SerializeToElement(dossier));
    }

    // Their own streams, what sessions say of them, their tests, and who read the dossiers of these.
    private static IEnumerable<ExportedPart> PartsOf(PersonCircle circle) =>
    [
        .. circle.Streams.Select(stream => new ExportedPart(stream, null)),
        .. circle.Candidacies.Select(candidacy => new ExportedPart(Streams.Session(candidacy.Session), candidacy.Candidate)),
        .. circle.Tests.SelectMany(test => new[] { Streams.Certification(test), Streams.Dossier(test) }).Select(stream => new ExportedPart(stream, null)),
    ];

    private static async Task<(JsonObject Stream, int Events)> Export(Node node, IReadOnlySet<PersonId> persons, ExportedPart part, CancellationToken cancel)
    {
        var (stream, candidate) = part;
        var events = new JsonArray();
        await foreach (var record in node.Store.ReadStream(stream, Revision.First, cancel))
        {
            if (candidate is { } one && !SessionFacts.Name(node.Codec.Decode(record).Event, one)) continue;
            var (type, data) = node.Codec.Types.Resolve(record.Type, record.Data);
            var metadata = EventMetadata.Read(record.Metadata);
            events.Add(new JsonObject
            {
                ["revision"] = record.Revision.Value,
                ["id"] = record.Id.ToString(),
                ["type"] = type.Name,
                ["at"] = Instant(metadata.At),
                ["actor"] = new JsonObject { ["id"] = metadata.Actor.Id, ["role"] = metadata.Actor.Role },
                ["data"] = Opened(candidate is { } own ? SessionFacts.Only(JsonNode.Parse(data.Span), own) : JsonNode.Parse(data.Span), persons, node.Keys, record),
            });
        }

        var exported = new JsonObject { ["stream"] = stream.Value };
        if (Streams.IsLearner(stream, out var learner)) exported["profile"] = ProfileOf(node, learner);
        exported["events"] = events;
        return (exported, events.Count);
    }

    // Without a key what is sealed stays null: it is held, but nobody can read it any more.
    private static JsonNode? Opened(JsonNode? node, IReadOnlySet<PersonId> persons, IPersonKeys keys, Record record)
    {
        if (node is JsonArray list) return new JsonArray([.. list.Select(item => Opened(item, persons, keys, record))]);
        if (node is not JsonObject members) return node?.DeepClone();
        if (members["sealed"] is { } bytes && members["person"]?.GetValue<Guid>() is { } whose && persons.Contains(new PersonId(whose)))
        {
            var seal = new SealedValue(Convert.FromBase64String(bytes.GetValue<string>()), record.Stream, record.Id);
            return keys.Find(new PersonId(whose)).Key is { } key ? JsonNode.Parse(PersonalSealing.Open(seal, key)) : null;
        }

        return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Opened(member.Value, persons, keys, record))));
    }

    private static JsonObject? ProfileOf(Node node, LearnerId learner)
    {
        if (new ProfileReader(node.ReadModels).Find(learner) is not { } found) return null;
        var maximum = node.Settings.Rules.Maximum;
        return new JsonObject
        {
            ["referential"] = found.Referential.Version.Value,
            ["pix"] = found.Profile.Pix(maximum),
            ["competences"] = new JsonArray([.. found.Profile.Competences.Select(competence => new JsonObject
            {
                ["code"] = competence.Code.Value,
                ["status"] = Text.Of(competence.Status),
                ["level"] = CompetenceScore.Of(competence.Total, maximum).Level,
                ["pix"] = CompetenceScore.Of(competence.Total, maximum).Pix,
            })]),
        };
    }

    // A session's stream speaks of others too: of it, what names this candidate.
    private sealed record ExportedPart(StreamName Stream, CandidateId? Candidate);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
