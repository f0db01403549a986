using System.Buffers;
using System.Text.Json;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>
/// What participants sent about one topic of a campaign's target, in whole-number counts: per skill how many stand how, and per set of
/// validated skills how many validated exactly that set. A set says all that the score of a participant depends on (Rule 8.3), so that a mean
/// over any number of participants is exact and a replaced sending subtracts exactly.
/// </summary>
/// <param name="tube">The topic.</param>
/// <param name="places">Its skills, as places in the campaign's target.</param>
public sealed class TopicTally(TubeId tube, IReadOnlyList<int> places)
{
    private const char IsValidated = '1';
    private const char IsNot = '0';
    private static readonly int Kinds = Enum.GetValues<SkillResult>().Length;

    private readonly long[] _skills = new long[places.Count * Kinds];
    private readonly SortedDictionary<string, long> _sets = new(StringComparer.Ordinal);

    /// <summary>The topic.</summary>
    public TubeId Tube => tube;

    /// <summary>Its skills, as places in the campaign's target.</summary>
    public IReadOnlyList<int> Places => places;

    /// <summary>
    /// How many participants validated exactly which of its skills: one character per skill in order, <c>1</c> validated, <c>0</c> not.
    /// </summary>
    public IReadOnlyDictionary<string, long> Sets => _sets;

    /// <summary>The topics of a target, in the order in which it names them, with nothing counted.</summary>
    public static IReadOnlyList<TopicTally> Of(FrozenTarget target) =>
    [
        .. target.Skills
            .Select((skill, place) => (skill.Tube, Place: place))
            .GroupBy(skill => skill.Tube, skill => skill.Place)
            .Select(topic => new TopicTally(topic.Key, [.. topic])),
    ];

    /// <summary>Which of a topic's skills are validated in what was sent, as <see cref="Sets"/> says it.</summary>
    public static string SetIn(SkillResults results, IReadOnlyList<int> places) => string.Create(places.Count, (results, places), static (set, asked) =>
    {
        for (var skill = 0; skill < set.Length; skill++) set[skill] = asked.results.IsValidated(asked.places[skill]) ? IsValidated : IsNot;
    });

    /// <summary>Whether a skill, by its place in the topic, is in a set.</summary>
    public static bool Includes(string set, int skill) => set[skill] == IsValidated;

    /// <summary>How many results of all participants stand so, over the topic's skills.</summary>
    public long Count(SkillResult result)
    {
        var count = 0L;
        for (var skill = 0; skill < places.Count; skill++) count += Count(skill, result);
        return count;
    }

    /// <summary>How many participants' results stand so, of one skill, by its place in the topic.</summary>
    public long Count(int skill, SkillResult result) => _skills[(skill * Kinds) + (int)result];

    /// <summary>Counts what a participant sent.</summary>
    public void Add(SkillResults results) => Change(results, 1);

    /// <summary>Takes back what was counted when it was sent: another sending replaces it.</summary>
    public void Remove(SkillResults results) => Change(results, -1);

    internal ReadOnlySpan<byte> Write(ArrayBufferWriter<byte> buffer, Utf8JsonWriter json)
    {
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteStartArray("skills");
        foreach (var count in _skills) json.WriteNumberValue(count);
        json.WriteEndArray();
        json.WriteStartObject("sets");
        foreach (var (set, count) in _sets) json.WriteNumber(set, count);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan;
    }

    /// <summary>Reads what <see cref="Write"/> wrote: <c>{"skills":[0,1,0,0,0],"sets":{"1":1}}</c>.</summary>
    internal void Read(ReadOnlySpan<byte> counts)
    {
        var json = new Utf8JsonReader(counts);
        for (var token = 0; token < 3; token++) json.Read();
        for (var index = 0; json.Read() && json.TokenType == JsonTokenType.Number; index++) _skills[index] = json.GetInt64();
        json.Read();
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var set = json.GetString()!;
            json.Read();
            _sets[set] = json.GetInt64();
        }
    }

    private void Change(SkillResults results, long by)
    {
        for (var skill = 0; skill < places.Count; skill++) _skills[(skill * Kinds) + (int)results[places[skill]]] += by;
        var set = SetIn(results, places);
        var count = _sets.GetValueOrDefault(set) + by;
        if (count == 0) _sets.Remove(set);
        else _sets[set] = count;
    }
}
