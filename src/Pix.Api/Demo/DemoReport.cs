using System.Globalization;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>What a demonstration tells: how the class did, and what to call next.</summary>
internal static class DemoReport
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>The class, with what each reached.</summary>
    public static async Task Tell(CliConsole console, Node node, DemoGame game, CancellationToken cancel)
    {
        if (!await node.ReadModels.WaitUntil(ProfileReader.ReadModel, await node.Store.Head(cancel), LongestWait, cancel))
            throw new CliFailureException(CliFailureException.Failed, $"The read model '{ProfileReader.ReadModel}' has not caught up: 'status' says why.");
        var profiles = new ProfileReader(node.ReadModels);
        var maximum = node.Settings.Rules.Maximum;
        console.Table(["learner", "pix", "levels"], DemoClass.Pupils.Select(pupil =>
        {
            var profile = profiles.Find(pupil.Id)!.Profile;
            var levels = profile.Competences.Where(competence => game.Competences.Contains(competence.Code))
                .Select(competence => $"{competence.Code}: {CompetenceScore.Of(competence.Total, maximum).Level}{Mark(competence.Status)}");
            return (IReadOnlyList<string>)
            [
                $"{pupil.First} {pupil.Last}",
                profile.Pix(maximum).ToString(CultureInfo.InvariantCulture),
                string.Join("  ", levels),
            ];
        }));
        var played = $"{Counted.Of(DemoClass.Pupils.Count, "learner")}, {Counted.Of(game.Answers, "answer")}";
        console.Line(game.Added == 0
            ? $"{played}: they have played here before, nothing was added"
            : $"{played}: {Counted.Of(game.Added, "event")} added to the log");
    }

    /// <summary>Addresses, tokens and calls that work.</summary>
    public static void TellWhatNext(CliConsole console, ServingNode serving, DemoGame game)
    {
        var pupil = DemoClass.Pupils.First(pupil => pupil.Habit == DemoHabit.Stops);
        var tokens = serving.App.Services.GetRequiredService<Tokens>();
        var test = serving.Node.Learners.Load(Streams.Learner(pupil.Id), CancellationToken.None).AsTask().Result.State
            .OpenTestOf(game.Competences[0]);
        var url = serving.Url;
        console.Line($"""

            serving {serving.Node.Folder.Path} on {url} (process {Environment.ProcessId}); Ctrl-C ends it

            {url}/openapi/v1.json    every call, with examples
            {url}/health/ready       whether it can serve

            {pupil.First} {pupil.Last} stopped in the middle of a test:

            TOKEN={tokens.Issue(pupil.Id.ToString(), Roles.Learner, Tokens.DefaultLifetime)}
            curl -H "Authorization: Bearer $TOKEN" {url}/learners/{pupil.Id}
            curl -H "Authorization: Bearer $TOKEN" {url}/learners/{pupil.Id}/profile
            curl -H "Authorization: Bearer $TOKEN" {url}/learners/{pupil.Id}/tutorials
            """);
        if (test is { State: AssessmentState.Started, Pending: { } pending })
        {
            console.Line($$"""
                curl -H "Authorization: Bearer $TOKEN" {{url}}/assessments/{{new AssessmentId(pupil.Id, test.Ordinal)}}
                curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d '{"challengeId":"{{pending.Challenge}}","skip":true}' {{url}}/assessments/{{new AssessmentId(pupil.Id, test.Ordinal)}}/answers
                """);
        }

        console.Line($"""

            An operator's token, to open accounts:

            OPERATOR={tokens.Issue("demo-operator", Roles.Operator, Tokens.DefaultLifetime)}
            """);
    }

    private static string Mark(ScorecardStatus status) => status == ScorecardStatus.Started ? " (under way)" : string.Empty;
}
