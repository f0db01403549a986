using System.Globalization;

namespace Pix.Domain;

/// <summary>
/// A candidate as somebody wrote them down (Rule 11.4): sex <c>F</c> or <c>M</c>, birth date <c>YYYY-MM-DD</c>. Born in France: an INSEE code,
/// or a postal code and a town; elsewhere: a town.
/// </summary>
public sealed record CandidateForm(
    string? FirstName,
    string? LastName,
    string? Sex,
    string? BirthDate,
    string? BirthCountry,
    string? BirthInseeCode,
    string? BirthPostalCode,
    string? BirthCity,
    string? Email,
    string? ResultsEmail,
    string? ExternalId,
    string? Division,
    int? ExtraTimePercent)
{
    private const int Longest = 255;
    private const int MostExtraTime = 999;
    private const string France = "france";
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>Everything that is wrong with it, in the order of the fields.</summary>
    public IReadOnlyList<Fault> Faults(DateOnly today) =>
    [
        .. Required(FirstName, "firstName", "candidate_first_name_required", "Indiquez le prénom."),
        .. Required(LastName, "lastName", "candidate_last_name_required", "Indiquez le nom de naissance."),
        .. Unless(ReadSex(Sex) is not null, "sex", "candidate_sex_not_valid", "Le sexe s’écrit F ou M."),
        .. BirthDateFaults(today),
        .. Required(BirthCountry, "birthCountry", "candidate_birth_country_required", "Indiquez le pays de naissance."),
        .. BirthPlaceFaults(),
        .. Unless(IsEmptyOrEmail(Email), "email", "candidate_email_not_valid", "Cette adresse de convocation n’est pas une adresse e-mail."),
        .. Unless(IsEmptyOrEmail(ResultsEmail), "resultsEmail", "candidate_results_email_not_valid", "Cette adresse de résultats n’est pas une adresse e-mail."),
        .. Unless(ExternalId is not { Length: > Longest }, "externalId", "candidate_external_id_too_long", $"L’identifiant local a plus de {Longest} caractères."),
        .. Unless(Division is not { Length: > Longest }, "division", "candidate_division_too_long", $"La classe a plus de {Longest} caractères."),
        .. Unless(
            ExtraTimePercent is null or (>= 0 and <= MostExtraTime),
            "extraTimePercent",
            "candidate_extra_time_not_valid",
            $"Le temps majoré est un pourcentage entier, de 0 à {MostExtraTime}."),
    ];

    /// <summary>Who it is; to be asked of a form without faults.</summary>
    public CandidateIdentity ToIdentity() => new(
        FirstName!.Trim(),
        LastName!.Trim(),
        ReadSex(Sex)!.Value,
        ReadDate(BirthDate)!.Value,
        new BirthPlace(BirthCountry!.Trim(), Cleaned(BirthInseeCode)?.ToUpperInvariant(), Cleaned(BirthPostalCode), Cleaned(BirthCity)),
        Cleaned(Email),
        Cleaned(ResultsEmail),
        Cleaned(ExternalId),
        Cleaned(Division),
        ExtraTimePercent is { } extra ? extra : 0);

    private IEnumerable<Fault> BirthDateFaults(DateOnly today) => ReadDate(BirthDate) switch
    {
        null when string.IsNullOrWhiteSpace(BirthDate) => [new Fault("birthDate", "candidate_birth_date_required", "Indiquez la date de naissance.")],
        null => [new Fault("birthDate", "candidate_birth_date_not_valid", "Cette date de naissance n’existe pas, ou n’est pas écrite comme attendu.")],
        { } date when date < Earliest || date > today =>
            [new Fault("birthDate", "candidate_birth_date_out_of_range", "La date de naissance est à prendre entre le 1er janvier 1900 et aujourd’hui.")],
        _ => [],
    };

    private IEnumerable<Fault> BirthPlaceFaults()
    {
        if (string.IsNullOrWhiteSpace(BirthCountry)) return [];
        var (insee, postal, city) = (Cleaned(BirthInseeCode), Cleaned(BirthPostalCode), Cleaned(BirthCity));
        if (insee is not null && !IsInseeCode(insee))
            return [new Fault("birthInseeCode", "candidate_birth_insee_code_not_valid", "Un code INSEE a cinq caractères, par exemple 51454 ou 2A004.")];
        if (PersonNames.Normalised(BirthCountry) != France)
        {
            return Unless(
                city is not null || insee is not null, "birthCity", "candidate_birth_city_required", "Indiquez la ville de naissance.");
        }

        if (insee is not null && postal is not null)
            return [new Fault("birthPostalCode", "candidate_birth_place_twice", "Donnez le code INSEE de la commune, ou son code postal, mais pas les deux.")];
        if (insee is not null) return [];
        if (postal is null || city is null)
            return [new Fault("birthPostalCode", "candidate_birth_place_required", "Donnez le code INSEE de la commune de naissance, ou son code postal et son nom.")];
        return Unless(
            postal.Length == 5 && postal.All(char.IsAsciiDigit), "birthPostalCode", "candidate_birth_postal_code_not_valid", "Un code postal a cinq chiffres.");
    }

    private static IEnumerable<Fault> Required(string? value, string field, string code, string sentence) =>
        string.IsNullOrWhiteSpace(value)
            ? [new Fault(field, code, sentence)]
            : Unless(value.Length <= Longest, field, "candidate_field_too_long", $"Ce champ a plus de {Longest} caractères.");

    private static IEnumerable<Fault> Unless(bool holds, string field, string code, string sentence) =>
        holds ? [] : [new Fault(field, code, sentence)];

    private static CandidateSex? ReadSex(string? sex) => sex?.Trim().ToUpperInvariant() switch
    {
        "F" => CandidateSex.F,
        "M" => CandidateSex.M,
        _ => null,
    };

    private static DateOnly? ReadDate(string? date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;

    private static string? Cleaned(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    // The department of Corsica has a letter; foreign countries are 99.
    private static bool IsInseeCode(string code) => code.Length == 5
        && char.IsAsciiDigit(code[0])
        && (char.IsAsciiDigit(code[1]) || (code[0] == '2' && char.ToUpperInvariant(code[1]) is 'A' or 'B'))
        && code[2..].All(char.IsAsciiDigit);

    private static bool IsEmptyOrEmail(string? address)
    {
        if (Cleaned(address) is not { } email) return true;
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && at == email.LastIndexOf('@')
            && email.IndexOf('.', at) is var dot && dot > at + 1 && dot < email.Length - 1
            && email.Length <= Longest
            && !email.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
    }
}
