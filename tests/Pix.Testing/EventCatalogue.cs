using Pix.EventStore;

namespace Pix.Testing;

/// <summary>The generated part of <c>docs/event-catalogue.md</c>: every stored event with its meaning, its members and an example.</summary>
public static class EventCatalogue
{
    public static async Task<string> Write()
    {
        var page = new List<string>();
        foreach (var stream in StoredEventExamples.All.GroupBy(example => NameOf(example.Value.Stream)))
        {
            page.AddRange(["", $"## Stream `{stream.Key}`", "", MeaningOf(stream.First().Value), ""]);
            page.AddRange(stream.Select(example => $"- [{example.Key}](#{Anchor(example.Key)})"));
            foreach (var (name, example) in stream) page.AddRange(await SectionOf(name, example));
        }

        return string.Join('\n', page) + "\n";
    }

    private static async Task<IEnumerable<string>> SectionOf(string name, StoredEventExample example)
    {
        var type = example.Event.GetType();
        var stored = await StoredExample.Of(example, new PersonKeysInMemory());
        return
        [
            "", $"### {name}", "", DocComments.Of(type).SummaryOf($"T:{type.FullName}"),
            "", "| member | type |", "|---|---|", .. JsonShape.FieldsOf(type).Select(RowOf),
            "", "```json", StoredExample.ForReading(stored.Data).TrimEnd(), "```",
        ];
    }

    private static string RowOf(JsonField field) => $"| `{field.Path}` | {field.Type}{(field.MayBeAbsent ? ", may be absent" : string.Empty)} |";

    private static string MeaningOf(StoredEventExample example) => example.Event is LogCreated
        ? DocComments.Of(typeof(Streams)).SummaryOf($"P:{typeof(Streams).FullName}.{nameof(Streams.Log)}")
        : DocComments.Of(example.Event.GetType()).SummaryOf($"T:{example.Event.GetType().BaseType!.FullName}");

    private static string NameOf(StreamName stream) =>
        stream.Value.IndexOf('-', StringComparison.Ordinal) is var hyphen and > 0 ? stream.Value[..hyphen] + "-{id}" : stream.Value;

    private static string Anchor(string heading) => heading.ToLowerInvariant().Replace(".", string.Empty, StringComparison.Ordinal);
}
