namespace Pix.Domain;

/// <summary>
/// A competence of a profile, whatever the day: status, exact score, when the latest answer that counts was given, and when each failed
/// skill that could be asked again was failed.
/// </summary>
public sealed record ProfileCompetence(
    CompetenceCode Code,
    ScorecardStatus Status,
    PixAmount Total,
    DateTimeOffset? LatestAnswerAt,
    IReadOnlyList<DateTimeOffset> FailuresAt)
{
    /// <summary>As the learner sees it at an instant (Rules 5, D4).</summary>
    public Scorecard At(DateTimeOffset now, LearnerRules rules)
    {
        var delays = FailuresAt.Select(failedAt => rules.Delays.RemainingBeforeImproving(failedAt, now)).ToList();
        return new Scorecard(
            Status,
            CompetenceScore.Of(Total, rules.Maximum),
            rules.Maximum,
            delays.Count(days => days == 0),
            delays.Count > 0 ? delays.Min() : null,
            LatestAnswerAt is { } latest ? rules.Delays.RemainingBeforeReset(latest, now) : null);
    }
}

/// <summary>A learner's profile under one referential: every competence that it declares, by code.</summary>
public sealed record Profile(IReadOnlyList<ProfileCompetence> Competences)
{
    /// <summary>Competences of level 1 that make a profile certifiable (Rule 11.1).</summary>
    public const int CompetencesForCertification = 5;

    /// <summary>The competences of the framework (Rule 1.2).</summary>
    public const int CompetencesOfTheFramework = 16;

    /// <summary>Competences still missing to be certifiable; computed without caps (Rule 11.1).</summary>
    public int MissingForCertification =>
        Math.Max(0, CompetencesForCertification - CertifiableCompetences);

    /// <summary>Competences that a certification would ask about: level 1 or more, without caps (Rule 11.1).</summary>
    public int CertifiableCompetences => Competences.Count(competence => competence.Total.Level >= 1);

    /// <summary>Five competences at level 1 or more (Rule 11.1).</summary>
    public bool IsCertifiable => MissingForCertification == 0;

    /// <summary>What a history says under a referential (Rule D5).</summary>
    public static Profile Of(Positioning positioning, Referential referential)
    {
        var knowledge = positioning.KnowledgeUnder(referential);
        var elements = knowledge.Elements.ToLookup(element => element.Skill.Competence);
        return new Profile([.. referential.Competences.Select(competence => new ProfileCompetence(
            competence.Code,
            Scorecard.StatusOf(positioning.EvaluationOf(competence.Code), elements.Contains(competence.Code)),
            elements[competence.Code].Aggregate(PixAmount.Zero, (sum, element) => sum + element.EarnedPix),
            positioning.LatestAnswerIn(competence.Code),
            [.. elements[competence.Code].Where(element => element.IsImprovable).Select(element => element.At).Order()]))]);
    }

    /// <summary>The score out of 128 times the maximum level: each competence floored and capped before the sum (Rule 5.3).</summary>
    public int Pix(MaximumLevel maximum) => Total(Competences.Select(competence => CompetenceScore.Of(competence.Total, maximum).Pix));

    /// <summary>The sum of competences' pix (Rule 5.3).</summary>
    public static int Total(IEnumerable<int> pix) => pix.Sum();
}
