using System.Text.Json.Serialization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>The JSON of a release folder: strict, so that a misspelt field is told.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(TubeIdConverter),
        typeof(SkillIdConverter),
        typeof(ChallengeIdConverter),
        typeof(TutorialIdConverter),
        typeof(CamelCaseEnumConverter<ChallengeType>),
        typeof(CamelCaseEnumConverter<ChallengeStatus>),
    ])]
[JsonSerializable(typeof(ReleaseFile))]
[JsonSerializable(typeof(CompetenceFile))]
public sealed partial class ReleaseFolderJson : JsonSerializerContext;
