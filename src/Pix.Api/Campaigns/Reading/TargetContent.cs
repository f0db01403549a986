using System.Runtime.CompilerServices;
using Pix.Domain;
using Pix.Projections;

namespace Pix.Api;

/// <summary>What people read about a topic of a target, as the release that the target was frozen under has it.</summary>
/// <param name="Tube">Its tube.</param>
/// <param name="Title">Its practical title.</param>
/// <param name="Description">Its practical description.</param>
/// <param name="Competence">Its competence's name.</param>
/// <param name="Area">Its domain.</param>
/// <param name="Tutorials">Those of its targeted skills, each once, those that help to succeed first (Rule 8.7).</param>
public sealed record TopicContent(TubeId Tube, string Title, string Description, string Competence, Area Area, IReadOnlyList<TutorialView> Tutorials);

/// <summary>What people read about a target: its topics and competences. A frozen target and a release never change: it is put together once.</summary>
public sealed class TargetContent
{
    private static readonly ConditionalWeakTable<FrozenTarget, TargetContent> Known = [];
    private readonly Referential _referential;

    private TargetContent(CampaignTarget target, Referential referential)
    {
        _referential = referential;
        Topics = [.. target.Topics.Select(topic => Describe(topic, target.Target))];
        Competences = target.Target.Competences();
    }

    /// <summary>The topics, in the target's order.</summary>
    public IReadOnlyList<TopicContent> Topics { get; }

    /// <summary>The competences of the target, by code.</summary>
    public IReadOnlyList<CompetenceCode> Competences { get; }

    /// <summary>The content of a campaign's target.</summary>
    public static TargetContent Of(CampaignTarget target, Releases releases) => Known.TryGetValue(target.Target, out var known)
        ? known
        : Known.GetValue(target.Target, _ => new TargetContent(
            target,
            releases.At(target.Target.Referential) ?? throw new InvalidOperationException($"Release {target.Target.Referential} of campaign {target.Campaign.Id} is not in the log.")));

    /// <summary>A competence's name.</summary>
    public string NameOf(CompetenceCode competence) => _referential.Find(competence)!.Name;

    /// <summary>A competence's domain.</summary>
    public Area AreaOf(CompetenceCode competence) => _referential.AreaOf(competence);

    /// <summary>A skill's name, such as <c>@sourceImage2</c>.</summary>
    public string NameOf(SkillId skill) => _referential.Find(skill)!.Name;

    private TopicContent Describe(Topic topic, FrozenTarget target)
    {
        PlacedSkill[] skills = [.. topic.Places.Select(place => _referential.Find(target.Skills[place].Skill)!)];
        var tube = skills[0].Tube;
        return new TopicContent(
            topic.Tube,
            tube.PracticalTitle,
            tube.PracticalDescription,
            NameOf(topic.Competence),
            AreaOf(topic.Competence),
            [
                .. skills.SelectMany(skill => skill.Skill.TutorialsToSucceed)
                    .Concat(skills.SelectMany(skill => skill.Skill.TutorialsToLearnMore))
                    .Distinct()
                    .Select(tutorial => TutorialView.Of(_referential.Find(tutorial)!)),
            ]);
    }
}
