using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections.Tests;

/// <summary>Some schools with a campaign each, whose teams, imports and participants come and go at random; and what there is to count of it.</summary>
internal sealed class OrganisationHistories(int seed)
{
    public const int Schools = 3;
    private const int Learners = 6;
    private readonly Random _random = new(seed);
    private readonly Dictionary<int, List<OrganisationEvent>> _schools = [];
    private readonly Dictionary<(int Learner, int School), int> _sendings = [];
    private DateTimeOffset _now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The work that was begun and not completed: process, stream, key.</summary>
    public HashSet<string> Open { get; } = [];

    public static OrganisationId School(int school) => new(new Guid(school, 7, 0, [1, 2, 3, 4, 5, 6, 7, 8]));

    /// <summary>The figures of a school, counted over all that happened.</summary>
    public EstablishmentFigures FiguresOf(OrganisationId id)
    {
        var school = Enumerable.Range(0, Schools).Single(one => School(one) == id);
        var happened = _schools[school];
        return new EstablishmentFigures(
            happened.OfType<MemberInvited>().Count(),
            happened.OfType<InvitationAccepted>().Count(),
            happened.OfType<ImportCompleted>().LastOrDefault() is { } import ? import.Added + import.Updated + import.Unchanged : 0,
            _sendings.Keys.Count(one => one.School == school),
            _sendings.Count(one => one.Key.School == school && one.Value > 0));
    }

    public IEnumerable<(StreamName Stream, IReadOnlyList<IDomainEvent> Events)> Make(int steps)
    {
        for (var school = 0; school < Schools; school++)
        {
            _schools[school] = [new OrganisationRegistered($"École {school}", OrganisationKind.MiddleSchool, null, "19", true, true, _now)];
            yield return (Streams.Organisation(School(school)), [.. _schools[school]]);
            yield return (Streams.Campaign(CampaignHistories.Campaign(school)), [CampaignHistories.Created(school, _now) with { Organisation = School(school) }]);
        }

        for (var learner = 0; learner < Learners; learner++)
            yield return (Streams.Learner(Histories.Id(learner)), [Histories.Registered(learner, $"Prénom{learner}", $"Nom{learner}")]);
        for (var step = 0; step < steps; step++)
        {
            _now += TimeSpan.FromMinutes(_random.Next(1, 5000));
            var school = _random.Next(Schools);
            if (_random.Next(2) == 0) yield return (Streams.Organisation(School(school)), [Organise(school, step)]);
            else yield return Participate(_random.Next(Learners), school);
        }
    }

    private OrganisationEvent Organise(int school, int step)
    {
        var happened = _schools[school];
        var invited = happened.OfType<MemberInvited>().Count();
        var imports = happened.OfType<ImportStarted>().ToList();
        var member = new MemberId(new Guid(_random.Next(4), 8, 0, [1, 2, 3, 4, 5, 6, 7, 8]));
        var role = _random.Next(2) == 0 ? MemberRole.Administrator : MemberRole.Member;
        var person = CampaignHistories.PupilPerson(step);
        OrganisationEvent one = _random.Next(8) switch
        {
            0 when invited > 0 => Closed("mail", school, new InvitationSent(_random.Next(1, invited + 1), _now), sent => $"{sent.Invitation}"),
            1 when invited > 0 => new InvitationAccepted(_random.Next(1, invited + 1), member, role, _now),
            2 => new MemberRoleChanged(member, role, _now),
            3 => new MemberRemoved(member, Team.Organisation, _now),
            4 => new CentreApproved(_now),
            5 when imports.Count > 0 => Closed(
                "taking",
                school,
                new ImportCompleted(imports[_random.Next(imports.Count)].Import, _random.Next(9), _random.Next(9), _random.Next(9), _random.Next(9), _now),
                completed => $"{completed.Import}"),
            6 => Opened(
                "taking",
                school,
                new ImportStarted(new ImportId(new Guid(step, 9, 0, [1, 2, 3, 4, 5, 6, 7, 8])), PupilFileFormat.Csv, "", 1, _now),
                started => $"{started.Import}"),
            _ => Opened(
                "mail",
                school,
                new MemberInvited(invited + 1, role, person, new Personal<string>(person, "a@college.example"), new Personal<string>(person, "code"), "", _now),
                one => $"{one.Invitation}"),
        };
        happened.Add(one);
        return one;
    }

    // Joins first, then sends, then sends again: another sending of the same participant counts no more.
    private (StreamName Stream, IReadOnlyList<IDomainEvent> Events) Participate(int learner, int school)
    {
        var (key, campaign) = ((learner, school), CampaignHistories.Campaign(school));
        if (_sendings.TryAdd(key, 0))
            return (Streams.Learner(Histories.Id(learner)), [new CampaignJoined(school + 1, campaign, School(school), CampaignType.Assessment, null, null, _now)]);
        var sending = ++_sendings[key];
        LearnerEvent sent = _random.Next(2) == 0
            ? new ResultsShared(school + 1, campaign, sending, new SkillResults("V"), PixAmount.Zero, [], 8, null, [], TinyReferential.V1.Version, _now)
            : new ProfileShared(school + 1, campaign, sending, [], 0, false, 0, 8, TinyReferential.V1.Version, _now);
        return (Streams.Learner(Histories.Id(learner)), [sent]);
    }

    private T Opened<T>(string process, int school, T happened, Func<T, string> key)
    {
        Open.Add($"{process} {Streams.Organisation(School(school))} {key(happened)}");
        return happened;
    }

    private T Closed<T>(string process, int school, T happened, Func<T, string> key)
    {
        Open.Remove($"{process} {Streams.Organisation(School(school))} {key(happened)}");
        return happened;
    }
}
