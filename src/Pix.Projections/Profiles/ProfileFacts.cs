using System.Buffers;
using System.Text.Json;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>
/// The facts of a <see cref="Profile"/> as the text that people query: one member per competence that has something to say,
/// <c>{"1.1":{"status":"completed","units":5765760,"latest":"2026-01-05T09:00:00Z","failures":[["2026-01-05T09:00:00Z",2]]}}</c>, by code.
/// Units are those of <see cref="PixAmount"/>; failures are instants, each with the number of skills.
/// </summary>
internal static class ProfileFacts
{
    private static readonly JsonEncodedText StatusName = JsonEncodedText.Encode("status");
    private static readonly JsonEncodedText UnitsName = JsonEncodedText.Encode("units");
    private static readonly JsonEncodedText LatestName = JsonEncodedText.Encode("latest");
    private static readonly JsonEncodedText FailuresName = JsonEncodedText.Encode("failures");
    private static readonly JsonEncodedText[] Statuses =
        [JsonEncodedText.Encode("notStarted"), JsonEncodedText.Encode("started"), JsonEncodedText.Encode("completed")];

    public static ReadOnlySpan<byte> Write(Profile profile, ArrayBufferWriter<byte> buffer, Utf8JsonWriter json)
    {
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        foreach (var competence in profile.Competences.Where(HasSomethingToSay)) Write(competence, json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan;
    }

    /// <summary>The profile under the referential that the facts were folded under: every competence that it declares.</summary>
    public static Profile Read(ReadOnlySpan<byte> facts, Referential referential)
    {
        var competences = new ProfileCompetence[referential.Competences.Count];
        var index = 0;
        var json = new Utf8JsonReader(facts);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            // Both are ordered by code.
            while (!json.ValueTextEquals(referential.Competences[index].Code.Value)) competences[index] = Nothing(referential, index++);
            competences[index] = ReadCompetence(referential.Competences[index++].Code, ref json);
        }

        while (index < competences.Length) competences[index] = Nothing(referential, index++);
        return new Profile(competences);
    }

    private static bool HasSomethingToSay(ProfileCompetence competence) =>
        competence.Status != ScorecardStatus.NotStarted || competence.LatestAnswerAt is not null;

    private static ProfileCompetence Nothing(Referential referential, int index) =>
        new(referential.Competences[index].Code, ScorecardStatus.NotStarted, PixAmount.Zero, null, []);

    private static void Write(ProfileCompetence competence, Utf8JsonWriter json)
    {
        json.WriteStartObject(competence.Code.Value);
        json.WriteString(StatusName, Statuses[(int)competence.Status]);
        if (competence.Total.Units > 0) json.WriteNumber(UnitsName, competence.Total.Units);
        if (competence.LatestAnswerAt is { } latest) json.WriteString(LatestName, latest.UtcDateTime);
        if (competence.FailuresAt.Count > 0)
        {
            json.WriteStartArray(FailuresName);
            foreach (var (at, count) in competence.FailuresAt.CountBy(at => at.UtcDateTime))
            {
                json.WriteStartArray();
                json.WriteStringValue(at);
                json.WriteNumberValue(count);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static ProfileCompetence ReadCompetence(CompetenceCode code, ref Utf8JsonReader json)
    {
        var status = ScorecardStatus.NotStarted;
        var total = PixAmount.Zero;
        DateTimeOffset? latest = null;
        IReadOnlyList<DateTimeOffset> failures = [];
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals(StatusName.EncodedUtf8Bytes)) status = ReadStatus(ref json);
            else if (json.ValueTextEquals(UnitsName.EncodedUtf8Bytes) && json.Read()) total = new PixAmount(json.GetInt64());
            else if (json.ValueTextEquals(LatestName.EncodedUtf8Bytes) && json.Read()) latest = json.GetDateTimeOffset();
            else if (json.ValueTextEquals(FailuresName.EncodedUtf8Bytes)) failures = ReadFailures(ref json);
            else json.Skip();
        }

        return new ProfileCompetence(code, status, total, latest, failures);
    }

    private static ScorecardStatus ReadStatus(ref Utf8JsonReader json)
    {
        json.Read();
        for (var status = 0; status < Statuses.Length; status++)
        {
            if (json.ValueTextEquals(Statuses[status].EncodedUtf8Bytes)) return (ScorecardStatus)status;
        }

        throw new JsonException($"No status of a competence: {json.GetString()}.");
    }

    private static List<DateTimeOffset> ReadFailures(ref Utf8JsonReader json)
    {
        var failures = new List<DateTimeOffset>();
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            json.Read();
            var at = json.GetDateTimeOffset();
            json.Read();
            for (var left = json.GetInt32(); left > 0; left--) failures.Add(at);
            json.Read();
        }

        return failures;
    }
}
