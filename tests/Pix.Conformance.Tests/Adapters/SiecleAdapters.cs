using System.Globalization;
using System.Text.Json;
using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>The school's file and who somebody is by name (Rules 10.2 to 10.5, 10.8).</summary>
public static class SiecleAdapters
{
    private static readonly SiecleRecord Usual = new(new PupilPlace(1, "1"))
    {
        Ine = "123A",
        LastName = "Lefèvre",
        FirstName = "Zoé",
        SexCode = "2",
        BirthDate = "31/12/2005",
        BirthCountryCode = "100",
        BirthCityCode = "51454",
    };

    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["learner.reconciliation"] = ExpectMatch,
        ["siecle.birthdate"] = @case => @case.Expect(SiecleRules.BirthDate(Text(@case.Input, "DATE_NAISS"))?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ["siecle.division"] = @case => @case.Expect(SiecleRules.Division(
            @case.Input.List("structures").Select(structure => new SiecleStructure(Text(structure, "TYPE_STRUCTURE"), Text(structure, "CODE_STRUCTURE"))))),
        ["siecle.importable"] = @case => @case.Expect(Record(@case.Input).IsImportable(Given(@case.Input, "division", "4B"))),
        ["siecle.names"] = @case => @case.Expect(PupilNames.IsSound(Text(@case.Input, "name")!)),
        ["siecle.sex"] = @case => @case.Expect(SiecleRules.Sex(Text(@case.Input, "CODE_SEXE"))?.ToString()),
        ["siecle.uai"] = @case => ExpectError(
            @case, SiecleRules.IsOf(Text(@case.Input, "UAJ"), Text(@case.Input, "organizationExternalId")) ? null : (string)Refusal.UaiMismatched.Figures["platform_code"]),
        ["siecle.validation"] = ExpectFault,
    };

    private static void ExpectMatch(ConformanceCase @case)
    {
        var user = @case.Input.GetProperty("user");
        var candidates = @case.Input.List("learners").Select(learner => new NamedPupil(
            Text(learner, "firstName"), Text(learner, "middleName"), Text(learner, "thirdName"), Text(learner, "lastName"), Text(learner, "preferredLastName")));
        @case.ExpectFields(new { matchIndex = Reconciliation.Match(new PersonName(Text(user, "firstName")!, Text(user, "lastName")!), [.. candidates]) });
    }

    private static void ExpectFault(ConformanceCase @case)
    {
        IReadOnlyList<SiecleRecord> records = @case.Input.List("ID_NATIONAL") is { Count: > 0 } several
            ? [.. several.Select(ine => Usual with { Ine = ine.GetString() })]
            : [Record(@case.Input)];
        var faults = records.SelectMany(record => record.Faults()).Concat(SiecleRules.SameIne(records).Select(_ => PupilFault.IneUnique));
        ExpectError(@case, faults.FirstOrDefault()?.Code);
    }

    private static void ExpectError(ConformanceCase @case, string? error)
    {
        if (error is null) @case.Expect(new { ok = true });
        else @case.Expect(new { error });
    }

    private static SiecleRecord Record(JsonElement input) => Usual with
    {
        Ine = Given(input, "ID_NATIONAL", Usual.Ine),
        LeftOn = Given(input, "DATE_SORTIE", Usual.LeftOn),
        SexCode = Given(input, "CODE_SEXE", Usual.SexCode),
        BirthDate = Given(input, "DATE_NAISS", Usual.BirthDate),
        BirthCountryCode = Given(input, "CODE_PAYS", Usual.BirthCountryCode),
        BirthCityCode = Given(input, "CODE_COMMUNE_INSEE_NAISS", Usual.BirthCityCode),
    };

    private static string? Given(JsonElement input, string name, string? usual) => input.TryGetProperty(name, out var text) ? text.GetString() : usual;

    private static string? Text(JsonElement input, string name) => input.TryGetProperty(name, out var text) ? text.GetString() : null;
}
