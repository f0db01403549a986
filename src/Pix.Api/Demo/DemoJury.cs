using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>What became of a candidate: the result as it was published, and how the jury came to it.</summary>
internal sealed record DemoCertificate(
    DemoPupil Pupil, CertificationId Certification, string Code, string Status, ScoringView Scoring, IReadOnlyList<DossierIssueView> Issues, string Decision);

/// <summary>The jury: contested tests one by one, the others together, then the publication.</summary>
internal sealed class DemoJury(Node node, DemoSender sender)
{
    private const string Minutes = "Aucun signalement ni écart : les résultats sont confirmés ensemble.";
    private static readonly Actor Officer = DemoStaff.Officer.Actor;

    /// <summary>Deliberates and publishes; answers every test by candidate.</summary>
    public async Task<IReadOnlyList<DemoCertificate>> Deliberate(SessionId session, IReadOnlyList<DemoCandidate> candidates, CancellationToken cancel)
    {
        await sender.Send(Officer, "take charge", new AssignOfficer(session, DemoStaff.Officer.Id), cancel);
        var certificates = new List<DemoCertificate>();
        var together = new List<Guid>();
        var enrolled = (await node.Aggregates.Sessions.Load(Streams.Session(session), cancel)).State.Candidates;
        foreach (var candidate in candidates)
        {
            var certification = enrolled.Find(one => one.Learner == candidate.Pupil.Account)!.Certification!.Value;
            var dossier = await sender.Send(Officer, $"read {certification}", new ReadDossier(certification), cancel);
            if (dossier.Contested) certificates.Add(await Decide(candidate, dossier, cancel));
            else certificates.Add(Of(candidate, dossier, dossier.Status, dossier.Scorings[^1], "together"));
            if (!dossier.Contested) together.Add(dossier.CertificationId);
        }

        await sender.Send(Officer, "deliberate", new DeliberateSession(session, together, Minutes), cancel);
        await sender.Send(Officer, "publish", new PublishSession(session), cancel);
        return certificates;
    }

    private async Task<DemoCertificate> Decide(DemoCandidate candidate, DossierView dossier, CancellationToken cancel)
    {
        var isFraud = dossier.Issues.Any(issue => issue.Category == Text.Of(IssueCategory.Fraud));
        var verdict = Text.Of(isFraud ? JuryVerdict.RejectedForFraud : JuryVerdict.Confirmed);
        var comment = isFraud ? "Un téléphone a servi pendant le test." : "La date de naissance est celle de l’état civil.";
        var decided = await sender.Send(
            Officer,
            $"decide {dossier.CertificationId}",
            new DecideCertification(new CertificationId(dossier.CertificationId), verdict, null, null, comment, dossier.Evidence),
            cancel);
        return Of(candidate, dossier, decided.Status, decided.Scoring, $"alone: {verdict}");
    }

    private static DemoCertificate Of(DemoCandidate candidate, DossierView dossier, string status, ScoringView scoring, string decision) => new(
        candidate.Pupil, new CertificationId(dossier.CertificationId), dossier.VerificationCode, status, scoring, dossier.Issues, decision);
}
