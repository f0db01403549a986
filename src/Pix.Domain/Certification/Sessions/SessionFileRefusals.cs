namespace Pix.Domain;

/// <summary>Why a file of sessions, or some pupils, are not enrolled.</summary>
public sealed partial record Refusal
{
    /// <summary>Other columns than the model's, or a cell that does not end on this line (Rule 11.5).</summary>
    public static Refusal SessionFileColumns(IReadOnlyList<string> expected, int line) => new Refusal(
        RefusalKind.Invalid,
        "session_file_columns",
        "Le fichier n’est pas fait comme le modèle : reprenez-en les colonnes, et enregistrez en CSV UTF-8, séparateur point-virgule.")
        .With("columns", expected.ToArray())
        .With("line", line);

    /// <summary>A first line and nothing else.</summary>
    public static Refusal SessionFileEmpty { get; } =
        new(RefusalKind.Invalid, "session_file_empty", "Le fichier ne contient aucun candidat.");

    /// <summary>More bytes than allowed.</summary>
    public static Refusal SessionFileTooLarge(long maximumBytes) =>
        new Refusal(RefusalKind.Invalid, "session_file_too_large", $"Le fichier dépasse {maximumBytes / (1024 * 1024)} Mio : envoyez-le en plusieurs fois.")
            .With("maximum_bytes", maximumBytes);

    /// <summary>Some cells are wrong: nothing is written (Rule 11.5).</summary>
    public static Refusal SessionFileFaulty(int count) => new Refusal(
        RefusalKind.Invalid,
        "session_file_faulty",
        count == 1
            ? "Une erreur est à corriger dans le fichier : rien n’a été enregistré."
            : $"{count} erreurs sont à corriger dans le fichier : rien n’a été enregistré.").With("count", count);

    /// <summary>The school's file leaves out of some pupils what a candidate must have.</summary>
    public static Refusal PupilsNotEnrollable(int count) => new Refusal(
        RefusalKind.Invalid,
        "pupils_not_enrollable",
        "Des élèves ne peuvent pas être inscrits tels quels, et personne ne l’a été : complétez ce qui manque à chacun.").With("count", count);

    /// <summary>No pupil of the school is in a class of this name.</summary>
    public static Refusal DivisionUnknown(string division) =>
        new Refusal(RefusalKind.Unknown, "division_unknown", "Aucun élève de l’établissement n’est dans cette classe.").With("division", division);
}
