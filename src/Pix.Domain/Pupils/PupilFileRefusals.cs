using System.Globalization;

namespace Pix.Domain;

/// <summary>Why a file of pupils is not taken (Rules 10.1, 10.2); each with the platform's own code.</summary>
public sealed partial record Refusal
{
    /// <summary>Neither XML, nor zip, nor CSV.</summary>
    public static Refusal PupilFileExtension { get; } =
        OfFile("INVALID_FILE_EXTENSION", "Un fichier .xml, .zip ou .csv est attendu.");

    /// <summary>Nobody to import.</summary>
    public static Refusal PupilFileEmpty { get; } =
        OfFile("EMPTY", "Le fichier ne contient aucun élève à importer : présent, avec un INE et une classe.");

    /// <summary>Another school's.</summary>
    public static Refusal UaiMismatched { get; } =
        OfFile("UAI_MISMATCHED", "L’UAI du fichier n’est pas celui de cet établissement.");

    /// <summary>Not readable; the line where reading stopped, when there is one.</summary>
    public static Refusal PupilFileInvalid(int? line)
    {
        var refusal = OfFile("INVALID_FILE", "Le fichier est illisible : envoyez celui que SIECLE a exporté, tel quel.");
        return line is { } at ? refusal.With("line", at) : refusal;
    }

    /// <summary>An encoding that is not known here.</summary>
    public static Refusal PupilFileEncoding(string name) =>
        OfFile("ENCODING_NOT_SUPPORTED", $"L’encodage « {name} » n’est pas pris en charge.").With("encoding", name);

    /// <summary>More bytes than allowed, once unpacked.</summary>
    public static Refusal PupilFileTooLarge(long maximumBytes) => OfFile(
        "FILE_TOO_LARGE",
        string.Create(CultureInfo.InvariantCulture, $"Le fichier dépasse {maximumBytes / (1024 * 1024)} Mio une fois décompressé."))
        .With("maximum_bytes", maximumBytes);

    /// <summary>More pupils than any school has.</summary>
    public static Refusal PupilFileTooMany(int maximum) =>
        OfFile("TOO_MANY_PUPILS", $"Le fichier contient plus de {maximum} élèves.").With("maximum", maximum);

    /// <summary>Some pupils are wrong: nobody is imported (Rule 10.5).</summary>
    public static Refusal PupilFileFaulty(int count) => new Refusal(
        RefusalKind.Invalid,
        "pupil_file_faulty",
        count == 1
            ? "Une erreur est à corriger dans le fichier : personne n’a été importé."
            : $"{count} erreurs sont à corriger dans le fichier : personne n’a été importé.").With("count", count);

    private static Refusal OfFile(string platformCode, string sentence) =>
        new Refusal(RefusalKind.Invalid, platformCode.ToLowerInvariant(), sentence).With("platform_code", platformCode);
}
