using Pix.Domain;

namespace Pix.Api.Tests.ContentChecks;

/// <summary>The texts of a competence that people read; what is typed or compared is not among them.</summary>
internal static class ContentProse
{
    public static IEnumerable<PlacedText> Of(Competence competence) =>
    [
        new("name", competence.Name),
        new("description", competence.Description),
        .. competence.Tutorials.SelectMany(Of),
        .. competence.Tubes.SelectMany(Of),
        .. competence.Tubes.SelectMany(tube => tube.Skills).SelectMany(Of),
    ];

    private static IEnumerable<PlacedText> Of(Tutorial tutorial) =>
    [
        new($"{tutorial.Id} title", tutorial.Title),
        new($"{tutorial.Id} format", tutorial.Format),
        new($"{tutorial.Id} duration", tutorial.Duration),
        new($"{tutorial.Id} source", tutorial.Source),
    ];

    private static IEnumerable<PlacedText> Of(Tube tube) =>
    [
        new($"{tube.Id} thematic", tube.Thematic),
        new($"{tube.Id} title", tube.Title),
        new($"{tube.Id} practicalTitle", tube.PracticalTitle),
        new($"{tube.Id} practicalDescription", tube.PracticalDescription),
    ];

    private static IEnumerable<PlacedText> Of(Skill skill) =>
        [new($"{skill.Id} hint", skill.Hint), .. skill.Challenges.SelectMany(Of)];

    private static IEnumerable<PlacedText> Of(Challenge challenge)
    {
        yield return new($"{challenge.Id} instruction", challenge.Instruction);
        yield return new($"{challenge.Id} correction", challenge.Correction);
        foreach (var choice in challenge.Choices) yield return new($"{challenge.Id} choices", choice);
        if (challenge.Template is { } template) yield return new($"{challenge.Id} template", template);
        if (challenge.Illustration is { } picture) yield return new($"{challenge.Id} alternativeText", picture.AlternativeText);
        if (challenge.Embed is { } embed) yield return new($"{challenge.Id} embed title", embed.Title);
    }
}
