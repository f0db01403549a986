namespace Pix.Domain;

/// <summary>What certification may look at: every competence where the profile stands without caps (Rule 11.1).</summary>
public sealed record Eligibility(IReadOnlyList<PositionedCompetence> Competences)
{
    private const int LeastLevel = 1;

    /// <summary>The competences that are certified: level 1 or more.</summary>
    public IReadOnlyList<PositionedCompetence> Certifiable { get; } = [.. Competences.Where(IsCertifiableIn)];

    /// <summary>Competences still missing; 0 when the profile is certifiable.</summary>
    public int Missing => Math.Max(0, Profile.CompetencesForCertification - Certifiable.Count);

    /// <summary>Five competences at level 1 or more.</summary>
    public bool IsCertifiable => Missing == 0;

    /// <summary>What a history says under a referential.</summary>
    public static Eligibility Of(Positioning positioning, Referential referential) =>
        new([.. Profile.Of(positioning, referential).Competences
            .Select(competence => new PositionedCompetence(competence.Code, competence.Total.Level, competence.Total))]);

    /// <summary>Whether a competence is certified at all.</summary>
    public static bool IsCertifiableIn(PositionedCompetence competence) => competence.Level >= LeastLevel;
}
