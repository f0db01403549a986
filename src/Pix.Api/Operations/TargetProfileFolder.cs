using System.Text.Json;
using System.Text.Json.Serialization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>
/// Reads the target profiles of a folder (the format is in <c>samples/target-profiles/README.md</c>), all or none: throws
/// <see cref="TargetProfileFolderException"/> with every file, place and reason that is wrong.
/// </summary>
public static class TargetProfileFolder
{
    /// <summary>Reads and checks every <c>*.json</c> of the folder, in the order of their names.</summary>
    public static IReadOnlyList<TargetProfile> Read(string folder, Referential referential)
    {
        var faults = new List<string>();
        var profiles = new List<TargetProfile>();
        foreach (var file in Files(folder, faults))
        {
            var name = Path.GetFileName(file);
            if (Parse(file, faults) is not { } profile) continue;
            profiles.Add(profile);
            if ($"{profile.Id}.json" != name) faults.Add($"{name}: id: is {profile.Id}, which is not the file's name");
            faults.AddRange(TargetProfileCheck.FaultsOf(profile, referential).Select(fault => $"{name}: {fault}"));
        }

        faults.AddRange(profiles.CountBy(profile => profile.Name).Where(name => name.Value > 1).Select(name => $"name: {name.Key} is given {name.Value} times"));
        if (faults.Count > 0) throw new TargetProfileFolderException(faults);
        return profiles;
    }

    private static List<string> Files(string folder, List<string> faults)
    {
        if (Directory.Exists(folder)) return [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        faults.Add($"{folder}: does not exist");
        return [];
    }

    private static TargetProfile? Parse(string file, List<string> faults)
    {
        var name = Path.GetFileName(file);
        try
        {
            var read = JsonSerializer.Deserialize(File.ReadAllBytes(file), TargetProfileJson.Default.TargetProfileFile);
            if ((read ?? throw new JsonException("is null")).StageFaults().ToList() is not { Count: > 0 } unclear) return read.Profile;
            faults.AddRange(unclear.Select(fault => $"{name}: {fault}"));
        }
        catch (JsonException malformed)
        {
            faults.Add($"{name}: {malformed.Path ?? "$"}, line {malformed.LineNumber + 1}: {malformed.Message.Split(" Path:")[0]}");
        }
        catch (IOException unreadable)
        {
            faults.Add($"{name}: {unreadable.Message}");
        }

        return null;
    }
}

/// <summary>A folder of target profiles is malformed: none of it is taken.</summary>
public sealed class TargetProfileFolderException(IReadOnlyList<string> faults)
    : Exception($"The target profiles are refused, {faults.Count} fault{(faults.Count == 1 ? string.Empty : "s")}:\n{string.Join('\n', faults)}")
{
    /// <summary>File, place and reason of each.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}

/// <summary>A profile's file.</summary>
public sealed record TargetProfileFile(
    string Id,
    string Name,
    string Description,
    int DurationMinutes,
    IReadOnlyList<CappedTube> Tubes,
    bool AllowsReset = false,
    IReadOnlyList<TargetStageFile>? Stages = null,
    IReadOnlyList<TargetBadge>? Badges = null)
{
    /// <summary>For editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>What it says, once no stage is unclear.</summary>
    [JsonIgnore]
    public TargetProfile Profile => new(Id, Name, Description, DurationMinutes, Tubes)
    {
        AllowsReset = AllowsReset ? true : null,
        Stages = [.. (Stages ?? []).Select(stage => stage.Stage)],
        Badges = Badges ?? [],
    };

    /// <summary>The stages of which nobody can say when they are reached.</summary>
    public IEnumerable<string> StageFaults() =>
        (Stages ?? []).Where(stage => !stage.IsClear).Select(stage => $"stages: {stage.Title}: give one of threshold, level and firstSkill");
}

/// <summary>A stage in a file: reached from a threshold in whole percent, from a level, or with the first skill (Rule 7.12).</summary>
public sealed record TargetStageFile(string Title, string Message, int? Threshold = null, int? Level = null, bool FirstSkill = false)
{
    /// <summary>Just one of the three is given.</summary>
    [JsonIgnore]
    public bool IsClear => (Threshold is null ? 0 : 1) + (Level is null ? 0 : 1) + (FirstSkill ? 1 : 0) == 1;

    /// <summary>What it says, once it is clear.</summary>
    [JsonIgnore]
    public TargetStage Stage => Threshold is { } threshold
        ? new TargetStage(threshold, Title, Message)
        : new TargetStage(0, Title, Message) { Level = Level, IsFirstSkill = FirstSkill ? true : null };
}

/// <summary>The JSON of a target profile: strict, so that a misspelt field is told.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(TubeIdConverter)])]
[JsonSerializable(typeof(TargetProfileFile))]
public sealed partial class TargetProfileJson : JsonSerializerContext;
