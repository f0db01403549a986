using System.Text.Json.Serialization;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>What readers see of a pupil: no more than who it is, so as to be found by name, birth date and national number.</summary>
internal sealed record PupilSheet(
    string? Ine,
    string? LastName,
    string? PreferredLastName,
    string? FirstName,
    string? MiddleName,
    string? ThirdName,
    DateOnly? BirthDate,
    string Division,
    string? SortName,
    bool IsEnabled)
{
    /// <summary>Of facts that could be opened; null: the person was erased.</summary>
    public static PupilSheet Of(PupilFacts? facts, string division) => new(
        facts?.Ine,
        facts?.LastName,
        facts?.PreferredLastName,
        facts?.FirstName,
        facts?.MiddleName,
        facts?.ThirdName,
        facts?.BirthDate,
        division,
        facts is null ? null : Treatments.ApplyT1($"{facts.LastName ?? facts.PreferredLastName} {facts.FirstName}"),
        facts is not null);
}

/// <summary>A pupil: what is seen, and what will be once the import that says so is completed.</summary>
internal sealed record PupilRow(
    OrganisationId Organisation,
    PersonId Person,
    PupilSheet? Seen,
    ImportId? Import,
    PupilSheet? Pending,
    LearnerId? Learner)
{
    /// <summary>The latest that was said, seen or not.</summary>
    public PupilSheet? Latest => Pending ?? Seen;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PupilSheet))]
internal sealed partial class PupilSheetJson : JsonSerializerContext;
