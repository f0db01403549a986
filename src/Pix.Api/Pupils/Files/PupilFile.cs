using System.IO.Compression;
using Pix.Domain;

namespace Pix.Api;

/// <summary>A file of pupils as it was received, and what it is by the name that it was sent under.</summary>
internal sealed record PupilFile(FileStream Content, string Name)
{
    // A zip says what it holds in a list that is read whole.
    private const long LargestZip = 32 * 1024 * 1024;

    /// <summary>XML and zip are SIECLE's; throws what is refused for any other extension (Rule 10.1).</summary>
    public PupilFileFormat Format => Path.GetExtension(Name).ToUpperInvariant() switch
    {
        ".XML" or ".ZIP" => PupilFileFormat.Siecle,
        ".CSV" => PupilFileFormat.Csv,
        _ => throw new RefusedException(Refusal.PupilFileExtension),
    };

    /// <summary>The pupils to import, and how many are not; throws what is refused, all the faults together.</summary>
    public PupilList Read(OrganisationFacts school, long maximumBytes)
    {
        var format = Format;
        using var content = Open(maximumBytes);
        try
        {
            return format == PupilFileFormat.Csv ? PupilList.OfCsv(content) : PupilList.Of(SiecleReader.Read(content, school.ExternalId));
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(Refusal.PupilFileInvalid(null));
        }
    }

    private LimitedStream Open(long maximumBytes)
    {
        Content.Position = 0;
        try
        {
            return new LimitedStream(Path.GetExtension(Name).Equals(".zip", StringComparison.OrdinalIgnoreCase) ? Unpack(Content) : Content, maximumBytes);
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(Refusal.PupilFileInvalid(null));
        }
    }

    // Exactly one XML; folders, hidden files and what macOS adds do not count (Rule 10.1).
    private static Stream Unpack(FileStream file)
    {
        if (file.Length > LargestZip) throw new RefusedException(Refusal.PupilFileTooLarge(LargestZip));
        var entries = new ZipArchive(file, ZipArchiveMode.Read).Entries.Where(IsVisible).Take(2).ToList();
        return entries is [var only] && only.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            ? only.Open()
            : throw new RefusedException(Refusal.PupilFileInvalid(null));
    }

    private static bool IsVisible(ZipArchiveEntry entry) =>
        entry.Name.Length > 0 && !entry.FullName.Split('/', '\\').Any(part => part.StartsWith('.') || part == "__MACOSX");
}
