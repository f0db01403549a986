namespace Pix.Domain;

/// <summary>What every release must hold, or a learner's history could not be folded under it.</summary>
internal static class ReleaseCheck
{
    /// <summary>Why a draft cannot be released, or null: two things under one id, or a level whose pix cannot be shared exactly (Rule D3).</summary>
    public static Refusal? WhyNot(ReleaseDraft draft)
    {
        if (IdsByKind(draft).Select(FirstRepeated).FirstOrDefault(id => id is not null) is { } repeated) return Refusal.IdNotUnique(repeated);

        foreach (var (_, competence) in draft.Competences)
        {
            foreach (var (level, skills) in competence.Tubes.SelectMany(tube => tube.Skills).CountBy(skill => skill.Level))
            {
                if (skills > PixAmount.MaximumSkillsPerLevel) return Refusal.TooManySkillsInLevel(competence.Code, level, skills);
            }
        }

        return null;
    }

    private static IEnumerable<IEnumerable<string>> IdsByKind(ReleaseDraft draft)
    {
        var competences = draft.Competences.Select(one => one.Competence).ToList();
        var tubes = competences.SelectMany(competence => competence.Tubes).ToList();
        var skills = tubes.SelectMany(tube => tube.Skills).ToList();
        return
        [
            draft.Areas.Select(area => area.Code),
            competences.Select(competence => competence.Code.Value),
            tubes.Select(tube => tube.Id.Value),
            skills.Select(skill => skill.Id.Value),
            skills.SelectMany(skill => skill.Challenges).Select(challenge => challenge.Id.Value),
            draft.Attachments.Select(file => file.Name),
            draft.Moves.Select(move => move.From.Value),
        ];
    }

    private static string? FirstRepeated(IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return ids.FirstOrDefault(id => !seen.Add(id));
    }
}
