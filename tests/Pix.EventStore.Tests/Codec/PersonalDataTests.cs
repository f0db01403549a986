using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.EventStore.Tests;

public sealed class PersonalDataTests
{
    private static readonly PersonId Zoe = StoredEventExamples.Person;
    private static readonly PersonId Other = new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e09"));
    private static readonly StreamName Stream = Streams.Learner(StoredEventExamples.Learner);
    private static readonly DateTimeOffset At = new(2026, 1, 5, 9, 30, 0, TimeSpan.Zero);

    // Half a surrogate pair is no character, and has no place in a stored text.
    private static readonly Arbitrary<string> ValidTexts =
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty).Where(text => !text.Any(char.IsSurrogate)).ToArbitrary();

    private readonly PersonKeysInMemory _keys = new();

    private EventCodec Codec => new(EventTypes.Pix, _keys, PersonalSealing.RandomNonces);

    private PersonalReader Reader => new(_keys);

    [Fact]
    public async Task The_clear_text_is_nowhere_in_what_is_stored()
    {
        foreach (var example in StoredEventExamples.All.Values)
        {
            var stored = Encoding.UTF8.GetString((await StoredExample.Of(example, _keys)).Data.Span);
            foreach (var clear in new[] { "Zoé", "Zo\\u00E9", "Lefèvre", "Lef", "1,3\"", "banque de ma mère" })
                Assert.DoesNotContain(clear, stored, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_read_back_is_sealed_and_opens_with_the_key()
    {
        var name = await StoredName(new PersonName("Zoé", "Lefèvre"));
        Assert.Null(name.Value);
        Assert.Equal(new Opened<PersonName>(new PersonName("Zoé", "Lefèvre"), false), Reader.Open(name));
    }

    [Fact]
    public async Task A_value_that_was_read_back_is_not_stored_again()
    {
        var name = await StoredName(new PersonName("Zoé", "Lefèvre"));
        await Assert.ThrowsAsync<JsonException>(() => Store(new LearnerRegistered(Zoe, name, At)));
    }

    [Fact]
    public async Task Two_seals_of_the_same_value_differ()
    {
        var record = await Store(Registered("Zoé"));
        Assert.NotEqual(record.Data.ToArray(), (await Store(Registered("Zoé"))).Data.ToArray());
    }

    [Fact]
    public async Task A_seal_opens_under_no_other_persons_key()
    {
        await _keys.GetOrCreate(Other, CancellationToken.None);
        var moved = Text(await Store(Registered("Zoé"))).Replace(Zoe.ToString(), Other.ToString(), StringComparison.Ordinal);
        AssertDoesNotOpen(await Store(Registered("Zoé")) with { Data = Encoding.UTF8.GetBytes(moved) });
    }

    [Fact]
    public async Task A_seal_opens_in_no_other_event() => AssertDoesNotOpen(await Store(Registered("Zoé")) with { Id = Guid.NewGuid() });

    [Fact]
    public async Task A_seal_opens_in_no_other_stream() =>
        AssertDoesNotOpen(await Store(Registered("Zoé")) with { Stream = Streams.Learner(new LearnerId(Guid.NewGuid())) });

    [Fact]
    public async Task A_seal_cut_short_does_not_open()
    {
        var name = await StoredName(new PersonName("Zoé", "Lefèvre"));
        var seal = (SealedValue)name.Seal!;
        foreach (var length in new[] { 0, 5, 12, 27, seal.Bytes.Length - 1 })
            AssertDoesNotOpen(name with { Seal = seal with { Bytes = seal.Bytes[..length] } });
    }

    [Fact]
    public async Task Whose_key_was_destroyed_is_erased()
    {
        var name = await StoredName(new PersonName("Zoé", "Lefèvre"));
        await _keys.Destroy(Zoe, CancellationToken.None);
        Assert.Equal(new Opened<PersonName>(null, true), Reader.Open(name));
    }

    [Fact]
    public async Task Whose_key_was_lost_is_not_called_erased()
    {
        var name = await StoredName(new PersonName("Zoé", "Lefèvre"));
        _keys.LoseAll();
        Assert.Equal("person_key_missing", Assert.Throws<PersonKeyException>(() => Reader.Open(name)).Code);
    }

    [Fact]
    public async Task Nothing_is_written_about_an_erased_person()
    {
        await _keys.Destroy(Zoe, CancellationToken.None);
        Assert.Equal("person_erased", (await Assert.ThrowsAsync<PersonKeyException>(() => Store(Registered("Zoé")))).Code);
        Assert.Empty(EventTypes.Pix.Of(new PersonErased(Zoe, At)).Personal);
        await Store(new PersonErased(Zoe, At));
    }

    [Fact]
    public async Task Folding_needs_no_key()
    {
        var records = new List<Record>();
        foreach (var happened in StoredEventExamples.OfLearner()) records.Add(await Store(happened));
        _keys.LoseAll();
        var learner = records.Aggregate(Learner.Initial, (state, record) => state.Evolve((LearnerEvent)Codec.Decode(record).Event));
        Assert.Equal(Zoe, learner.Person);
        Assert.True(learner.IsErased);
        Assert.Single(learner.Assessments);
    }

    [Fact]
    public void Any_name_and_any_text_come_back_as_they_went() => Prop.ForAll(
        ValidTexts,
        ValidTexts,
        (first, last) =>
        {
            var name = new PersonName(first, last);
            Assert.Equal(name, Reader.Open(StoredName(name).GetAwaiter().GetResult()).Value);
            var record = Store(new ProblemReported(1, 1, new ChallengeId("a"), ProblemCategory.Other, new Personal<string>(Zoe, first), At))
                .GetAwaiter().GetResult();
            Assert.Equal(first, Reader.Open(((ProblemReported)Codec.Decode(record).Event).Text!).Value);
        }).QuickCheckThrowOnFailure();

    private static LearnerRegistered Registered(string first) => new(Zoe, new Personal<PersonName>(Zoe, new PersonName(first, "Lefèvre")), At);

    private static string Text(Record record) => Encoding.UTF8.GetString(record.Data.Span);

    private async Task<Record> Store(IDomainEvent happened)
    {
        var id = Guid.NewGuid();
        var (type, data) = await Codec.Encode(happened, Stream, id, CancellationToken.None);
        return new Record(new Position(1), Stream, Revision.First, id, type, data, "{}"u8.ToArray());
    }

    private async Task<Personal<PersonName>> StoredName(PersonName name) =>
        ((LearnerRegistered)Codec.Decode(await Store(new LearnerRegistered(Zoe, new Personal<PersonName>(Zoe, name), At))).Event).Name!;

    private void AssertDoesNotOpen(Record record) => AssertDoesNotOpen(((LearnerRegistered)Codec.Decode(record).Event).Name!);

    private void AssertDoesNotOpen(Personal<PersonName> name) =>
        Assert.Equal("person_key_wrong", Assert.Throws<PersonKeyException>(() => Reader.Open(name)).Code);
}
