using Pix.Api;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Benchmarks;

/// <summary>A school with a teacher, its campaigns, and participants who have sent results: real events, through codec and chain, in the log.</summary>
internal sealed class CampaignStage
{
    private const int AppendsAtOnce = 256;
    private const int HighestLevel = 8;
    private static readonly string[] FirstNames = ["Ada", "Bérénice", "Côme", "Diane", "Élie", "Fanny", "Gaëlle", "Hugo"];
    private readonly Node _node;
    private readonly OrganisationId _school = new(Guid.CreateVersion7());
    private readonly MemberId _teacher = new(Guid.CreateVersion7());

    private CampaignStage(Node node, Releases releases) => (_node, Releases) = (node, releases);

    public Releases Releases { get; }

    /// <summary>The subject of the teacher's token.</summary>
    public string Teacher => _teacher.Value.ToString();

    public static async Task<CampaignStage> On(Node node)
    {
        var stage = new CampaignStage(node, (await node.Releases.Load(Streams.Referential, CancellationToken.None)).State);
        var code = InvitationCode.Of(Guid.CreateVersion7());
        var facts = new OrganisationFacts("Collège Jeanne Barret", OrganisationKind.MiddleSchool, "0511234P", "19", ManagesPupils: false, ShowsSkills: true);
        await stage.Decide((school, now) => school.Register(facts, now));
        await stage.Decide((school, now) => school.Invite(new PersonId(Guid.CreateVersion7()), "a@college.example", MemberRole.Member, code, [], now));
        await stage.Decide((school, now) => school.Accept(code, stage._teacher, now));
        return stage;
    }

    /// <summary>A campaign on everything in these competences.</summary>
    public async Task<CampaignId> Create(params CompetenceCode[] competences)
    {
        var id = new CampaignId(Guid.CreateVersion7());
        var content = Releases.Active!;
        var tubes = competences.SelectMany(code => content.Find(code)!.Tubes).Select(tube => new CappedTube(tube.Id, HighestLevel));
        var profile = new TargetProfile("bench", "Parcours", "", 60, [.. tubes])
        {
            Stages = [new TargetStage(0, "Premier pas", ""), new TargetStage(25, "En chemin", ""), new TargetStage(75, "Arrivé", "")],
        };
        var wish = new CampaignWish
        {
            Organisation = _school,
            Creator = _teacher,
            Owner = _teacher,
            Type = CampaignType.Assessment,
            TargetProfile = profile.Id,
            Name = "Rentrée",
        };
        var code = CampaignDecisions.CodesFrom(id.GetHashCode()).First();
        var decided = await _node.Aggregates.Campaigns.Decide(
            Streams.Campaign(id), NewCommand(), (campaign, now) => campaign.Create(wish, code, FrozenTarget.Of(profile, content), now), CancellationToken.None);
        return decided.Refusal is { } refusal ? throw new InvalidOperationException(refusal.Code) : id;
    }

    /// <summary>So many participants enter and send results, each their own; one key seals all their names.</summary>
    public async Task Fill(CampaignId id, int participants)
    {
        var created = (await Campaign(id)).Created!;
        var person = new PersonId(Guid.CreateVersion7());
        await Parallel.ForEachAsync(Enumerable.Range(0, participants), new ParallelOptions { MaxDegreeOfParallelism = AppendsAtOnce }, async (index, cancel) =>
        {
            var learner = new LearnerId(Guid.CreateVersion7());
            var name = new PersonName(FirstNames[index % FirstNames.Length], $"Durand {index}");
            LearnerEvent[] events =
            [
                new LearnerRegistered(person, new Personal<PersonName>(person, name), created.At),
                new CampaignJoined(1, id, created.Organisation, created.Type, null, null, created.At),
                Shared(id, created.Target!, new Random(index), created.At),
            ];
            var records = new NewRecord[events.Length];
            var head = StreamHead.Empty;
            for (var place = 0; place < events.Length; place++)
            {
                var recordId = Guid.NewGuid();
                var (type, data) = await _node.Codec.Encode(events[place], Streams.Learner(learner), recordId, cancel);
                var metadata = new EventMetadata(created.At, new Actor(learner.ToString(), Roles.Learner), recordId, recordId, string.Empty).ToJson();
                (records[place], head) = head.Link(Streams.Learner(learner), recordId, type, metadata, data);
            }

            if (await _node.Store.Append(Streams.Learner(learner), Revision.None, records, cancel) is var result and not AppendResult.Appended)
                throw new InvalidOperationException($"{result}");
        });
    }

    /// <summary>The campaign as it stands.</summary>
    public async Task<Campaign> Campaign(CampaignId id) => (await _node.Aggregates.Campaigns.Load(Streams.Campaign(id), CancellationToken.None)).State;

    private ResultsShared Shared(CampaignId id, FrozenTarget target, Random random, DateTimeOffset at)
    {
        var maximum = _node.Settings.Rules.Maximum;
        var reached = target.Skills.Select(skill => skill.Tube).Distinct().ToDictionary(tube => tube, _ => random.Next(-1, 7));
        var results = SkillResults.Of(target.Skills.Select(skill => ResultOf(skill.Level, reached[skill.Tube])));
        var competences = target.PixOf(results, maximum);
        return new ResultsShared(
            1, id, 1, results, SharedCompetence.Sum(competences, maximum), competences, maximum.Level, target.StageOf(results), [], target.Referential, at);
    }

    private static SkillResult ResultOf(int level, int reached) => reached switch
    {
        < 0 => SkillResult.Untested,
        _ when level == reached => SkillResult.Validated,
        _ when level < reached => SkillResult.ValidatedByInference,
        _ when level == reached + 1 => SkillResult.Invalidated,
        _ => SkillResult.InvalidatedByInference,
    };

    private static Command NewCommand()
    {
        var id = Guid.CreateVersion7();
        return new Command(id, string.Empty, Actor.System, id);
    }

    private async Task Decide(Func<Organisation, DateTimeOffset, Decision<OrganisationEvent>> decide)
    {
        var decided = await _node.Aggregates.Organisations.Decide(Streams.Organisation(_school), NewCommand(), decide, CancellationToken.None);
        if (decided.Refusal is { } refusal) throw new InvalidOperationException(refusal.Code);
    }
}
