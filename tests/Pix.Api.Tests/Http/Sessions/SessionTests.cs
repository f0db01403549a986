using System.Net;
using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http.Sessions;

/// <summary>A session through the real host, from its opening to the publication of its results.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private static readonly object Form = new { address = "Collège des Tilleuls", room = "Salle 204", date = "2026-05-19", time = "14:30", examiners = "Mme Brun" };
    private static readonly DateTimeOffset At = new(2026, 1, 5, 9, 30, 0, TimeSpan.Zero);
    private readonly OrganisationId _centre = new(Guid.NewGuid());
    private readonly MemberId _head = new(Guid.NewGuid());
    private readonly MemberId _invited = new(Guid.NewGuid());
    private readonly MemberId _officer = new(Guid.NewGuid());
    private PixHost _host = null!;
    private string _session = "";

    public async Task InitializeAsync()
    {
        _host = await PixHost.With(ReferentialBuilder.Of("@web1", "@web2"));
        var person = new PersonId(Guid.NewGuid());
        await Append(_host.Node.Aggregates.Organisations, Streams.Organisation(_centre),
            new OrganisationRegistered("Collège des Tilleuls", OrganisationKind.MiddleSchool, "0511234P", "19", true, true, At),
            new CentreApproved(At),
            new MemberInvited(
                1, MemberRole.CentreHead, person, new Personal<string>(person, "a@b.example"), new Personal<string>(person, "code"), new string('0', 64), At),
            new InvitationAccepted(1, _head, MemberRole.CentreHead, At));
        var opened = (await Head(HttpMethod.Post, $"/centres/{_centre}/sessions", Form)).Ok(HttpStatusCode.Created);
        _session = $"/sessions/{opened["session"]}";
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Everything_that_is_missing_is_said_by_field() =>
        (await Head(HttpMethod.Post, $"/centres/{_centre}/sessions", new { room = "Salle 204", date = "19/05/2026" }))
            .Refused(422, "request_invalid")["errors"].GetProperty("date");

    [Fact]
    public async Task An_edit_counts_for_who_read_the_latest_edition()
    {
        var moved = new { address = "Collège des Tilleuls", room = "Salle 12", date = "2026-05-19", time = "14:30", examiners = "Mme Brun" };
        (await Head(HttpMethod.Put, _session, moved)).Refused(422, "edition_missing");
        (await Head(HttpMethod.Put, _session, moved, ("If-Match", "\"1\""))).Ok(HttpStatusCode.NoContent);
        (await Head(HttpMethod.Put, _session, Form, ("If-Match", "\"1\""))).Refused(409, "session_edited_meanwhile", ("edition", 2));
        Assert.Equal("Salle 12", (await Head(HttpMethod.Get, _session)).Ok()["room"].GetString());
    }

    [Fact]
    public async Task Papers_show_names_as_texts_and_codes_on_slips_only()
    {
        (await Head(HttpMethod.Post, $"{_session}/candidates", Candidate("<b>Zoé</b>"))).Ok(HttpStatusCode.Created);
        var code = (await State()).Candidates[0].PersonalCode;
        var sheet = (await Head(HttpMethod.Get, $"{_session}/sign-in-sheet")).Ok();
        Assert.Equal("text/html", sheet.MediaType);
        Assert.Contains("&lt;b&gt;Zo", sheet.Text, StringComparison.Ordinal);

        // What stands in the head of a table comes back on each page that is printed.
        var repeated = sheet.Text[sheet.Text.IndexOf("<thead>", StringComparison.Ordinal)..sheet.Text.IndexOf("</thead>", StringComparison.Ordinal)];
        Assert.Contains($"session n° {_session.Split('/')[^1]}, le 19/05/2026 à 14:30, Salle 204", repeated, StringComparison.Ordinal);
        Assert.DoesNotContain(code[..4], sheet.Text, StringComparison.Ordinal);
        Assert.Contains($"{code[..4]}-{code[4..7]}-{code[7..]}", (await Head(HttpMethod.Get, $"{_session}/slips")).Ok().Text, StringComparison.Ordinal);
        Assert.DoesNotContain(code[..4], (await Head(HttpMethod.Get, $"{_session}/candidates.csv")).Ok().Text, StringComparison.Ordinal);
        var papers = await _host.Node.Aggregates.Sessions.History(Stream, CancellationToken.None).Select(one => one.Event).OfType<SessionPaperIssued>().ToListAsync();
        Assert.Equal([SessionPaper.SignInSheet, SessionPaper.CandidateSlips, SessionPaper.CandidateList], papers.Select(paper => paper.Paper));
    }

    [Fact]
    public async Task Who_has_the_supervisors_code_enters_and_nobody_else()
    {
        (await Supervisor(HttpMethod.Get, _session)).Refused(403, "forbidden");
        (await Supervisor(HttpMethod.Post, $"{_session}/supervisors", new { code = "BBBBB" })).Refused(404, "supervisor_code_wrong");
        (await Supervisor(HttpMethod.Post, $"{_session}/supervisors", new { code = (await State()).Opened!.SupervisorCode })).Ok(HttpStatusCode.NoContent);
        (await Supervisor(HttpMethod.Get, _session)).Ok();
        (await Supervisor(HttpMethod.Put, _session, Form, ("If-Match", "\"1\""))).Refused(403, "forbidden");
    }

    [Fact]
    public async Task A_session_goes_from_its_candidates_to_its_published_results()
    {
        var (learner, candidate) = await Started();
        (await Head(HttpMethod.Post, $"{_session}/finalisation", new { })).Refused(409, "abort_reason_missing", ("unfinished_tests", 1));
        (await Head(HttpMethod.Post, $"{_session}/incidents", new { candidateId = candidate.Value, category = "signatureIssue", description = "Illisible" }))
            .Ok(HttpStatusCode.Created);
        (await Head(HttpMethod.Post, $"{_session}/finalisation", new { abortReasons = new Dictionary<string, string> { [candidate.ToString()] = "candidate" } }))
            .Ok(HttpStatusCode.NoContent);
        await Happened<FinalisationCompleted>();

        var test = (await _host.Node.Aggregates.Certifications.Load(Streams.Certification((await State()).Candidates[0].Certification!.Value), CancellationToken.None)).State;
        Assert.Equal(learner.Id, test.Started!.Learner);
        Assert.Equal(CertificationEnd.Finalisation, test.Ended!.Reason);
        Assert.Equal(CertificationStatus.Rejected, test.Status);

        var jury = "/jury" + _session;
        (await Jury(HttpMethod.Post, $"{jury}/publication")).Refused(409, "not_deliberated");
        (await Jury(HttpMethod.Put, $"{jury}/officer")).Ok(HttpStatusCode.NoContent);
        (await Jury(HttpMethod.Post, $"{jury}/deliberations", new { certifications = new[] { test.Started.Certification.Value }, minutes = "Rien à signaler." }))
            .Ok(HttpStatusCode.Created);
        (await Jury(HttpMethod.Post, $"{jury}/publication")).Ok(HttpStatusCode.Created);
        Assert.Equal(1, (await Happened<PublicationAnnounced>()).Recipients);
        Assert.Single(Directory.GetFiles(_host.Folder.Outbox, "*.eml", SearchOption.AllDirectories));
        Assert.Equal("processed", (await Jury(HttpMethod.Get, jury)).Ok()["status"].GetString());
        (await Jury(HttpMethod.Post, $"{jury}/unpublication", new { reason = "Erreur" })).Ok(HttpStatusCode.NoContent);
        Assert.Equal("inProcess", (await Jury(HttpMethod.Get, jury)).Ok()["status"].GetString());
    }

    [Fact]
    public async Task A_finalisation_that_a_stop_interrupted_goes_on_at_the_next_start_once()
    {
        var (_, candidate) = await Started();
        var test = (await State()).Candidates[0].Certification!.Value;
        await _host.Stop();
        await using (var node = await Node.Open(_host.Folder, new PixSettings(PixHost.Rules, null, false), _host.Clock, "test", CancellationToken.None))
        {
            // As a process that was killed after its first step left it.
            await Append(node.Aggregates.Sessions, Stream, new SessionFinalised(
                Guid.NewGuid(), [new FinalisedTest(candidate, test, AbortReason.Candidate, [])], null, false, false, _host.Clock.GetUtcNow()));
        }

        await _host.Start();
        await Happened<FinalisationCompleted>();
        var state = (await _host.Node.Aggregates.Certifications.Load(Streams.Certification(test), CancellationToken.None)).State;
        Assert.Single(state.Finalisations);
        Assert.NotEmpty(state.Scorings);
    }

    private StreamName Stream => Streams.Session(new SessionId(int.Parse(_session.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)));

    private static object Candidate(string first = "Zoé") => new
    {
        firstName = first,
        lastName = "Lefèvre",
        sex = "F",
        birthDate = "2011-06-23",
        birthCountry = "FRANCE",
        birthInseeCode = "51454",
        resultsEmail = "scolarite@college.example",
    };

    // Enrolled, signed in, joined, authorised and started, with a test as one that nobody answered.
    private async Task<(Player Learner, CandidateId Candidate)> Started()
    {
        (await Head(HttpMethod.Post, $"{_session}/candidates", Candidate())).Ok(HttpStatusCode.Created);
        (await Head(HttpMethod.Post, $"{_session}/candidates", Candidate("ZOE"))).Refused(409, "candidate_already_enrolled");
        var learner = await _host.Register();
        var enrolled = (await State()).Candidates[0];
        (await learner.Post("/sessions/joining", new { personalCode = enrolled.PersonalCode })).Refused(409, "candidate_not_signed_in");
        (await Head(HttpMethod.Post, $"{_session}/candidates/{enrolled.Id}/sign-in", new { document = "school" })).Ok(HttpStatusCode.NoContent);
        (await learner.Post("/sessions/joining", new { personalCode = enrolled.PersonalCode })).Ok();
        (await Head(HttpMethod.Post, $"{_session}/candidates/{enrolled.Id}/authorisation")).Ok(HttpStatusCode.NoContent);

        Assert.True(Streams.IsSession(Stream, out var id));
        var certification = Streams.CertificationOf(id, enrolled.Id);
        await Append(_host.Node.Aggregates.Sessions, Stream, new CandidateStarted(enrolled.Id, certification, false, _host.Clock.GetUtcNow()));
        var example = StoredEventExamples.OfCertification().OfType<CertificationStarted>().First();
        var now = _host.Clock.GetUtcNow();
        await Append(_host.Node.Aggregates.Certifications, Streams.Certification(certification), example with
        {
            Certification = certification,
            Session = id,
            Candidate = enrolled.Id,
            Learner = learner.Id,
            Deadline = now.AddHours(1),
            At = now,
        });
        return (learner, enrolled.Id);
    }

    private async Task<Session> State() => (await _host.Node.Aggregates.Sessions.Load(Stream, CancellationToken.None)).State;

    private async Task<TEvent> Happened<TEvent>()
        where TEvent : SessionEvent
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await foreach (var page in _host.Node.Store.Subscribe(Position.Start, patience.Token))
        {
            foreach (var record in page.Records)
            {
                if (_host.Node.Codec.Types.TypeBehind(record.Type) == typeof(TEvent)) return (TEvent)_host.Node.Codec.Decode(record).Event;
            }
        }

        throw new InvalidOperationException($"{typeof(TEvent).Name} did not happen.");
    }

    private static async Task Append<TState, TEvent>(Aggregates<TState, TEvent> aggregates, StreamName stream, params TEvent[] events)
        where TState : IAggregate<TState, TEvent>
        where TEvent : class, IDomainEvent
    {
        var command = new Command(Guid.CreateVersion7(), string.Empty, Actor.System, Guid.CreateVersion7());
        Assert.Null((await aggregates.Decide(stream, command, (_, _) => Decision.Of<TEvent>(events), CancellationToken.None)).Refusal);
    }

    private Task<Reply> Head(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        _host.Send(method, path, body, _host.Token(_head.Value.ToString(), Roles.CentreHead), headers);

    private Task<Reply> Supervisor(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        _host.Send(method, path, body, _host.Token(_invited.Value.ToString(), Roles.Supervisor), headers);

    private Task<Reply> Jury(HttpMethod method, string path, object? body = null) =>
        _host.Send(method, path, body, _host.Token(_officer.Value.ToString(), Roles.Jury));
}
