using Pix.Domain;

namespace Pix.Api;

/// <summary>The columns of a file of sessions, in their order; a star says that a cell must be filled (Rule 11.5).</summary>
internal static class SessionColumns
{
    public const string Number = "N° de session";
    public const string Site = "* Nom du site";
    public const string Room = "* Nom de la salle";
    public const string Date = "* Date de début";
    public const string Time = "* Heure de début (heure locale)";
    public const string Examiners = "* Surveillant(s)";
    public const string Description = "Observations";
    public const string LastName = "* Nom de naissance";
    public const string FirstName = "* Prénom";
    public const string BirthDate = "* Date de naissance (format: jj/mm/aaaa)";
    public const string Sex = "* Sexe (M ou F)";
    public const string InseeCode = "Code Insee";
    public const string PostalCode = "Code postal";
    public const string City = "Nom de la commune";
    public const string Country = "* Pays";
    public const string ResultsEmail = "E-mail du destinataire des résultats";
    public const string Email = "E-mail de convocation";
    public const string ExternalId = "Identifiant local";
    public const string ExtraTime = "Temps majoré ?";
    public const string Billing = "Tarification part Pix";
    public const string PrepaymentCode = "Code de prépaiement";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Number, Site, Room, Date, Time, Examiners, Description, LastName, FirstName, BirthDate, Sex, InseeCode, PostalCode, City, Country,
        ResultsEmail, Email, ExternalId, ExtraTime, Billing, PrepaymentCode,
    ];

    /// <summary>The file to fill: its first line.</summary>
    public static string Template => Csv.ByteOrderMark + Csv.Line(All.Select(column => (CsvCell)column));

    /// <summary>The column of a field of a session's form.</summary>
    public static string OfSession(string field) => field switch
    {
        "address" => Site,
        "room" => Room,
        "date" => Date,
        "time" => Time,
        "examiner" => Examiners,
        "description" => Description,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A session's form has no such field."),
    };

    /// <summary>The column of a field of a candidate's form.</summary>
    public static string OfCandidate(string field) => field switch
    {
        "firstName" => FirstName,
        "lastName" => LastName,
        "sex" => Sex,
        "birthDate" => BirthDate,
        "birthCountry" => Country,
        "birthInseeCode" => InseeCode,
        "birthPostalCode" => PostalCode,
        "birthCity" => City,
        "email" => Email,
        "resultsEmail" => ResultsEmail,
        "externalId" => ExternalId,
        "extraTimePercent" => ExtraTime,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No column says this of a candidate."),
    };
}
