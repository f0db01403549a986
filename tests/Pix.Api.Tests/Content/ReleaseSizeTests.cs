using System.Text.Json;
using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.ContentChecks;

public sealed class ReleaseSizeTests
{
    private const int MaximumCompetenceBytes = 1024 * 1024;
    private const int MaximumFileBytes = 256 * 1024;
    private const int MaximumSteps = 600;

    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_event_of_the_release_is_under_its_limit() =>
        SampleContent.AssertNone(Released().Select(WhyTooBig).OfType<string>());

    [Fact]
    public void Releasing_the_whole_is_an_append_for_each_competence_and_file_and_two_more()
    {
        var events = Released();
        Assert.Equal(SampleContent.Competences.Count() + SampleContent.Draft.Attachments.Count + 2, events.Count);
        Assert.InRange(events.Count, 1, MaximumSteps);
    }

    [Fact]
    public async Task The_whole_is_released_into_a_log()
    {
        using var folder = new TemporaryFolder();
        var settings = new PixSettings(LearnerRules.Default(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")), null, false);
        await using var node = await Node.Open(new DataFolder(folder.File("data")), settings, TimeProvider.System, "test", CancellationToken.None);
        var arguments = new Dictionary<string, string> { ["folder"] = SampleContent.Folder };
        var result = await new ReleaseReferential().Run(node, arguments, new Progress<OperationProgress>(), CancellationToken.None);
        Assert.True(result.Succeeded, result.Sentence);
        Assert.Contains("16 competences", result.Sentence, StringComparison.Ordinal);
    }

    private static List<ReferentialEvent> Released()
    {
        var releases = Releases.Initial;
        var events = new List<ReferentialEvent>();
        foreach (var step in ReleaseDecisions.StepsOf(SampleContent.Draft))
        {
            var decision = step(releases, Now);
            Assert.Null(decision.Refusal);
            events.AddRange(decision.Events);
            releases = decision.Events.Aggregate(releases, (state, happened) => state.Evolve(happened));
        }

        return events;
    }

    private static string? WhyTooBig(ReferentialEvent happened) => happened switch
    {
        CompetenceReleased competence when SizeOf(competence) >= MaximumCompetenceBytes => $"competence {competence.Competence.Code}: {SizeOf(competence)} bytes",
        AttachmentReleased file when file.Content.Length >= MaximumFileBytes => $"files/{file.Name}: {file.Content.Length} bytes",
        ReferentialReleased whole when SizeOf(whole) >= MaximumFileBytes => $"the list of the whole: {SizeOf(whole)} bytes",
        _ => null,
    };

    private static int SizeOf<T>(T happened) => JsonSerializer.SerializeToUtf8Bytes(happened, StoredEventsJson.TypeOf<T>()).Length;
}
