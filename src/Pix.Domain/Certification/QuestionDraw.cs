namespace Pix.Domain;

/// <summary>
/// The questions of a test (Rules 11.10, D16): in each competence that is certified, the hardest skills that were directly validated, one
/// question each, three at most.
/// </summary>
public static class QuestionDraw
{
    /// <summary>Questions in one competence at most.</summary>
    public const int PerCompetence = 3;

    /// <summary>Draws the whole test from a recorded seed; <paramref name="seen"/> is every challenge that the candidate ever answered.</summary>
    public static IReadOnlyList<CertificationQuestion> Draw(
        IEnumerable<PositionedCompetence> competences,
        Knowledge knowledge,
        IReadOnlySet<ChallengeId> seen,
        string locale,
        long seed)
    {
        var questions = new List<CertificationQuestion>();
        foreach (var competence in competences)
        {
            var validated = knowledge.In(competence.Competence).Where(element => element.IsDirectlyValidated).Select(element => element.Skill);
            foreach (var (challenge, skill) in Pick(competence, validated, seen, locale, unchecked(seed + (questions.Count * PerCompetence))))
            {
                questions.Add(new CertificationQuestion(
                    questions.Count + 1,
                    competence.Competence,
                    skill.Id,
                    skill.Name,
                    skill.Level,
                    challenge with { WrongAnswers = [] },
                    seen.Contains(challenge.Id)));
            }
        }

        return questions;
    }

    /// <summary>
    /// The questions of one competence, hardest first. A skill that has nothing to ask, or whose drawn question is taken already, gives its
    /// turn to the next.
    /// </summary>
    public static IReadOnlyList<PlacedChallenge> Pick(
        PositionedCompetence competence,
        IEnumerable<PlacedSkill> directlyValidated,
        IReadOnlySet<ChallengeId> seen,
        string locale,
        long seed)
    {
        var picked = new List<PlacedChallenge>();
        if (!Eligibility.IsCertifiableIn(competence)) return picked;
        var draw = seed;
        foreach (var skill in directlyValidated.OrderByDescending(skill => skill.Level))
        {
            if (picked.Count == PerCompetence) break;
            var candidates = Preferred([.. skill.Skill.Challenges.Where(challenge => challenge.IsOperative && challenge.Speaks(locale))], seen);
            if (candidates.Count == 0) continue;
            var drawn = candidates[Domain.Draw.Index(unchecked(draw++), candidates.Count)];
            if (picked.TrueForAll(other => other.Challenge.Id != drawn.Id)) picked.Add(new PlacedChallenge(drawn, skill));
        }

        return picked;
    }

    // What is kept for certification first, then what was not answered yet, else anything (Rule D16).
    private static IReadOnlyList<Challenge> Preferred(IReadOnlyList<Challenge> challenges, IReadOnlySet<ChallengeId> seen)
    {
        var unseen = challenges.Where(challenge => !seen.Contains(challenge.Id)).ToList();
        var reserved = unseen.Where(challenge => challenge.ReservedForCertification).ToList();
        return reserved.Count > 0 ? reserved : unseen.Count > 0 ? unseen : challenges;
    }
}
