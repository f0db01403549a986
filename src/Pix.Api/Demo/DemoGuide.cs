namespace Pix.Api;

/// <summary>What to call after a demonstration: tokens, addresses and verbs that work.</summary>
internal sealed class DemoGuide(CliConsole console, ServingNode serving, DemoYear year)
{
    private const string Pix = "dotnet run --project src/Pix.Api --";

    /// <summary>Tells it, once the service listens.</summary>
    public void Tell()
    {
        var url = serving.Url;
        console.Line($"""

            serving {serving.Node.Folder.Path} on {url} (process {Environment.ProcessId}); Ctrl-C ends it

            {url}/openapi/v1.json    every call, with examples
            {url}/health/ready       whether it can serve
            """);
        Tell(DemoStaff.Administrator, "the classes, and the pupils of one", $"/organisations/{year.School.Id}/classes", $"/organisations/{year.School.Id}/pupils?division={DemoSchool.Third}");
        Tell(
            DemoStaff.Teacher,
            "the campaigns, what to work on again, who is where",
            $"/organisations/{year.School.Id}/campaigns",
            $"/campaigns/{year.Campaigns.Over.Id}/analysis",
            $"/campaigns/{year.Campaigns.Over.Id}/results -H 'Accept: text/csv'",
            $"/campaigns/{year.Campaigns.GoingOn.Id}/participants");
        var stopped = year.Stopped.Learner;
        Tell(
            year.School.Players.First(pupil => pupil.Account == stopped).Name,
            Roles.Learner,
            stopped.ToString(),
            "stopped in the middle of a campaign; the question that waits is in the participation",
            [$"/learners/{stopped}/profile", $"/participations/{year.Stopped}"]);
        Tell(DemoStaff.Referent, "the session", $"/sessions/{year.Session}");
        Tell(DemoStaff.Officer, "a dossier: every question, every scoring, every decision", $"/jury/certifications/{year.Certificates[0].Certification}");
        console.Line($$"""

            anybody: the certificate of {{year.Best.Pupil.Name}}, in a browser or by a call

            {{url}}/certificates/verify?code={{year.Best.Code}}&score={{year.Best.Scoring.Pix}}
            curl -H "Content-Type: application/json" -d '{"code":"{{year.Best.Code}}","score":{{year.Best.Scoring.Pix}}}' {{url}}/certificates/verify
            """);
        Tell(DemoStaff.Operator, "what is begun and not completed", "/operations");
        console.Line($"""

            {Pix} verify --data {serving.Node.Folder.Path}    every chain of the log
            {Pix} history --learner {year.Certificates[0].Pupil.Account} --data {serving.Node.Folder.Path}
            Mails are in {serving.Node.Folder.Outbox}. By hand: samples/campaign.http and samples/certification.http.
            """);
    }

    private void Tell(DemoMember member, string what, params IReadOnlyList<string> addresses) =>
        Tell(member.Name, member.Role, member.Id.ToString(), what, addresses);

    private void Tell(string name, string role, string subject, string what, IReadOnlyList<string> addresses)
    {
        var token = role.Replace("-", "_", StringComparison.Ordinal).ToUpperInvariant();
        console.Line($"""

            {name} ({role}): {what}

            {token}=$({Pix} token --role {role} --subject {subject} --data {serving.Node.Folder.Path})
            """);
        foreach (var address in addresses) console.Line($"curl -H \"Authorization: Bearer ${token}\" {serving.Url}{address}");
    }
}
