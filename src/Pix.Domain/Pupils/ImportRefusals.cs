namespace Pix.Domain;

/// <summary>Why no list of pupils is taken over.</summary>
public sealed partial record Refusal
{
    /// <summary>The school has no such import.</summary>
    public static Refusal ImportUnknown { get; } = new(RefusalKind.Unknown, "import_unknown", "Cet établissement n’a pas cette importation.");

    /// <summary>Only schools that manage their pupils have any.</summary>
    public static Refusal PupilsNotManaged { get; } = new(
        RefusalKind.Conflict,
        "pupils_not_managed",
        "Cet établissement ne gère pas ses élèves : l’exploitant doit d’abord le lui permettre.");

    internal static Refusal ImportUnderWay { get; } = new(
        RefusalKind.Conflict,
        "import_under_way",
        "Une importation est en cours dans cet établissement : attendez qu’elle soit terminée.");

    internal static Refusal ImportListIncomplete { get; } = new(
        RefusalKind.Conflict,
        "import_list_incomplete",
        "La liste des élèves n’a pas été reçue en entier : envoyez-la de nouveau.");
}
