namespace Pix.Domain;

/// <summary>What is wrong with a pupil of a file: the platform's code, and a sentence that says what to correct (Rule 10.5).</summary>
public sealed record PupilFault(string Code, string Sentence)
{
    /// <summary>No national number.</summary>
    public static PupilFault IneRequired { get; } = new("INE_REQUIRED", "L’identifiant national (INE) manque.");

    /// <summary>The same national number twice.</summary>
    public static PupilFault IneUnique { get; } = new("INE_UNIQUE", "Un autre élève du fichier porte le même identifiant national (INE).");

    /// <summary>No birth date, or one that is none.</summary>
    public static PupilFault BirthdateRequired { get; } =
        new("BIRTHDATE_REQUIRED", "La date de naissance manque ou n’est pas de la forme jj/mm/aaaa.");

    /// <summary>Neither 1 nor 2.</summary>
    public static PupilFault SexCodeRequired { get; } = new("SEX_CODE_REQUIRED", "Le code sexe manque : 1 (masculin) ou 2 (féminin).");

    /// <summary>Born in France, nobody says where.</summary>
    public static PupilFault BirthCityCodeRequired { get; } = new(
        "BIRTH_CITY_CODE_REQUIRED_FOR_FR_STUDENT",
        "Le code INSEE de la commune de naissance manque : il est obligatoire pour un élève né en France.");

    /// <summary>A name was read in the wrong encoding.</summary>
    public static PupilFault NameMisdecoded { get; } = new(
        "NAME_BADLY_ENCODED",
        "Un nom ou un prénom contient des caractères mal décodés : exportez de nouveau le fichier sans l’ouvrir dans un autre logiciel.");

    /// <summary>A column that must be filled is empty (Rule 10.7).</summary>
    public static PupilFault FieldRequired(string column) => new("FIELD_REQUIRED", $"La colonne « {column} » est obligatoire.");
}

/// <summary>A fault, and whose.</summary>
public sealed record PlacedFault(PupilPlace Place, PupilFault Fault);
