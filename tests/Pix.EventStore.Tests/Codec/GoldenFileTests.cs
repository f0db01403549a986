using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.EventStore.Tests;

/// <summary>The storage format: one golden file per stored name, which is written as it reads and read as it was written.</summary>
public sealed class GoldenFileTests
{
    private static readonly MethodInfo Open = typeof(GoldenFileTests).GetMethod(nameof(Opened), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private readonly PersonKeysInMemory _keys = new();

    public static TheoryData<string> Names => [.. EventTypes.Pix.All.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_stored_name_is_written_as_its_golden_file_shows(string name)
    {
        var stored = await StoredExample.Of(StoredEventExamples.All[name], _keys);
        Golden.Verify(name, StoredExample.ForReading(stored.Data));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_golden_file_without_its_indentation_is_what_is_stored(string name)
    {
        var stored = await StoredExample.Of(StoredEventExamples.All[name], _keys);
        Assert.Equal(Encoding.UTF8.GetString(stored.Data.Span), Encoding.UTF8.GetString(GoldenBytes(name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_golden_file_reads_back_as_its_example(string name)
    {
        var example = StoredEventExamples.All[name];
        var stored = await StoredExample.Of(example, _keys);
        var codec = new EventCodec(EventTypes.Pix, _keys, PersonalSealing.RandomNonces);
        var read = codec.Decode(stored with { Data = GoldenBytes(name) }).Event;
        OpenPersonalValues(read);
        AssertSame(example.Event, read);
        Assert.Equal(stored.Data.ToArray(), (await StoredExample.Of(example with { Event = read }, _keys)).Data.ToArray());
    }

    [Fact]
    public void No_golden_file_is_left_of_a_name_that_is_not_read_any_more()
    {
        var files = Directory.GetFiles(GoldenFolder(), "*.verified.json").Select(file => Path.GetFileName(file)[..^".verified.json".Length]);
        Assert.All(files, name => Assert.NotNull(EventTypes.Pix.TypeBehind(name)));
    }

    private static byte[] GoldenBytes(string name) =>
        Encoding.UTF8.GetBytes(JsonNode.Parse(File.ReadAllText(Path.Combine(GoldenFolder(), $"{name}.verified.json")))!.ToJsonString(EventTypes.Json));

    private static string GoldenFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "Golden");

    private void OpenPersonalValues(IDomainEvent happened)
    {
        foreach (var property in happened.GetType().GetProperties())
        {
            if (property.GetValue(happened) is IPersonalData personal)
                property.SetValue(happened, Open.MakeGenericMethod(personal.GetType().GenericTypeArguments).Invoke(this, [personal]));
        }
    }

    private Personal<T> Opened<T>(Personal<T> personal)
        where T : class => new(personal.Person, new PersonalReader(_keys).Open(personal).Value!);

    // Bytes, which xunit does not compare by content inside an object, stand in one event only.
    private static void AssertSame(IDomainEvent expected, IDomainEvent actual)
    {
        if (expected is AttachmentReleased file)
        {
            var read = Assert.IsType<AttachmentReleased>(actual);
            Assert.Equal(file.Content.ToArray(), read.Content.ToArray());
            actual = read with { Content = file.Content };
            Assert.Equal(expected, actual);
        }
        else
        {
            Assert.Equivalent(expected, actual, strict: true);
        }
    }
}
