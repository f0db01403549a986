using System.Text.Json;
using Pix.Domain;
using Pix.EventStore;
using Xunit;

namespace Pix.Api.Tests.Cli;

public sealed class PersonVerbTests : IDisposable
{
    private const string Name = "Philippine";
    private static readonly LearnerId Nobody = new(new Guid("6f5d1f4e-6c0b-5a43-9b0e-7069782d6c6f"));
    private readonly CommandLine _pix = new();

    public void Dispose() => _pix.Dispose();

    [Fact]
    public async Task History_tells_every_event_in_order_and_no_name()
    {
        await using var server = await Serving.Start(_pix.Data);
        var learner = await server.Register(Name, "Vasseur");
        await server.Skip(learner, 3);

        var history = await _pix.Run("history", "--learner", learner.ToString());

        Assert.EndsWith(" events", history.Ok(), StringComparison.Ordinal);
        var lines = Said.Lines(history.Output).SkipLast(1).ToList();
        Assert.Equal(Enumerable.Range(0, lines.Count), lines.Select(line => int.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("LearnerRegistered.v1", lines[0], StringComparison.Ordinal);
        Assert.Equal(3, lines.Count(line => line.Contains("AnswerRecorded.v1", StringComparison.Ordinal) && line.Contains(": aband,", StringComparison.Ordinal)));
        Assert.DoesNotContain(Name, history.Output, StringComparison.Ordinal);
        (await _pix.Run("history", "--learner", Nobody.ToString())).Failed(1, $"no learner {Nobody}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Export_gives_everything_with_what_is_sealed_opened(bool whileServing)
    {
        var learner = await Played();
        await using var server = whileServing ? await Serving.Start(_pix.Data) : null;
        var file = _pix.Beside("export.json");

        Assert.Matches($"^exported 1 person: 1 stream, [0-9]+ events, to {file}$", (await _pix.Run("export", "--learner", learner.ToString(), "--to", file)).Ok());

        using var dossier = JsonDocument.Parse(File.ReadAllText(file));
        var person = dossier.RootElement.GetProperty("person").GetString()!;
        Assert.Equal(Name, dossier.RootElement.GetProperty("identity").GetProperty("firstName").GetString());
        var stream = dossier.RootElement.GetProperty("streams").EnumerateArray().Single();
        var registered = stream.GetProperty("events")[0];
        Assert.Equal("LearnerRegistered.v1", registered.GetProperty("type").GetString());
        Assert.Equal(Name, registered.GetProperty("data").GetProperty("name").GetProperty("first").GetString());
        Assert.Equal(16, stream.GetProperty("profile").GetProperty("competences").GetArrayLength());
        Assert.DoesNotContain("\"sealed\"", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Equal(person, JsonDocument.Parse((await _pix.Run("export", "--person", person)).Output).RootElement.GetProperty("person").GetString());
        (await _pix.Run("export", "--learner", Nobody.ToString())).Failed(1, $"no learner {Nobody}");
        (await _pix.Run("export", "--person", Nobody.ToString())).Failed(1, $"no person {Nobody}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Erase_removes_the_name_from_every_file_and_keeps_the_history(bool whileServing)
    {
        var learner = await Played();
        await using (var server = whileServing ? await Serving.Start(_pix.Data) : null)
        {
            // One generation is read and one kept: both hold the name, whichever other read models do.
            (await _pix.Run("rebuild", "--projection", "people")).Ok();
            Assert.Equal(2, Names.FilesWith(Name, _pix.Data.Path).Select(file => Path.GetFileName(file.Split("-wal")[0])).Distinct().Count(file => file.StartsWith("people.", StringComparison.Ordinal)));

            Assert.Matches(
                "^erased 1 person: 1 stream, [0-9]+ events keep the score history, key destroyed, name removed from [0-9]+ read-model files$",
                (await _pix.Run("erase", "--learner", learner.ToString())).Ok());
            Assert.Empty(Names.FilesWith(Name, _pix.Data.Path));
            Assert.StartsWith(
                "erased 0 persons, this one was erased before", (await _pix.Run("erase", "--learner", learner.ToString())).Ok(), StringComparison.Ordinal);
            (await _pix.Run("erase", "--person", Nobody.ToString())).Failed(1, $"no person {Nobody}");
        }

        (await _pix.Run("verify")).Ok();
        Assert.Contains("PersonErased.v1", (await _pix.Run("history", "--learner", learner.ToString())).Output, StringComparison.Ordinal);
        var export = await _pix.Run("export", "--learner", learner.ToString());
        Assert.DoesNotContain(Name, export.Output, StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(export.Output).RootElement.GetProperty("identity").GetProperty("erased").GetBoolean());
        (await _pix.Run("rebuild")).Ok();
        Assert.Empty(Names.FilesWith(Name, _pix.Data.Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_erasure_killed_half_way_is_finished_at_the_next_start(bool killedAfterTheKeyWentBeforeReadModelsForgot)
    {
        var learner = await Played();
        (await _pix.Run("rebuild", "--projection", "people")).Ok();
        var person = await AppendErasureOnly(learner, killedAfterTheKeyWentBeforeReadModelsForgot);
        Assert.NotEmpty(Names.FilesWith(Name, _pix.Data.Path));

        await using (var server = await Serving.Start(_pix.Data)) Assert.Empty(Names.FilesWith(Name, _pix.Data.Path));

        Assert.Empty(Names.FilesWith(Name, _pix.Data.Path));
        using var keys = SqlitePersonKeys.Open(_pix.Data.Keys, MasterKey.LoadOrCreate(_pix.Data.MasterKey));
        Assert.Equal(KeyState.Destroyed, keys.Find(person).State);
    }

    private async Task<LearnerId> Played()
    {
        await using var server = await Serving.Start(_pix.Data);
        var learner = await server.Register(Name, "Vasseur");
        await server.Skip(learner, 2);
        return learner;
    }

    // What is on disk when the process dies right after the first step, or after the second.
    private async Task<PersonId> AppendErasureOnly(LearnerId learner, bool destroyKey)
    {
        using var keys = SqlitePersonKeys.Open(_pix.Data.Keys, MasterKey.LoadOrCreate(_pix.Data.MasterKey));
        await using var store = SqliteEventStore.Open(_pix.Data.Log, SqliteEventStoreOptions.Default);
        var learners = new Aggregates<Learner, LearnerEvent>(
            store, new EventCodec(EventTypes.Pix, keys, PersonalSealing.RandomNonces), TimeProvider.System);
        var id = Guid.NewGuid();
        var decided = await learners.Decide(
            Streams.Learner(learner), new Command(id, string.Empty, Actor.System, id), (state, now) => state.Erase(now), CancellationToken.None);
        var person = decided.Events.OfType<PersonErased>().Single().Person;
        if (destroyKey) await keys.Destroy(person, CancellationToken.None);
        return person;
    }
}
