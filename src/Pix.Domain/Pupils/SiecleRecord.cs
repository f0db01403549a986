namespace Pix.Domain;

/// <summary>A class or a group of a pupil, as SIECLE writes it (Rule 10.2).</summary>
public sealed record SiecleStructure(string? Type, string? Code);

/// <summary>A pupil as SIECLE or the CSV writes them: texts, as they are; what is empty or missing is null (Rules 10.2, 10.4).</summary>
/// <param name="Place">Where it stands in the file.</param>
public sealed record SiecleRecord(PupilPlace Place)
{
    /// <summary>ID_NATIONAL.</summary>
    public string? Ine { get; init; }

    /// <summary>NOM_DE_FAMILLE.</summary>
    public string? LastName { get; init; }

    /// <summary>NOM_USAGE.</summary>
    public string? PreferredLastName { get; init; }

    /// <summary>PRENOM.</summary>
    public string? FirstName { get; init; }

    /// <summary>PRENOM2.</summary>
    public string? MiddleName { get; init; }

    /// <summary>PRENOM3.</summary>
    public string? ThirdName { get; init; }

    /// <summary>CODE_SEXE.</summary>
    public string? SexCode { get; init; }

    /// <summary>DATE_NAISS.</summary>
    public string? BirthDate { get; init; }

    /// <summary>CODE_PAYS.</summary>
    public string? BirthCountryCode { get; init; }

    /// <summary>CODE_DEPARTEMENT_NAISS.</summary>
    public string? BirthDepartmentCode { get; init; }

    /// <summary>CODE_COMMUNE_INSEE_NAISS.</summary>
    public string? BirthCityCode { get; init; }

    /// <summary>VILLE_NAISS.</summary>
    public string? BirthCity { get; init; }

    /// <summary>CODE_MEF.</summary>
    public string? MefCode { get; init; }

    /// <summary>CODE_STATUT.</summary>
    public string? Status { get; init; }

    /// <summary>DATE_SORTIE.</summary>
    public string? LeftOn { get; init; }
}

/// <summary>Where a pupil stands in a file: the line, and the file's own id of them, ELEVE_ID.</summary>
public sealed record PupilPlace(int Line, string? FileId);
