using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;
using Xunit;

namespace Pix.Tests.Certifications;

/// <summary>Whole sessions, from the tests to what is published: their events alone say everything that is on a certificate.</summary>
public sealed class SessionReplayProperties
{
    private static readonly CertificationRules Rules =
        CertificationRules.Default(LearnerRules.Default(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")));

    private static readonly SessionId Id = new(48_213_907);
    private static readonly PersonId Papers = new(new Guid(9, 9, 0, new byte[8]));
    private static readonly MemberId Officer = new(new Guid(9, 8, 0, new byte[8]));
    private static readonly PersonKeysInMemory Keys = new();
    private static readonly PersonalReader Personal = new(Keys);
    private static readonly JuryComments Silent = new(null, null, null);

    private static readonly Gen<Played> Tests =
        from answers in Gen.Frequency((6, Gen.Constant("juste")), (2, Gen.Constant("faux")), (1, Gen.Constant(""))).ArrayOf(15)
        from answered in Gen.Frequency((4, Gen.Constant(15)), (1, Gen.Choose(0, 14)))
        from abort in Gen.Elements(Enum.GetValues<AbortReason>())
        from focusLost in Gen.Choose(0, 15)
        from neutralised in Gen.Choose(0, 15)
        from verdict in Gen.Elements(JuryVerdict.Confirmed, JuryVerdict.RejectedForFraud, JuryVerdict.Cancelled)
        select new Played(answers, answered, abort, focusLost, neutralised, verdict);

    private static readonly Gen<World> Worlds =
        from tests in Tests.NonEmptyListOf()
        from incidents in Incidents.ListOf(8)
        from order in Gen.Choose(0, 999).ArrayOf(8)
        select new World([.. tests.Take(4)], [.. incidents], order);

    private static Gen<Incident> Incidents =>
        from candidate in Gen.Choose(0, 3)
        from subcategory in Gen.Elements(IssueReports.SubcategoriesOf(IssueCategory.InChallenge).ToArray())
        from question in Gen.Choose(1, 16)
        select new Incident(candidate, subcategory, question);

    [Fact]
    public void A_session_replayed_from_what_is_stored_gives_the_same_certificates() => ForAll(world =>
    {
        var history = world.Take(Rules, world.Reports);
        Assert.Equal(CertificatesOf(history), CertificatesOf(history.Stored()));
    });

    [Fact]
    public void Another_highest_level_of_the_day_after_the_start_changes_no_certificate() => ForAll(world => Assert.Equal(
        CertificatesOf(world.Take(Rules, world.Reports)),
        CertificatesOf(world.Take(Rules with { Maximum = new MaximumLevel(2), Locale = "nl" }, world.Reports))));

    [Fact]
    public void The_order_of_the_incidents_of_a_session_does_not_change_a_certificate() => ForAll(world => Assert.Equal(
        CertificatesOf(world.Take(Rules, world.Reports)),
        CertificatesOf(world.Take(Rules, [.. world.Reports.Zip(world.Order).OrderBy(one => one.Second).Select(one => one.First)]))));

    private static void ForAll(Action<World> holds) => Check.QuickThrowOnFailure(Prop.ForAll(Worlds.ToArbitrary(), holds));

    // What anybody is shown of each certification: nothing but the events is at hand, and they are enough.
    private static List<string> CertificatesOf(History history)
    {
        var session = history.OfSession.Aggregate(Session.Initial, (state, happened) => state.Evolve(happened));
        var validUntil = CertificateContent.ValidUntil(DateOnly.FromDateTime(session.FirstPublishedAt!.Value.UtcDateTime));
        return [.. session.Published!.Results.Select(result =>
        {
            var events = history.OfTests[result.Certification];
            var test = Certification.Initial.After(events);
            var scored = (CertificationScored)events[(int)result.Revision];
            return JsonSerializer.Serialize(new
            {
                Code = test.Started!.VerificationCode,
                Who = Personal.Open(test.Identity!).Value,
                Content = CertificateContent.Of(scored),
                Status = Certification.StatusOf(scored.Status, test.IsCancelled),
                scored.Right,
                scored.Considered,
                Again = test.Score(scored.Emitter, scored.At).Pix,
                validUntil,
            });
        })];
    }

    private sealed record Incident(int Candidate, IssueSubcategory Subcategory, int Question);

    private sealed record Played(string[] Answers, int Answered, AbortReason Abort, int FocusLost, int Neutralised, JuryVerdict Verdict);

    private sealed record History(IReadOnlyList<SessionEvent> OfSession, IReadOnlyDictionary<CertificationId, IReadOnlyList<CertificationEvent>> OfTests)
    {
        /// <summary>The same after it was written to a log and read from it.</summary>
        public History Stored()
        {
            var codec = new EventCodec(EventTypes.Pix, Keys, PersonalSealing.RandomNonces);
            return new History(
                [.. OfSession.Select((happened, revision) => Stored(codec, Streams.Session(Id), revision, happened))],
                OfTests.ToDictionary(
                    test => test.Key,
                    test => (IReadOnlyList<CertificationEvent>)[.. test.Value.Select((happened, revision) => Stored(codec, Streams.Certification(test.Key), revision, happened))]));
        }

        private static T Stored<T>(EventCodec codec, StreamName stream, int revision, T happened)
            where T : class, IDomainEvent
        {
            var id = Guid.NewGuid();
            var (type, data) = codec.Encode(happened, stream, id, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            return (T)codec.Decode(new EventStore.Record(new Position(revision), stream, new Revision(revision), id, type, data, ReadOnlyMemory<byte>.Empty)).Event;
        }
    }

    private sealed record World(IReadOnlyList<Played> Tests, IReadOnlyList<Incident> Incidents, int[] Order)
    {
        public IReadOnlyList<Incident> Reports => [.. Incidents.Where(incident => incident.Candidate < Tests.Count)];

        public History Take(CertificationRules rules, IReadOnlyList<Incident> reports)
        {
            var session = new List<SessionEvent>
            {
                new SessionOpened(
                    new OrganisationId(Officer.Value),
                    Papers,
                    new SessionDetails("12 rue des Tilleuls", "Salle 204", new DateOnly(2026, 5, 18), new TimeOnly(8, 0)),
                    new Personal<SessionTexts>(Papers, new SessionTexts("Mme Brun", null)),
                    "BDFK24",
                    "H7KQ3",
                    SatTest.Monday),
            };
            session.AddRange(Tests.SelectMany((_, index) => Enrolled(index)));
            foreach (var incident in reports)
            {
                Do(session, Session.Initial, (state, now) => state.ReportIncident(
                    Candidate(incident.Candidate), IssueCategory.InChallenge, incident.Subcategory, incident.Question, null, now));
            }

            var tests = Tests.Select((played, index) => Sat(index, played, rules)).ToList();
            var unfinished = Tests.Index().Where(test => test.Item.Answered < 15).ToDictionary(test => Candidate(test.Index), test => test.Item.Abort);
            Do(session, Session.Initial, (state, now) => state.Finalise(
                Officer.Value,
                Tests.Index().ToDictionary(test => Candidate(test.Index), test => test.Item.Answered < 15 ? TestAtHand.Unfinished : TestAtHand.Finished),
                new FinalisationForm(unfinished, null, false, false),
                now));
            var finalised = session.OfType<SessionFinalised>().Single();
            for (var index = 0; index < tests.Count; index++) Judge(tests[index], finalised.Tests[index], Tests[index]);
            Do(session, Session.Initial, (state, now) => state.CompleteFinalisation(now));
            Do(session, Session.Initial, (state, now) => state.AssignOfficer(Officer, now));
            var judged = tests.Select(Judged).ToList();
            if (judged.Exists(test => !test.IsDecided))
                Do(session, Session.Initial, (state, now) => state.Deliberate([.. judged.Where(test => !test.IsDecided)], "PV", now));
            Do(session, Session.Initial, (state, now) => state.Publish(judged, now));
            return new History(session, tests.ToDictionary(test => ((CertificationStarted)test[0]).Certification, IReadOnlyList<CertificationEvent> (test) => test));
        }

        private static List<CertificationEvent> Sat(int index, Played played, CertificationRules rules)
        {
            var started = SatTest.Started([.. Enumerable.Range(0, 15).Select(Question)]) with
            {
                Certification = Test(index),
                Candidate = Candidate(index),
                VerificationCode = $"P-BCD234F{index + 2}",
            };
            var test = new List<CertificationEvent> { started };
            for (var number = 1; number <= played.Answered; number++)
            {
                var value = played.Answers[number - 1];
                var answer = new SubmittedAnswer(new ChallengeId($"question{number}"), value.Length == 0 ? null : value, 10, played.FocusLost == number);
                Do(test, Certification.Initial, (state, now) => state.Answer(SatTest.Sitting, answer, rules, now));
            }

            return test;
        }

        // Contested ones are decided alone; of the others some have a question neutralised by hand, and are decided with the rest.
        private static void Judge(List<CertificationEvent> test, FinalisedTest handedIn, Played played)
        {
            Do(test, Certification.Initial, (state, now) => state.End(CertificationEnd.Finalisation, now));
            Do(test, Certification.Initial, (state, now) => state.Judge(Officer.Value, handedIn.Abort, handedIn.Issues, now));
            if (played.Neutralised > 0) Do(test, Certification.Initial, (state, now) => state.Neutralise(played.Neutralised, state.Revision, now));
            if (!Certification.Initial.After(test).IsContested && played.Verdict == JuryVerdict.Confirmed) return;
            Do(test, Certification.Initial, (state, now) => state.Decide(played.Verdict, Silent, Pieces(state).All, Pieces(state), now));
        }

        private static JudgedTest Judged(List<CertificationEvent> test)
        {
            var state = Certification.Initial.After(test);
            var scoring = test.FindLastIndex(happened => happened is CertificationScored);
            return new JudgedTest(state.Started!.Certification) { Scoring = (scoring, "chain"), IsContested = state.IsContested, IsDecided = state.IsDecided };
        }

        private static DossierPieces Pieces(Certification test) => new(
            test.Started!.Positioning,
            new StreamEvidence("certification-1", test.Revision, new string('b', 64)),
            new StreamEvidence("session-1", 12, new string('c', 64)));

        private static IEnumerable<SessionEvent> Enrolled(int index)
        {
            var person = new PersonId(Of(index, 3));
            yield return new CandidateEnrolled(
                Candidate(index),
                person,
                new Personal<CandidateIdentity>(person, new CandidateIdentity(
                    $"Zoé {index}", "Lefèvre", CandidateSex.F, new DateOnly(2011, 6, 23), SatTest.Identity.BirthPlace, null, null, null, null, 0)),
                $"BC2DF3G{index}",
                null,
                SatTest.Monday);
            yield return new CandidateStarted(Candidate(index), Test(index), false, SatTest.Monday);
        }

        private static CertificationQuestion Question(int index)
        {
            var question = SatTest.Question(index);
            return question with
            {
                Challenge = question.Challenge with
                {
                    Focused = index % 3 == 0,
                    TimerSeconds = index % 5 == 0 ? 60 : null,
                    Attachments = index % 4 == 0 ? ["a.txt"] : [],
                },
            };
        }

        private static void Do<TState, TEvent>(List<TEvent> events, TState initial, Func<TState, DateTimeOffset, Decision<TEvent>> wish)
            where TState : IAggregate<TState, TEvent>
            where TEvent : class, IDomainEvent
        {
            var decision = wish(events.Aggregate(initial, (state, happened) => state.Evolve(happened)), SatTest.Monday);
            Assert.True(decision.Refusal is null, decision.Refusal?.Code);
            events.AddRange(decision.Events);
        }

        private static CandidateId Candidate(int index) => new(Of(index, 1));

        private static CertificationId Test(int index) => new(Of(index, 2));

        private static Guid Of(int index, short kind) => new(index, kind, 0, new byte[8]);
    }
}
