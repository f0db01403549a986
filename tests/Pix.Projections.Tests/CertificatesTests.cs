using FsCheck;
using FsCheck.Fluent;
using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;
using Xunit;

namespace Pix.Projections.Tests;

/// <summary>Certificates follow publications, the jury and erasures, and nothing else; replaying gives the same ones.</summary>
public sealed class CertificatesTests
{
    private static readonly DateTimeOffset June = new(2026, 6, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly AnswerStatus?[] AllRight = [.. Enumerable.Repeat((AnswerStatus?)AnswerStatus.Ok, 15)];
    private static readonly AnswerStatus?[] AllWrong = [.. Enumerable.Repeat((AnswerStatus?)AnswerStatus.Ko, 15)];
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(10);
    private readonly SatSession _session = new(1);

    [Fact]
    public async Task Nothing_is_certified_before_a_publication_nor_after_it_was_taken_back()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await Started(fixture);
        await Sit(fixture);
        Assert.Equal((CertificateStanding.Awaiting, null), Summary(await Read(readModels, 1)));
        Assert.Null(await FindIssued(readModels, 120));

        await Append(fixture, _session.Published(June));
        Assert.Equal((CertificateStanding.Valid, 120), Summary(await Read(readModels, 1)));
        Assert.Equal((CertificateStanding.Rejected, 0), Summary(await Read(readModels, 2)));
        Assert.Equal("Collège des Tilleuls", (await Read(readModels, 1)).Centre);

        await Append(fixture, _session.Unpublished(June));
        Assert.Equal((CertificateStanding.Awaiting, null), Summary(await Read(readModels, 1)));
        Assert.Equal(CertificateStanding.Awaiting, (await FindIssued(readModels, 120))!.Standing);

        await Append(fixture, _session.Published(June.AddYears(1)));
        var again = await Read(readModels, 1);
        Assert.Equal((CertificateStanding.Valid, June, June.AddYears(1)), (again.Standing, again.FirstPublishedAt!.Value, again.PublishedAt!.Value));
    }

    [Fact]
    public async Task A_scoring_counts_once_it_is_published_and_not_before()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await Started(fixture);
        await Sit(fixture);
        await Append(fixture, _session.Published(June));
        await Append(fixture, 1, _session.State(1).Score(ScoringEmitter.Neutralisation, June) with { Pix = 64 });
        Assert.Equal(120, (await Read(readModels, 1)).Result!.Pix);

