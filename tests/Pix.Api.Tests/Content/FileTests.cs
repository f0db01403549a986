using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Xunit;

namespace Pix.Api.Tests.ContentChecks;

public sealed partial class FileTests
{
    private const int MaximumBytes = 256 * 1024;
    private const int ShortestBeginning = 10;

    private static readonly HashSet<string> WithoutMediaType = [".bin", ".dat"];

    [Fact]
    public void Every_file_that_a_challenge_names_exists()
    {
        var files = SampleContent.FileNames.ToHashSet();
        SampleContent.AssertNone(
            from challenge in SampleContent.Challenges
            from name in challenge.Illustration is { } picture ? challenge.Attachments.Append(picture.File) : challenge.Attachments
            where !files.Contains(name)
            select $"{challenge.Id}: files/{name} does not exist");
    }

    [Fact]
    public void Every_file_is_used()
    {
        var used = SampleContent.Competences.SelectMany(ReleaseContentCheck.FilesOf).ToHashSet();
        SampleContent.AssertNone(SampleContent.FileNames.Where(name => !used.Contains(name)).Select(name => $"files/{name}: no challenge has it"));
    }

    [Fact]
    public void Every_file_is_small() =>
        SampleContent.AssertNone(
            from name in SampleContent.FileNames
            let size = new FileInfo(Path.Combine(SampleContent.Folder, "files", name)).Length
            where size is 0 or >= MaximumBytes
            select $"files/{name}: has {size} bytes");

    [Fact]
    public void No_two_files_are_the_same() =>
        SampleContent.AssertNone(SampleContent.FileNames
            .GroupBy(name => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(SampleContent.Folder, "files", name)))))
            .Where(same => same.Count() > 1)
            .Select(same => $"files/{string.Join(", ", same)}: have the same bytes"));

    [Fact]
    public void Every_file_has_a_media_type() =>
        SampleContent.AssertNone(
            from file in SampleContent.Draft.Attachments
            where file.MediaType == "application/octet-stream" && !WithoutMediaType.Contains(Path.GetExtension(file.Name))
            select $"files/{file.Name}: has no media type");

    [Fact]
    public void The_maker_of_every_file_stands_beside_it()
    {
        var makers = string.Join('\n', SampleContent.Makers.Select(File.ReadAllText));
        var beginnings = TextsOf(makers).Where(text => text.Length >= ShortestBeginning).ToList();
        SampleContent.AssertNone(SampleContent.FileNames
            .Where(name => !makers.Contains(name, StringComparison.Ordinal) && !beginnings.Exists(text => name.StartsWith(text, StringComparison.Ordinal)))
            .Select(name => $"files/{name}: no make_*.py names it"));
    }

    [Fact]
    public void Every_competence_has_its_maker()
    {
        // The first competence's maker is the one that README.md names.
        var makers = SampleContent.Makers.Select(maker => Path.GetFileName(maker)).ToHashSet();
        SampleContent.AssertNone(
            from competence in SampleContent.Competences
            let maker = competence.Code.Value == "1.1" ? "make_files.py" : $"make_{competence.Code.Value.Replace('.', '_')}.py"
            where ReleaseContentCheck.FilesOf(competence).Any() && !makers.Contains(maker)
            select $"{competence.Code}: files/{maker} does not exist");
    }

    /// <summary>What a script quotes, up to where a loop fills it in: <c>equip-module-</c> names all modules.</summary>
    private static IEnumerable<string> TextsOf(string script) => Quoted().Matches(script).Select(text => text.Groups[1].Value);

    [GeneratedRegex("\"([^\"{\\n]*)[\"{]")]
    private static partial Regex Quoted();
}
