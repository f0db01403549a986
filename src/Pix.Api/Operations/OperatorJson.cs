using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pix.Api;

/// <summary>A line of the operator socket's answer: how far it is, or, in the last one, how it ended.</summary>
public sealed record OperatorLine(OperationProgress? Progress, OperationResult? Result);

/// <summary>The JSON between a verb and the owner.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(OperatorLine))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(StatusReport))]
[JsonSerializable(typeof(IReadOnlyList<PlannedRebuild>))]
public sealed partial class OperatorJson : JsonSerializerContext;
