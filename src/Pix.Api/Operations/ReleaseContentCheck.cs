using System.Text.RegularExpressions;
using Pix.Domain;

namespace Pix.Api;

/// <summary>
/// What the shape of a release cannot say: references that lead nowhere, solutions that no answer can match, blanks that the text does not
/// have. Ids and shares of pix are the domain's to refuse.
/// </summary>
public static partial class ReleaseContentCheck
{
    private const int MaximumLevel = 8;

    /// <summary>Every fault, with its place and reason.</summary>
    public static IEnumerable<string> FaultsOf(ReleaseFile release, IReadOnlyList<Competence> competences)
    {
        if (release.Version < 1) yield return "referential.json: version: must be 1 or more";
        var areas = release.Areas.Select(area => area.Code).ToHashSet();
        foreach (var declared in release.Competences)
        {
            if (!CompetenceCodeForm().IsMatch(declared.Code)) yield return $"referential.json: competence {declared.Code}: a code is a digit, a dot, a digit";
            else if (!areas.Contains(declared.Code[..1])) yield return $"referential.json: competence {declared.Code}: no area has code {declared.Code[..1]}";
        }

        foreach (var competence in competences)
        {
            foreach (var fault in FaultsOf(competence)) yield return $"competence {competence.Code}: {fault}";
        }
    }

    /// <summary>The files that a competence's challenges name.</summary>
    public static IEnumerable<string> FilesOf(Competence competence) =>
        from tube in competence.Tubes
        from skill in tube.Skills
        from challenge in skill.Challenges
        from file in challenge.Illustration is { } picture ? challenge.Attachments.Append(picture.File) : challenge.Attachments
        select file;

    private static IEnumerable<string> FaultsOf(Competence competence)
    {
        var tutorials = competence.Tutorials.Select(tutorial => tutorial.Id).ToHashSet();
        foreach (var skill in competence.Tubes.SelectMany(tube => tube.Skills))
        {
            if (skill.Level is < 1 or > MaximumLevel) yield return $"skill {skill.Id}: level: goes from 1 to {MaximumLevel}";
            if (skill.Challenges.Count(challenge => challenge.IsForTraining) is < 2 and var asked)
                yield return $"skill {skill.Id}: challenges: training may ask {asked}, at least two are needed";
            foreach (var unknown in skill.TutorialsToSucceed.Concat(skill.TutorialsToLearnMore).Where(id => !tutorials.Contains(id)))
                yield return $"skill {skill.Id}: tutorial {unknown} does not exist";
            foreach (var challenge in skill.Challenges)
            {
                foreach (var fault in FaultsOf(challenge)) yield return $"challenge {challenge.Id}: {fault}";
            }
        }
    }

    private static IEnumerable<string> FaultsOf(Challenge challenge)
    {
        if (string.IsNullOrWhiteSpace(challenge.Instruction)) yield return "instruction: is empty";
        if (challenge.TimerSeconds < 1) yield return "timerSeconds: must be 1 or more";
        if (challenge.DeactivatedTreatments.FirstOrDefault(name => name is not ("t1" or "t2" or "t3")) is { } unknown)
            yield return $"deactivatedTreatments: {unknown} does not exist";
        var faults = challenge.Type switch
        {
            ChallengeType.Qcu or ChallengeType.Qcm => FaultsOfChoices(challenge),
            ChallengeType.Qroc => FaultsOfText(challenge),
            _ => FaultsOfBlanks(challenge),
        };
        foreach (var fault in faults) yield return fault;
        if (challenge.WrongAnswers.Count == 0) yield return "wrongAnswers: there is none";
        foreach (var text in challenge.WrongAnswers.Where(text => AnswerChecker.Check(challenge, text).Status == AnswerStatus.Ok))
            yield return $"wrongAnswers: '{text}' is right";
    }

    private static IEnumerable<string> FaultsOfChoices(Challenge challenge)
    {
        if (challenge.Choices.Count < 2) yield return "choices: at least two are needed";
        if (challenge.RightChoices.Count == 0) yield return "rightChoices: there is none";
        if (challenge.Type == ChallengeType.Qcu && challenge.RightChoices.Count > 1) yield return "rightChoices: a qcu has one";
        foreach (var number in challenge.RightChoices.Where(number => number < 1 || number > challenge.Choices.Count))
            yield return $"rightChoices: {number} is not a choice";
    }

    private static IEnumerable<string> FaultsOfText(Challenge challenge)
    {
        if (challenge.Accepted.Count == 0) yield return "accepted: there is none";
        foreach (var text in challenge.Accepted.Where(text => AnswerChecker.Check(challenge, text).Status != AnswerStatus.Ok))
            yield return $"accepted: no answer can match '{text}'";
        foreach (var text in challenge.Accepted.Where(text => challenge.Options.Count > 0 && !challenge.Options.Contains(text)))
            yield return $"accepted: '{text}' is not one of the options";
        if (challenge.Format is not ("texte" or "nombre")) yield return $"format: {challenge.Format} does not exist";
    }

    private static IEnumerable<string> FaultsOfBlanks(Challenge challenge)
    {
        var names = challenge.Type == ChallengeType.QrocmDep ? challenge.BlankNames : [.. challenge.Blanks.Select(blank => blank.Name)];
        if (challenge.Template is null) yield return "template: is missing";
        var inTemplate = TemplateBlank().Matches(challenge.Template ?? string.Empty).Select(blank => blank.Groups[1].Value).ToList();
        if (!inTemplate.Order().SequenceEqual(names.Order())) yield return $"template: its blanks are not {string.Join(", ", names)}";
        foreach (var blank in challenge.Blanks.Where(blank => blank.Accepted.Count == 0)) yield return $"blank {blank.Name}: accepted: there is none";
        if (challenge.Type == ChallengeType.QrocmDep && challenge.Blanks.Count < names.Count) yield return "blanks: fewer groups than blanks";
        if (challenge.ScoringGrid.Where((right, index) => right < 1 || right > names.Count || challenge.ScoringGrid.Take(index).Any(before => before >= right)).Any())
            yield return $"scoringGrid: its numbers grow, from 1 to {names.Count}";
    }

    [GeneratedRegex(@"^\d\.\d$")]
    private static partial Regex CompetenceCodeForm();

    [GeneratedRegex(@"\$\{([^}]+)\}")]
    private static partial Regex TemplateBlank();
}
