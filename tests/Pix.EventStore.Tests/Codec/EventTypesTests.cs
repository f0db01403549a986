using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.EventStore.Tests;

/// <summary>The storage format is checked when the application starts, not when an old event is met.</summary>
public sealed class EventTypesTests
{
    private static readonly Upcaster[] ToThree =
    [
        new("Moved.v1", "Moved.v2", data => Rewritten(data, text => text.Replace("\"place\"", "\"town\"", StringComparison.Ordinal))),
        new("Moved.v2", "Moved.v3", data => Rewritten(data, text => text.Replace("}", ",\"country\":\"FR\"}", StringComparison.Ordinal))),
    ];

    [Fact]
    public void The_projects_own_events_hold() => Assert.NotEmpty(EventTypes.Pix.All);

    [Fact]
    public void An_unknown_name_stops_the_reader_and_is_named()
    {
        var codec = new EventCodec(EventTypes.Pix, new PersonKeysInMemory(), PersonalSealing.RandomNonces);
        var record = new Record(new Position(1), Streams.Log, Revision.First, Guid.NewGuid(), "LogMoved.v1", "{}"u8.ToArray(), "{}"u8.ToArray());
        var stopped = Assert.Throws<EventTypesException>(() => codec.Decode(record));
        Assert.Contains("'LogMoved.v1' is not known to this version", stopped.Message, StringComparison.Ordinal);
        Assert.Null(EventTypes.Pix.TypeBehind("LogMoved.v1"));
    }

    [Fact]
    public void An_old_shape_goes_through_every_upcaster_to_todays()
    {
        var codec = new EventCodec(Types(ToThree, typeof(Moved)), new PersonKeysInMemory(), PersonalSealing.RandomNonces);
        var data = Encoding.UTF8.GetBytes("""{"place":"Sault","At":"2026-01-05T09:30:00Z"}""");
        var record = new Record(new Position(1), Streams.Log, Revision.First, Guid.NewGuid(), "Moved.v1", data, "{}"u8.ToArray());
        Assert.Equal(new Moved("Sault", "FR", new DateTimeOffset(2026, 1, 5, 9, 30, 0, TimeSpan.Zero)), codec.Decode(record).Event);
        Assert.Equal(typeof(Moved), codec.Types.TypeBehind("Moved.v1"));
        Assert.Equal(typeof(Moved), codec.Types.TypeBehind("Moved.v2"));
    }

    [Fact]
    public void What_is_not_asked_for_is_not_rewritten()
    {
        var types = Types([ToThree[1] with { Rewrite = _ => throw new InvalidOperationException("rewritten") }, ToThree[0]], typeof(Moved));
        Assert.Equal(typeof(Moved), types.TypeBehind("Moved.v1"));
    }

    [Fact]
    public void A_name_that_stands_twice_is_refused() =>
        Refused("'Moved.v3' stands twice", () => Types(ToThree, typeof(Moved), typeof(MovedToo)));

    [Fact]
    public void An_upcaster_from_a_name_that_is_still_written_is_refused() =>
        Refused("'Moved.v3' stands twice", () => Types([.. ToThree, new Upcaster("Moved.v3", "Moved.v4", data => data)], typeof(Moved)));

    [Fact]
    public void A_version_without_the_one_before_it_is_refused() =>
        Refused("'Moved.v3' is known, but 'Moved.v2' is not", () => Types([], typeof(Moved)));

    [Fact]
    public void A_chain_of_upcasters_without_its_beginning_is_refused() =>
        Refused("'Moved.v2' is known, but 'Moved.v1' is not", () => Types([ToThree[1]], typeof(Moved)));

    [Fact]
    public void An_upcaster_that_leads_nowhere_is_refused() =>
        Refused("leads to 'Moved.v4'", () => Types([.. ToThree, new Upcaster("Left.v1", "Moved.v4", data => data)], typeof(Moved)));

    [Fact]
    public void Upcasters_that_go_round_in_circles_are_refused() =>
        Refused("lead back", () => Types([new("Left.v1", "Left.v2", data => data), new("Left.v2", "Left.v1", data => data)]));

    [Fact]
    public void A_name_without_a_version_is_refused() => Refused("'Unversioned' does not end in a version", () => Types([], typeof(Unversioned)));

    [Fact]
    public void An_event_without_a_name_is_refused() => Refused("Unnamed has no stored name", () => Types([], typeof(Unnamed)));

    private static void Refused(string reason, Func<EventTypes> make) =>
        Assert.Contains(reason, Assert.Throws<EventTypesException>(make).Message, StringComparison.Ordinal);

    private static EventTypes Types(IReadOnlyList<Upcaster> upcasters, params Type[] types) =>
        new(types, new DefaultJsonTypeInfoResolver(), JsonSerializerOptions.Web, upcasters);

    private static ReadOnlyMemory<byte> Rewritten(ReadOnlyMemory<byte> data, Func<string, string> rewrite) =>
        Encoding.UTF8.GetBytes(rewrite(Encoding.UTF8.GetString(data.Span)));

    [StoredAs("Moved.v3")]
    private sealed record Moved(string Town, string Country, DateTimeOffset At) : IDomainEvent;

    [StoredAs("Moved.v3")]
    private sealed record MovedToo(DateTimeOffset At) : IDomainEvent;

    [StoredAs("Unversioned")]
    private sealed record Unversioned(DateTimeOffset At) : IDomainEvent;

    private sealed record Unnamed(DateTimeOffset At) : IDomainEvent;
}
