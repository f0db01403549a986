using System.Runtime.CompilerServices;
using Pix.Domain;
using Xunit;

namespace Pix.Api.Tests.ContentChecks;

/// <summary>The release in <c>samples/referential</c>, read once, and what tests say of it.</summary>
internal static class SampleContent
{
    public static string Folder { get; } = Path.Combine(Samples(), "referential");

    public static string TargetProfiles { get; } = Path.Combine(Samples(), "target-profiles");

    /// <summary>Where requests to try lie: <c>*.http</c>.</summary>
    public static string Requests { get; } = Samples();

    private static readonly Lazy<ReleaseDraft> Read = new(() => ReleaseFolder.Read(Folder));

    public static ReleaseDraft Draft => Read.Value;

    public static IEnumerable<Competence> Competences => Draft.Competences.Select(one => one.Competence);

    public static IEnumerable<Tube> Tubes => Competences.SelectMany(competence => competence.Tubes);

    public static IEnumerable<Skill> Skills => Tubes.SelectMany(tube => tube.Skills);

    public static IEnumerable<Challenge> Challenges => Skills.SelectMany(skill => skill.Challenges);

    public static IEnumerable<string> FileNames => Directory.GetFiles(Path.Combine(Folder, "files"))
        .Select(file => Path.GetFileName(file))
        .Where(name => !IsMaker(name))
        .Order(StringComparer.Ordinal);

    public static IEnumerable<string> Makers => Directory.GetFiles(Path.Combine(Folder, "files"), "make_*.py");

    /// <summary>Every text that people read, and where it stands.</summary>
    public static IEnumerable<PlacedText> Prose =>
        Competences.SelectMany(competence => ContentProse.Of(competence).Select(text => text with { Place = $"{competence.Code} {text.Place}" }));

    /// <summary>What the release is once written.</summary>
    public static Referential Referential() =>
        new(Draft.Version, Draft.Areas, [.. Competences], Draft.Withdrawn, Draft.Moves);

    /// <summary>Every fault is listed, so that one run tells all that is to be mended.</summary>
    public static void AssertNone(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        if (all.Count > 0) Assert.Fail($"{all.Count} fault{(all.Count == 1 ? string.Empty : "s")}:\n{string.Join('\n', all)}");
    }

    private static bool IsMaker(string name) =>
        name.StartsWith("make_", StringComparison.Ordinal) && name.EndsWith(".py", StringComparison.Ordinal);

    private static string Samples([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "samples"));
}

/// <summary>A text and where it stands.</summary>
internal sealed record PlacedText(string Place, string Text);
