using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>
/// Reads a release from its folder (the format is in <c>samples/referential/README.md</c>), whole or not at all: throws
/// <see cref="ReleaseFolderException"/> with every file, place and reason that is wrong.
/// </summary>
public static class ReleaseFolder
{
    private const int MaximumCompetenceBytes = 900 * 1024;
    private const int MaximumAttachmentBytes = 256 * 1024;

    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".bin"] = "application/octet-stream",
        [".css"] = "text/css",
        [".csv"] = "text/csv",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".eml"] = "message/rfc822",
        [".epub"] = "application/epub+zip",
        [".fodt"] = "application/vnd.oasis.opendocument.text-flat-xml",
        [".gif"] = "image/gif",
        [".html"] = "text/html",
        [".ics"] = "text/calendar",
        [".jpg"] = "image/jpeg",
        [".json"] = "application/json",
        [".log"] = "text/plain",
        [".md"] = "text/markdown",
        [".odg"] = "application/vnd.oasis.opendocument.graphics",
        [".odp"] = "application/vnd.oasis.opendocument.presentation",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ora"] = "image/openraster",
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".py"] = "text/x-python",
        [".sql"] = "application/sql",
        [".srt"] = "application/x-subrip",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain",
        [".vcf"] = "text/vcard",
        [".wav"] = "audio/wav",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".xml"] = "application/xml",
        [".zip"] = "application/zip",
    };

    /// <summary>Reads and checks the folder.</summary>
    public static ReleaseDraft Read(string folder)
    {
        var faults = new List<string>();
        if (Parse(folder, "referential.json", ReleaseFolderJson.Default.ReleaseFile, faults) is not { } release) throw new ReleaseFolderException(faults);

        var competences = release.Competences.Select(declared => ReadCompetence(folder, declared, faults)).OfType<Competence>().ToList();
        faults.AddRange(ReleaseContentCheck.FaultsOf(release, competences));
        var attachments = ReadAttachments(folder, competences, faults);
        var hashed = competences.Select(competence => Hash(competence, faults)).ToList();
        if (faults.Count > 0) throw new ReleaseFolderException(faults);
        return new ReleaseDraft(
            new ReferentialVersion(release.Version),
            release.Areas,
            hashed,
            attachments,
            [.. release.WithdrawnChallenges.Select(id => new ChallengeId(id))],
            [.. release.MovedSkills.Select(move => new SkillMove(new SkillId(move.From), new SkillId(move.To)))]);
    }

    private static Competence? ReadCompetence(string folder, DeclaredCompetence declared, List<string> faults)
    {
        var code = new CompetenceCode(declared.Code);
        if (declared.File is null) return new Competence(code, declared.Name, declared.Description, [], []);
        if (Parse(folder, declared.File, ReleaseFolderJson.Default.CompetenceFile, faults) is not { } content) return null;
        if (content.Competence != declared.Code) faults.Add($"{declared.File}: competence: is {content.Competence}, but {declared.Code} is declared");
        return new Competence(code, declared.Name, declared.Description, content.Tubes, content.Tutorials);
    }

    private static List<ReleasedFile> ReadAttachments(
        string folder,
        IEnumerable<Competence> competences,
        List<string> faults)
    {
        var attachments = new List<ReleasedFile>();
        foreach (var name in competences.SelectMany(ReleaseContentCheck.FilesOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, "files", name);
            if (Path.GetFileName(name) != name || !File.Exists(path)) faults.Add($"files/{name}: does not exist");
            else if (new FileInfo(path).Length >= MaximumAttachmentBytes) faults.Add($"files/{name}: has {MaximumAttachmentBytes / 1024} KiB or more");
            else if (!MediaTypes.TryGetValue(Path.GetExtension(name), out var mediaType))
                attachments.Add(Attachment(name, "application/octet-stream", path));
            else attachments.Add(Attachment(name, mediaType, path));
        }

        return attachments;
    }

    private static ReleasedFile Attachment(string name, string mediaType, string path)
    {
        var bytes = File.ReadAllBytes(path);
        return new ReleasedFile(Convert.ToHexStringLower(SHA256.HashData(bytes)), name, mediaType, bytes);
    }

    private static (string Sha256, Competence Competence) Hash(Competence competence, List<string> faults)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(competence, StoredEventsJson.TypeOf<Competence>());
        if (bytes.Length > MaximumCompetenceBytes) faults.Add($"competence {competence.Code}: has more than {MaximumCompetenceBytes / 1024} KiB");
        return (Convert.ToHexStringLower(SHA256.HashData(bytes)), competence);
    }

    private static T? Parse<T>(string folder, string file, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, List<string> faults)
        where T : class
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, file));
            using var json = JsonDocument.Parse(bytes);
            var nulls = NullsInLists(json.RootElement, "$").ToList();
            faults.AddRange(nulls.Select(place => $"{file}: {place}: is null"));
            var parsed = JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("is null");
            return nulls.Count == 0 ? parsed : null;
        }
        catch (JsonException malformed)
        {
            faults.Add($"{file}: {malformed.Path ?? "$"}, line {malformed.LineNumber + 1}: {malformed.Message.Split(" Path:")[0]}");
        }
        catch (IOException missing)
        {
            faults.Add($"{file}: {missing.Message}");
        }

        return null;
    }

    // The serializer takes a null in a list for one of its items.
    private static IEnumerable<string> NullsInLists(JsonElement json, string place) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, index) =>
            item.ValueKind == JsonValueKind.Null ? [$"{place}[{index}]"] : NullsInLists(item, $"{place}[{index}]")),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => NullsInLists(member.Value, $"{place}.{member.Name}")),
        _ => [],
    };
}

/// <summary>A release folder is malformed: nothing of it is released.</summary>
public sealed class ReleaseFolderException(IReadOnlyList<string> faults)
    : Exception($"The release is refused, {faults.Count} fault{(faults.Count == 1 ? string.Empty : "s")}:\n{string.Join('\n', faults)}")
{
    /// <summary>File, place and reason of each.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}

/// <summary><c>referential.json</c>.</summary>
public sealed record ReleaseFile(
    int Version,
    string Framework,
    IReadOnlyList<Area> Areas,
    IReadOnlyList<DeclaredCompetence> Competences,
    IReadOnlyList<string> WithdrawnChallenges,
    IReadOnlyList<DeclaredMove> MovedSkills)
{
    /// <summary>For editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }
}

/// <summary>A competence of the framework; without a file it has no content yet.</summary>
public sealed record DeclaredCompetence(string Code, string Name, string Description, string? File = null);

/// <summary>A skill that goes on under another id.</summary>
public sealed record DeclaredMove(string From, string To);

/// <summary>A competence's file.</summary>
public sealed record CompetenceFile(string Competence, IReadOnlyList<Tube> Tubes, IReadOnlyList<Tutorial> Tutorials)
{
    /// <summary>For editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }
}
