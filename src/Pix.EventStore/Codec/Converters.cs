using System.Text.Json;
using System.Text.Json.Serialization;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>An id that is a text.</summary>
public abstract class TextConverter<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
    where T : struct
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        read(reader.GetString() ?? throw new JsonException($"{typeof(T).Name} is null."));

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
}

internal sealed class CompetenceCodeConverter() : TextConverter<CompetenceCode>(text => new(text), code => code.Value);

/// <summary>The id as a text.</summary>
public sealed class TubeIdConverter() : TextConverter<TubeId>(text => new(text), id => id.Value);

/// <summary>The id as a text.</summary>
public sealed class SkillIdConverter() : TextConverter<SkillId>(text => new(text), id => id.Value);

/// <summary>The id as a text.</summary>
public sealed class ChallengeIdConverter() : TextConverter<ChallengeId>(text => new(text), id => id.Value);

/// <summary>The id as a text.</summary>
public sealed class TutorialIdConverter() : TextConverter<TutorialId>(text => new(text), id => id.Value);

internal sealed class PersonIdConverter() : TextConverter<PersonId>(text => new(Guid.Parse(text)), id => id.ToString());

internal sealed class LearnerIdConverter() : TextConverter<LearnerId>(text => new(Guid.Parse(text)), id => id.ToString());

internal sealed class OrganisationIdConverter() : TextConverter<OrganisationId>(text => new(Guid.Parse(text)), id => id.ToString());

internal sealed class PupilIdConverter() : TextConverter<PupilId>(text => new(Guid.Parse(text)), id => id.ToString());

internal sealed class SessionIdConverter : JsonConverter<SessionId>
{
    public override SessionId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, SessionId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}

internal sealed class CandidateIdConverter() : TextConverter<CandidateId>(text => new(Guid.Parse(text)), id => id.ToString());

internal sealed class CertificationIdConverter() : TextConverter<CertificationId>(text => new(Guid.Parse(text)), id => id.ToString());

internal sealed class ImportIdConverter() : TextConverter<ImportId>(text => new(Guid.Parse(text)), id => id.ToString());

internal sealed class MemberIdConverter() : TextConverter<MemberId>(text => new(Guid.Parse(text)), id => id.ToString());

internal sealed class ReferentialVersionConverter : JsonConverter<ReferentialVersion>
{
    public override ReferentialVersion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, ReferentialVersion value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}

internal sealed class CampaignIdConverter() : TextConverter<CampaignId>(text => new(Guid.Parse(text)), id => id.ToString());

internal sealed class CampaignCodeConverter() : TextConverter<CampaignCode>(text => new(text), code => code.Value);

internal sealed class SkillResultsConverter() : TextConverter<SkillResults>(text => new(text), results => results.Value);

/// <summary>The exact units of an amount of pix.</summary>
internal sealed class PixAmountConverter : JsonConverter<PixAmount>
{
    public override PixAmount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, PixAmount value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Units);
}

/// <summary>An enumeration as a camelCase text.</summary>
public sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
