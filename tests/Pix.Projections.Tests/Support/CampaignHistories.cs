using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections.Tests;

/// <summary>Two campaigns of one school, its pupils, and whatever learners do in them: random, in random order, replaced sendings among it.</summary>
internal sealed class CampaignHistories(int seed)
{
    public const string Division = "6B";
    private const int Learners = 8;
    private readonly Random _random = new(seed);
    private readonly Dictionary<(int Learner, int Campaign), int> _sendings = [];
    private readonly HashSet<int> _erased = [];
    private DateTimeOffset _now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static OrganisationId School { get; } = new(new Guid(7, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8]));

    public static MemberId Teacher { get; } = new(new Guid(8, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8]));

    public static ImportId Import { get; } = new(new Guid(9, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8]));

    /// <summary>Both tubes of the first competence, three levels of one of the second.</summary>
    public static FrozenTarget Target { get; } = FrozenTarget.Of(
        new TargetProfile("essai", "Parcours d’essai", "", 20, [Capped("1.1-t1", 4), Capped("1.1-t2", 4), Capped("1.2-t1", 3)])
        {
            Stages = [new TargetStage(0, "Premier pas", ""), new TargetStage(50, "À mi-chemin", "")],
            Badges = [new TargetBadge("moitie", "Moitié", "", [new TargetCriterion(50)])],
        },
        TinyReferential.V1);

    public static CampaignId Campaign(int campaign) => new(new Guid(campaign, 2, 0, [1, 2, 3, 4, 5, 6, 7, 8]));

    public static PupilId Pupil(int pupil) => new(new Guid(pupil, 3, 0, [1, 2, 3, 4, 5, 6, 7, 8]));

    public static CampaignCreated Created(int campaign, DateTimeOffset at) => new(
        School,
        Teacher,
        Teacher,
        CampaignType.Assessment,
        new CampaignCode($"QSXCRH82{campaign + 2}"),
        new CampaignSettings($"Rentrée n° {campaign}", null, null, null, null, null, null),
        null,
        true,
        Target,
        at);

    public static PupilImported Imported(int pupil, DateTimeOffset at) => new(
        School,
        Import,
        new Personal<PupilFacts>(
            PupilPerson(pupil),
            new PupilFacts($"INE{pupil}", $"Élève{pupil}", null, $"Prénom{pupil}", null, null, null, new DateOnly(2014, 1, 1), null, null, null, null, null, null)),
        Division,
        at);

    public static PersonId PupilPerson(int pupil) => new(new Guid(pupil, 4, 0, [1, 2, 3, 4, 5, 6, 7, 8]));

    /// <summary>What was last sent by each learner to each campaign.</summary>
    public Dictionary<(int Learner, int Campaign), SkillResults> Sent { get; } = [];

    public HashSet<(int Learner, int Campaign)> Joined { get; } = [];

    public IEnumerable<(StreamName Stream, IReadOnlyList<IDomainEvent> Events)> Make(int steps)
    {
        for (var campaign = 0; campaign < 2; campaign++) yield return (Streams.Campaign(Campaign(campaign)), [Created(campaign, _now)]);
        for (var pupil = 0; pupil < Learners; pupil++) yield return (Streams.Pupil(Pupil(pupil)), [Imported(pupil, _now)]);
        yield return (Streams.Organisation(School), [new ImportCompleted(Import, Learners, 0, 0, 0, _now)]);
        for (var learner = 0; learner < Learners; learner++)
            yield return (Streams.Learner(Histories.Id(learner)), [Histories.Registered(learner, $"Prénom{learner}", $"Nom{learner}")]);
        for (var step = 0; step < steps; step++)
        {
            _now += TimeSpan.FromMinutes(_random.Next(1, 5000));
            if (Step() is { } happened) yield return happened;
        }
    }

    private (StreamName Stream, IReadOnlyList<IDomainEvent> Events)? Step()
    {
        var (learner, campaign) = (_random.Next(Learners), _random.Next(2));
        if (_random.Next(40) == 0) return (Streams.Campaign(Campaign(campaign)), [_random.Next(2) == 0 ? new CampaignArchived(_now) : new CampaignRestored(_now)]);
        if (_random.Next(40) == 0) return (Streams.Pupil(Pupil(learner)), [new PupilDisabled(Import, _now)]);
        if (_erased.Contains(learner)) return null;
        if (_random.Next(30) == 0)
        {
            _erased.Add(learner);
            return (Streams.Learner(Histories.Id(learner)), [new PersonErased(Histories.Person(learner), _now)]);
        }

        return (Streams.Learner(Histories.Id(learner)), [.. Play(learner, campaign)]);
    }

    private IEnumerable<LearnerEvent> Play(int learner, int campaign)
    {
        var (part, key) = (campaign + 1, (learner, campaign));
        if (Joined.Add(key))
        {
            yield return new CampaignJoined(
                part, Campaign(campaign), School, CampaignType.Assessment, Pupil(learner), new Personal<string>(Histories.Person(learner), $"n° {learner}"), _now);
            yield break;
        }

        var test = _random.Next(1, 1000);
        var isRetry = Sent.ContainsKey(key);
        if (isRetry) yield return new CampaignRetried(part, [], _now);
        yield return new AssessmentStarted(test, isRetry ? AssessmentPurpose.CampaignRetry : AssessmentPurpose.Campaign, Domain.Target.Of(Target), 1, null, _now) { Participation = part };
        yield return Answer(test);
        if (_random.Next(3) == 0) yield break;
        yield return new AssessmentCompleted(test, _now);
        if (_random.Next(3) == 0) yield break;
        var results = SkillResults.Of(Target.Skills.Select(_ => (SkillResult)_random.Next(5)));
        Sent[key] = results;
        _sendings[key] = _sendings.GetValueOrDefault(key) + 1;
        yield return new ResultsShared(
            part,
            Campaign(campaign),
            _sendings[key],
            results,
            PixAmount.Of(results.Validated),
            Target.PixOf(results, new MaximumLevel(8)),
            8,
            Target.StageOf(results),
            [.. Target.BadgesOf(results).Select(badge => badge.Id)],
            TinyReferential.V1.Version,
            _now);
    }

    private AnswerRecorded Answer(int test)
    {
        var asked = TinyReferential.V1.Find(Target.Skills[_random.Next(Target.Skills.Count)].Skill)!;
        return new AnswerRecorded(
            test,
            1,
            asked.Skill.Challenges[0].Id,
            asked.Id,
            asked.Tube.Id,
            asked.Level,
            asked.Competence,
            null,
            _random.Next(2) == 0 ? AnswerStatus.Ok : AnswerStatus.Ko,
            null,
            1,
            false,
            TinyReferential.V1.Version,
            null,
            _now);
    }

    private static CappedTube Capped(string tube, int level) => new(new TubeId(tube), level);
}