        await Append(fixture, _session.Unpublished(June), _session.Published(June));
        Assert.Equal(64, (await Read(readModels, 1)).Result!.Pix);
        Assert.Null(await FindIssued(readModels, 120));
        Assert.NotNull(await FindIssued(readModels, 64));
    }

    [Fact]
    public async Task What_the_jury_decides_after_a_publication_counts_at_once()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await Started(fixture);
        await Sit(fixture);
        await Append(fixture, _session.Published(June));
        await Append(fixture, 1, _session.Decided(1, JuryVerdict.RejectedForFraud, "Un tiers a répondu.", June));
        var fraud = await Read(readModels, 1);
        Assert.Equal((CertificateStanding.Rejected, "Un tiers a répondu."), (fraud.Standing, fraud.CommentForCandidate));

        await Append(fixture, 1, _session.Decided(1, JuryVerdict.FraudRejectionLifted, null, June), _session.Decided(1, JuryVerdict.Cancelled, null, June));
        Assert.Equal(CertificateStanding.Cancelled, (await Read(readModels, 1)).Standing);
        await Append(fixture, 1, _session.Decided(1, JuryVerdict.CancellationLifted, null, June), _session.Corrected(1, "Lefebvre", June));
        var corrected = await Read(readModels, 1);
        Assert.Equal((CertificateStanding.Valid, "Lefebvre"), (corrected.Standing, corrected.Identity!.LastName));

        await Append(fixture, 1, _session.Revoked(1, June));
        Assert.Equal(CertificateStanding.Revoked, (await Read(readModels, 1)).Standing);
        Assert.Equal(CertificateStanding.Revoked, (await FindIssued(readModels, 120))!.Standing);
    }

    [Fact]
    public async Task Who_is_erased_leaves_a_result_and_no_name_whichever_way_it_is_folded()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await Started(fixture);
        await Sit(fixture);
        await Append(fixture, _session.Published(June));
        await Append(fixture, 1, _session.Decided(1, JuryVerdict.Confirmed, "Bravo-Unique", June));
        await Erase(fixture, readModels, 1);
        await Fixture.CaughtUp(readModels);
        var erased = await Read(readModels, 1);
        Assert.Equal((true, null, null, null, 120), (erased.IsErased, erased.Identity, erased.CommentForCandidate, erased.Division, erased.Result!.Pix));
        Assert.NotNull((await Read(readModels, 2)).Identity);

        await readModels.Rebuild(["certificates"], null, CancellationToken.None);
        await readModels.DisposeAsync();
        Assert.Equal(Tables.Dump(fixture, "certificates", 1), Tables.Dump(fixture, "certificates", 2));
    }

    [Fact]
    public async Task Sessions_are_listed_with_their_candidates_and_tests()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await Started(fixture);
        await Sit(fixture);
        await fixture.Append(Streams.Session(_session.Id), [_session.Enrolled(3), new CandidateWithdrawn(_session.Candidate(3), June), _session.Enrolled(4)]);
        await Fixture.CaughtUp(readModels);
        var sessions = new SessionListReader(readModels);
        var (page, total) = sessions.List(new SessionQuery(SatSession.Centre, null, 0, 10));
        var line = Assert.Single(page);
        Assert.Equal((1, 3, 2, SessionStatus.InProcess), (total, line.Candidates, line.Tests, line.Status));
        Assert.Empty(sessions.List(new SessionQuery(null, SessionStatus.Processed, 0, 10)).Page);
        Assert.Equal([_session.Pupil(2)], new CertificateReader(readModels).OfPupils([_session.Pupil(2), _session.Pupil(4)]).Select(test => test.Pupil!.Value));
    }

    [Fact]
    public void Replaying_gives_the_same_certificates_byte_for_byte_whatever_the_restarts() => Check.One(
        Few,
        Prop.ForAll<int, byte>(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<byte>(), (seed, restarts) => Holds(seed, restarts % 4).GetAwaiter().GetResult()));

    private static async Task Holds(int seed, int restarts)
    {
        await using var fixture = await Fixture.Create();
        var hungry = CertificatesProjection.Definition(fixture.Personal) with { Create = _ => new CertificatesProjection(fixture.Personal, rowsInMemory: 2) };
        var random = new Random(seed);
        var sessions = new[] { new SatSession(1), new SatSession(2) };
        var readModels = await fixture.Start(null, hungry);
        await fixture.Append(Streams.Organisation(SatSession.Centre), [SatSession.CentreRegistered]);
        foreach (var session in sessions)
        {
            await fixture.Append(Streams.Session(session.Id), [session.Opened(SatSession.Centre), .. Enumerable.Range(1, 4).Select(session.Enrolled)]);
            for (var candidate = 1; candidate <= 3; candidate++)
            {
                var answers = Enumerable.Range(0, 15).Select(_ => (AnswerStatus?)(random.Next(4) == 0 ? AnswerStatus.Ko : AnswerStatus.Ok)).ToArray();
                await fixture.Append(Streams.Certification(session.Test(candidate)), session.Sat(candidate, answers));
            }

            await fixture.Append(Streams.Session(session.Id), session.HandedIn());
        }

        for (var step = 0; step < 30; step++)
        {
            await Step(fixture, readModels, sessions[random.Next(2)], random, June.AddHours(step));
            if (restarts == 0 || step % (30 / restarts) != 1) continue;
            await readModels.DisposeAsync();
            readModels = await fixture.Start(null, hungry);
        }

        await Fixture.CaughtUp(readModels);
        await readModels.DisposeAsync();
        readModels = await fixture.Start(null, CertificatesProjection.Definition(fixture.Personal));
        await readModels.Rebuild(["certificates"], null, CancellationToken.None);
        await readModels.DisposeAsync();
        Assert.Equal(Tables.Dump(fixture, "certificates", 1), Tables.Dump(fixture, "certificates", 2));
        Assert.Contains(sessions[0].Code(1), Tables.Dump(fixture, "certificates", 2), StringComparison.Ordinal);
    }

    private static async Task Step(Fixture fixture, ReadModels readModels, SatSession session, Random random, DateTimeOffset at)
    {
        var candidate = random.Next(1, 4);
        var verdicts = Enum.GetValues<JuryVerdict>();
        var (stream, test) = (Streams.Session(session.Id), Streams.Certification(session.Test(candidate)));
        switch (random.Next(8))
        {
            case 0 or 1:
                await fixture.Append(stream, [session.Published(at)]);
                break;
            case 2:
                await fixture.Append(stream, [session.Unpublished(at)]);
                break;
            case 3:
                await fixture.Append(test, session.Then(candidate, session.State(candidate).Score(ScoringEmitter.Neutralisation, at) with { Pix = random.Next(64, 300) }));
                break;
            case 4 when !IsErased(fixture, session.Person(candidate)):
                await fixture.Append(test, session.Then(candidate, session.Corrected(candidate, $"Nom{random.Next(9)}", at)));
                break;
            case 5 when random.Next(3) == 0:
                await Erase(fixture, readModels, session, candidate);
                break;
            case 6 when !IsErased(fixture, session.Person(candidate)):
                await fixture.Append(test, session.Then(candidate, session.Revoked(candidate, at)));
                break;
            default:
                await fixture.Append(test, session.Then(candidate, session.Decided(candidate, verdicts[random.Next(verdicts.Length)], null, at)));
                break;
        }
    }

    private Task Erase(Fixture fixture, ReadModels readModels, int candidate) => Erase(fixture, readModels, _session, candidate);

    private static async Task Erase(Fixture fixture, ReadModels readModels, SatSession session, int candidate)
    {
        // Whoever was enrolled by a form is erased as a candidate, others with their account: here every second one.
        if (candidate % 2 == 0) await fixture.Append(Streams.Session(session.Id), [new CandidateErased(session.Candidate(candidate), session.Person(candidate), June)]);
        else await fixture.Append(Streams.Learner(session.Learner(candidate)), [new PersonErased(session.Person(candidate), June)]);
        await fixture.Keys.Destroy(session.Person(candidate), CancellationToken.None);
        await readModels.Forget(session.Person(candidate), CancellationToken.None);
    }

    private static bool IsErased(Fixture fixture, PersonId person) => fixture.Keys.Find(person).State == KeyState.Destroyed;

    private static Task<ReadModels> Started(Fixture fixture) => fixture.Start(null, CertificatesProjection.Definition(fixture.Personal));

    private async Task Sit(Fixture fixture)
    {
        await fixture.Append(Streams.Organisation(SatSession.Centre), [SatSession.CentreRegistered]);
        await fixture.Append(Streams.Session(_session.Id), [_session.Opened(SatSession.Centre), _session.Enrolled(1), _session.Enrolled(2)]);
        await fixture.Append(Streams.Certification(_session.Test(1)), _session.Sat(1, AllRight));
        await fixture.Append(Streams.Certification(_session.Test(2)), _session.Sat(2, AllWrong));
        await fixture.Append(Streams.Session(_session.Id), _session.HandedIn());
    }

    private Task<Position> Append(Fixture fixture, params SessionEvent[] events) => fixture.Append(Streams.Session(_session.Id), events);

    private Task<Position> Append(Fixture fixture, int candidate, params CertificationEvent[] events) =>
        fixture.Append(Streams.Certification(_session.Test(candidate)), _session.Then(candidate, events));

    private async Task<CertificateEntry> Read(ReadModels readModels, int candidate)
    {
        await Fixture.CaughtUp(readModels);
        return new CertificateReader(readModels).Find(_session.Test(candidate))!;
    }

    private async Task<CertificateEntry?> FindIssued(ReadModels readModels, int pix)
    {
        await Fixture.CaughtUp(readModels);
        return new CertificateReader(readModels).FindIssued(_session.Code(1), pix);
    }

    private static (CertificateStanding, int?) Summary(CertificateEntry entry) => (entry.Standing, entry.Result?.Pix);
}
