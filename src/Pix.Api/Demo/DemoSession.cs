using System.Globalization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>A certification session of the school's pupils, from its opening to the minute it is handed in.</summary>
internal sealed class DemoSession(Node node, DemoSender sender, DemoPlay play, DemoSchool school)
{
    private const int MostCandidates = 20;
    private const int ExtraTimePercent = 33;
    private const int EveryPupil = 200;

    // As SIECLE says the two countries of the sample.
    private static readonly Dictionary<string, string> Countries = new() { ["100"] = "FRANCE", ["125"] = "ALGÉRIE" };

    /// <summary>Opens the session, has every candidate take the test, and hands it in; answers its number and who took it.</summary>
    public async Task<(SessionId Session, IReadOnlyList<DemoCandidate> Candidates)> Hold(CancellationToken cancel)
    {
        var candidates = await Certifiable(cancel);
        var today = TimeZoneInfo.ConvertTime(node.Clock.GetUtcNow(), node.Settings.Rules.Delays.SchoolTime);
        var form = new SessionForm(
            $"{DemoSchool.Name}, 12 rue des Tilleuls, 51100 Reims",
            "Salle informatique 2",
            today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            today.ToString("HH:mm", CultureInfo.InvariantCulture),
            DemoStaff.Supervisor.Name,
            null);
        var opened = await sender.Send(DemoStaff.Referent.Actor, "open the session", new OpenSession(school.Id, form), cancel);
        var session = new SessionId(opened.Session);
        var enrolled = new List<(DemoCandidate Who, CandidateId Id)>();
        foreach (var candidate in candidates) enrolled.Add((candidate, await Enrol(session, candidate, cancel)));

        play.Plan(enrolled.Count);
        await DemoPlay.All(enrolled, (one, stop) => TakeTest(session, one.Who, one.Id, stop), cancel);
        foreach (var (who, id) in enrolled)
        {
            if (who.Report(session, id) is { } report)
                await sender.Send(DemoStaff.Supervisor.Actor, $"report {who.Story}", report, cancel);
        }

        await HandIn(session, cancel);
        return (session, candidates);
    }

    private async Task<IReadOnlyList<DemoCandidate>> Certifiable(CancellationToken cancel)
    {
        var page = await sender.Ask(new ReadPupils(school.Id, DemoSchool.Third, new PageRequest(1, EveryPupil), await node.Shown(cancel)), cancel);
        var certifiable = page.Items.Where(pupil => pupil.Certifiable == true).Select(pupil => pupil.LearnerId).ToHashSet();
        List<DemoCandidate> candidates =
        [
            .. school.PlayersOf(DemoSchool.Third)
                .Where(pupil => certifiable.Contains(pupil.Account.Value))
                .Take(MostCandidates)
                .Select(DemoCandidate.Of),
        ];
        return candidates.Count >= DemoCandidate.Fewest
            ? candidates
            : throw new CliFailureException(
                CliFailureException.Failed, $"{Counted.Of(candidates.Count, "pupil is", "pupils are")} certifiable, the session wants {DemoCandidate.Fewest}: play with more.");
    }

    // As the centre's papers have them: what the school's file says.
    private async Task<CandidateId> Enrol(SessionId session, DemoCandidate candidate, CancellationToken cancel)
    {
        var pupil = (await node.Aggregates.Pupils.Load(Streams.Pupil(candidate.Pupil.Pupil), cancel)).State;
        var facts = node.Personal.Open(pupil.Facts!).Value!;
        var form = new CandidateForm(
            candidate.Pupil.First,
            candidate.Pupil.Last,
            facts.Sex.ToString(),
            candidate.Pupil.Birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Countries[facts.BirthCountryCode!],
            facts.BirthCityCode,
            null,
            facts.BirthCity,
            null,
            DemoStaff.Referent.Email,
            null,
            candidate.Pupil.Division,
            candidate.Story == DemoStory.BirthDateDoubted ? ExtraTimePercent : null);
        var enrolled = await sender.Send(DemoStaff.Referent.Actor, $"enrol {candidate.Pupil.Account}", new EnrolCandidate(session, form), cancel);
        return new CandidateId(enrolled.Candidates[0]);
    }

    private async Task TakeTest(SessionId session, DemoCandidate candidate, CandidateId id, CancellationToken cancel)
    {
        var actor = candidate.Pupil.Actor;
        var document = Text.Of(IdentityDocument.School);
        await sender.Send(DemoStaff.Supervisor.Actor, $"sign {id} in", new SignInCandidate(session, id, DemoStaff.Supervisor.Id, document), cancel);
        var slip = (await node.Aggregates.Sessions.Load(Streams.Session(session), cancel)).State.Candidates.Find(one => one.Id == id)!.PersonalCode;
        await sender.Send(actor, $"join {session}", new JoinSession(candidate.Pupil.Account, null, null, null, null, null, slip), cancel);
        await sender.Send(DemoStaff.Supervisor.Actor, $"authorise {id}", new AuthoriseCandidate(session, id), cancel);
        var test = await sender.Send(actor, $"start {session}", new StartCertification(session, candidate.Pupil.Account), cancel);
        var (certification, sitting) = (new CertificationId(test.CertificationId), test.Sitting!.Value);
        var (number, question) = (test.Number, test.Question);
        while (question is not null)
        {
            if (question.Timer is not null)
                await sender.Send(actor, $"present {session} {number}", new PresentQuestion(certification, sitting), cancel);
            var answer = candidate.Answer(play.Find(question), number!.Value);
            var value = new AnswerValue(answer.Value, false);
            var wish = new AnswerQuestion(certification, sitting, answer.Challenge.Value, value, answer.Value is null, answer.ClaimedSeconds, answer.FocusLost);
            var answered = await sender.Send(actor, $"answer {session} {number}", wish, cancel);
            (number, question) = (answered.Next, answered.Question);
            play.Count();
        }

        play.End();
    }

    private async Task HandIn(SessionId session, CancellationToken cancel)
    {
        var handedIn = new FinaliseSession(session, new Dictionary<string, string>(), "Session calme, trois signalements.", HadIncident: true, HadJoiningIssue: false);
        await sender.Send(DemoStaff.Referent.Actor, "hand the session in", handedIn, cancel);
        await node.Until(
            "the finalisation of the session",
            async () => (await node.Aggregates.Sessions.Load(Streams.Session(session), cancel)).State.IsFinalisationCompleted,
            cancel);
    }
}
