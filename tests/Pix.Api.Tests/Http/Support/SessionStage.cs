using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;

namespace Pix.Api.Tests.Http;

/// <summary>A session up to the door of its test, made of its own events: one candidate, present, linked and authorised.</summary>
internal sealed class SessionStage(PixHost host, Player candidate, int number = 48_213_907)
{
    public static readonly OrganisationId Centre = new(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0101"));
    private static readonly PersonId Papers = new(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0103"));

    /// <summary>Five competences where everything right gives level 1.</summary>
    public static ReferentialBuilder Content { get; } = new[] { "1.1", "1.2", "1.3", "2.1", "2.2" }
        .Aggregate(ReferentialBuilder.Of("@web1", "@web2"), (content, code) => content.With(
            new CompetenceCode(code), code == "1.1" ? [] : [$"@t{code[0]}{code[2]}x1", $"@t{code[0]}{code[2]}x2"]));

    public SessionId Id { get; } = new(number);

    public CandidateId Enrolled { get; } = new(NameBasedGuid.Of("candidate", number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public MemberId Supervisor { get; } = new(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0105"));

    public MemberId Officer { get; } = new(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0104"));

    public CertificationId Test => Streams.CertificationOf(Id, Enrolled);

    public async Task Open()
    {
        await host.Node.Aggregates.Organisations.Decide(
            Streams.Organisation(Centre),
            Fresh(),
            (centre, now) => centre.IsCentre ? [] :
            [
                new OrganisationRegistered("Collège des Tilleuls", OrganisationKind.MiddleSchool, null, "19", true, true, now),
                new CentreApproved(now),
            ],
            CancellationToken.None);
        await OfSession(now =>
        [
            new SessionOpened(
                Centre,
                Papers,
                new SessionDetails("12 rue des Tilleuls", "Salle 204", new DateOnly(2026, 5, 19), new TimeOnly(14, 30)),
                new Personal<SessionTexts>(Papers, new SessionTexts("Mme Brun", null)),
                "BDFK24",
                "H7KQ3",
                now),
            new SupervisorAdmitted(Supervisor, now),
            new CandidateEnrolled(
                Enrolled,
                SatTest.Person,
                new Personal<CandidateIdentity>(SatTest.Person, new CandidateIdentity(
                    "Zoé", "Lefèvre", CandidateSex.F, new DateOnly(2011, 6, 23), SatTest.Identity.BirthPlace, null, null, null, null, 33)),
                "BC2DF3GH",
                null,
                now),
            new CandidateSignedIn(Enrolled, Officer, IdentityDocument.School, now),
            new CandidateLinked(Enrolled, candidate.Id, JoiningWay.PersonalCode, now),
            new CandidateAuthorised(Enrolled, now),
        ]);
    }

    public Task Authorise() => OfSession(now => [new CandidateAuthorised(Enrolled, now)]);

    /// <summary>Finalises, judges the test, and assigns the officer.</summary>
    public async Task Finalise(AbortReason? abort = null)
    {
        var finalisation = Guid.NewGuid();
        await OfSession(now => [new SessionFinalised(finalisation, [new FinalisedTest(Enrolled, Test, abort, [])], null, false, false, now)]);
        foreach (var step in new Func<Certification, DateTimeOffset, Decision<CertificationEvent>>[]
        {
            (test, now) => test.End(CertificationEnd.Finalisation, now),
            (test, now) => test.Judge(finalisation, abort, [], now),
        })
        {
            await host.Node.Aggregates.Certifications.Decide(Streams.Certification(Test), Fresh(), step, CancellationToken.None);
        }

        await OfSession(now => [new FinalisationCompleted(finalisation, now), new JuryOfficerAssigned(Officer, now)]);
    }

    /// <summary>The jury deliberates the test with others, and the results are published.</summary>
    public async Task Publish()
    {
        var scoring = await new CertificationEvidence(host.Node.Store, host.Node.Codec).LatestScoring(Test, CancellationToken.None);
        await OfSession(now =>
        [
            new DeliberationHeld(
                1, [new DeliberatedCertification(Enrolled, Test, scoring!.Revision, scoring.Chain)], new Personal<string>(Papers, "Aucun cas contesté."), now),
            new ResultsPublished(1, [new PublishedResult(Enrolled, Test, scoring.Revision, scoring.Chain)], now),
        ]);
    }

    public async Task<IReadOnlyList<CertificationEvent>> History() =>
        await host.Node.Aggregates.Certifications.History(Streams.Certification(Test), CancellationToken.None)
            .Select(recorded => recorded.Event).ToListAsync();

    public async Task<int> Readings() =>
        (await host.Node.Aggregates.Dossiers.Load(Streams.Dossier(Test), CancellationToken.None)).State.Readings;

    private static Command Fresh()
    {
        var id = Guid.CreateVersion7();
        return new Command(id, string.Empty, Actor.System, id);
    }

    private async Task OfSession(Func<DateTimeOffset, SessionEvent[]> events) => await host.Node.Aggregates.Sessions.Decide(
        Streams.Session(Id), Fresh(), (_, now) => Decision.Of<SessionEvent>(events(now)), CancellationToken.None);
}
