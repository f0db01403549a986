using FsCheck;
using FsCheck.Fluent;
using Pix.Domain;
using Pix.EventStore;
using Xunit;

namespace Pix.Projections.Tests;

public sealed class CampaignsTests
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly LearnerRules Rules = LearnerRules.Default(TimeZoneInfo.Utc);

    [Fact]
    public void The_analysis_that_is_kept_equals_the_formula_from_scratch_and_a_rebuild_equals_live_whatever_the_restarts() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(12),
        Prop.ForAll<int, byte>(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<byte>(), (seed, restarts) => Holds(seed, restarts % 4).GetAwaiter().GetResult()));

    [Fact]
    public async Task Pupils_of_the_classes_that_take_part_are_seen_before_they_begin_and_only_once_their_import_is_completed()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await fixture.Start(TinyReferential.V1, CampaignsProjection.Definition(fixture.Personal));
        await fixture.Append(Streams.Campaign(CampaignHistories.Campaign(0)), CampaignHistories.Created(0, Monday));
        foreach (var pupil in new[] { 1, 2 }) await fixture.Append(Streams.Pupil(CampaignHistories.Pupil(pupil)), CampaignHistories.Imported(pupil, Monday));
        await Join(fixture, 1);
        await Fixture.CaughtUp(readModels);
        Assert.Equal(["Élève1"], List(readModels).Entries.Select(entry => entry.LastName));

        await fixture.Append(Streams.Organisation(CampaignHistories.School), new ImportCompleted(CampaignHistories.Import, 2, 0, 0, 0, Monday));
        await Fixture.CaughtUp(readModels);
        Assert.Equal(
            [("Élève1", ParticipationStanding.InProgress), ("Élève2", ParticipationStanding.NotStarted)],
            List(readModels).Entries.Select(entry => (entry.LastName, entry.Standing)));
        Assert.Equal(2, List(readModels).Total);
        Assert.Equal("Élève2", Assert.Single(List(readModels, ParticipationStanding.NotStarted).Entries).LastName);
    }

    [Fact]
    public async Task An_erasure_takes_the_name_and_leaves_the_counts()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await fixture.Start(TinyReferential.V1, CampaignsProjection.Definition(fixture.Personal));
        await fixture.Append(Streams.Campaign(CampaignHistories.Campaign(0)), CampaignHistories.Created(0, Monday));
        await fixture.Append(Histories.Id(1), Histories.Registered(1, "Éléonore", "Dupré"));
        await fixture.Append(
            Histories.Id(1),
            new CampaignJoined(1, CampaignHistories.Campaign(0), CampaignHistories.School, CampaignType.Assessment, null, new Personal<string>(Histories.Person(1), "n° 17"), Monday),
            Shared(1, new string('V', CampaignHistories.Target.Skills.Count)));
        await Fixture.CaughtUp(readModels);
        var id = new ParticipationId(Histories.Id(1), 1);
        var before = new ParticipantReader(readModels).Find(id)!;
        Assert.Equal(("Dupré", "n° 17", false), (before.LastName, before.ExternalId, before.IsErased));

        await fixture.Append(Histories.Id(1), new PersonErased(Histories.Person(1), Monday));
        await fixture.Keys.Destroy(Histories.Person(1), CancellationToken.None);
        await readModels.Forget(Histories.Person(1), CancellationToken.None);
        await Fixture.CaughtUp(readModels);
        var after = new ParticipantReader(readModels).Find(id)!;
        Assert.Equal((null, null, null, true), (after.LastName, after.FirstName, after.ExternalId, after.IsErased));
        Assert.Equal(before.Sent!.Results, after.Sent!.Results);
        Assert.Equal((1, 1), Counts(readModels));
        Assert.All(new CampaignReader(readModels).Topics(CampaignHistories.Campaign(0))!.Totals, topic => Assert.True(topic.IsMasteredByAll));
    }

    [Fact]
    public async Task A_second_sending_replaces_the_first_and_what_is_prepared_meanwhile_does_not()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await fixture.Start(
            TinyReferential.V1, CampaignsProjection.Definition(fixture.Personal), ParticipationsProjection.Definition(Rules));
        await fixture.Append(Streams.Campaign(CampaignHistories.Campaign(0)), CampaignHistories.Created(0, Monday));
        await Join(fixture, 1);
        var none = new string('F', CampaignHistories.Target.Skills.Count);
        await fixture.Append(Histories.Id(1), Shared(1, none));
        await fixture.Append(Histories.Id(1), new CampaignRetried(1, [], Monday));
        await Fixture.CaughtUp(readModels);
        var entry = Assert.Single(List(readModels).Entries);
        Assert.Equal((ParticipationStanding.Shared, true, 0), (entry.Standing, entry.IsPreparingNext, entry.Validated!.Value));

        await fixture.Append(Histories.Id(1), Shared(2, none.Replace('F', 'V')));
        await Fixture.CaughtUp(readModels);
        entry = Assert.Single(List(readModels).Entries);
        Assert.Equal((false, CampaignHistories.Target.Skills.Count), (entry.IsPreparingNext, entry.Validated!.Value));
        Assert.Equal((1, 1), Counts(readModels));
        Assert.All(new CampaignReader(readModels).Topics(CampaignHistories.Campaign(0))!.Totals, topic => Assert.Equal((1, 1), (topic.Participants, topic.Whole)));
    }

    private static async Task Holds(int seed, int restarts)
    {
        await using var fixture = await Fixture.Create();
        var hungry = CampaignsProjection.Definition(fixture.Personal) with { Create = _ => new CampaignsProjection(fixture.Personal, 1, 2) };
        var restless = ParticipationsProjection.Definition(Rules) with { Create = referential => new ParticipationsProjection(referential, Rules, 2) };
        var histories = new CampaignHistories(seed);
        var steps = histories.Make(150).ToList();
        var readModels = await fixture.Start(TinyReferential.V1, hungry, restless);
        for (var index = 0; index < steps.Count; index++)
        {
            await fixture.Append(steps[index].Stream, steps[index].Events);
            if (restarts == 0 || index % (steps.Count / restarts) != 1) continue;
            await readModels.DisposeAsync();
            readModels = await fixture.Start(TinyReferential.V1, hungry, restless);
        }

        await Fixture.CaughtUp(readModels);
        for (var campaign = 0; campaign < 2; campaign++) IsFromScratch(readModels, histories, campaign);
        await readModels.DisposeAsync();

        readModels = await fixture.Start(TinyReferential.V1, CampaignsProjection.Definition(fixture.Personal), ParticipationsProjection.Definition(Rules));
        await readModels.Rebuild(["campaigns", "participations"], null, CancellationToken.None);
        await readModels.DisposeAsync();
        foreach (var name in new[] { "campaigns", "participations" }) Assert.Equal(Tables.Dump(fixture, name, 1), Tables.Dump(fixture, name, 2));
    }

    private static void IsFromScratch(ReadModels readModels, CampaignHistories histories, int campaign)
    {
        var topics = new CampaignReader(readModels).Topics(CampaignHistories.Campaign(campaign))!;
        var sent = histories.Sent.Where(one => one.Key.Campaign == campaign).Select(one => one.Value).ToList();
        Assert.Equal(sent.Count, topics.Of.Campaign.Received);
        Assert.Equal(histories.Joined.Count(one => one.Campaign == campaign), topics.Of.Campaign.Participants);
        foreach (var (topic, totals) in topics.Of.Topics.Zip(topics.Totals))
        {
            if (sent.Count == 0) Assert.Null(totals.ScoreOf(topic));
            else Assert.Equal(MeanOf(topic, sent), totals.ScoreOf(topic)!.Total);
        }
    }

    // Rule 8.3 to the letter, participant by participant, with nothing of what the read model keeps.
    private static Fraction MeanOf(Topic topic, List<SkillResults> sent)
    {
        var sum = new Fraction(0, 1);
        foreach (var results in sent)
        {
            var skills = topic.Places.Select(place => (CampaignHistories.Target.Skills[place].Level, IsValidated: results.IsValidated(place))).ToList();
            var top = skills.Max(skill => skill.Level);
            var hardest = CampaignHistories.Target.Skills.Max(skill => skill.Level);
            var validated = skills.Where(skill => skill.IsValidated).ToList();
            var reached = validated.Select(skill => skill.Level).DefaultIfEmpty(0).Max();
            var next = skills.Where(skill => !skill.IsValidated).Select(skill => skill.Level).DefaultIfEmpty(top).Min();
            sum += new Fraction(40 * reached, top) + new Fraction(30 * top, hardest) + new Fraction(20 * validated.Count, skills.Count);
            if (validated.Count > 0) sum += new Fraction(10 * reached, next);
        }

        return new Fraction(sum.Numerator, sum.Denominator * sent.Count);
    }

    private static Task<Position> Join(Fixture fixture, int learner) => fixture.Append(
        Histories.Id(learner),
        Histories.Registered(learner, $"Prénom{learner}", $"Nom{learner}"),
        new CampaignJoined(1, CampaignHistories.Campaign(0), CampaignHistories.School, CampaignType.Assessment, CampaignHistories.Pupil(learner), null, Monday));

    private static ResultsShared Shared(int sending, string results) => new(
        1, CampaignHistories.Campaign(0), sending, new SkillResults(results), PixAmount.Zero, [], 8, 1, [], TinyReferential.V1.Version, Monday);

    private static (int Participants, int Received) Counts(ReadModels readModels)
    {
        var entry = new CampaignReader(readModels).Find(CampaignHistories.Campaign(0))!;
        return (entry.Participants, entry.Received);
    }

    private static PageOf<ParticipantEntry> List(ReadModels readModels, ParticipationStanding? standing = null) => new ParticipantReader(readModels).List(
        new ParticipantQuery(new CampaignReader(readModels).Find(CampaignHistories.Campaign(0))!, standing, null, null, 0, 25));
}
