using Pix.Testing;
using Xunit;

namespace Pix.EventStore.Tests;

/// <summary>The catalogue says what the code does: below its mark it is generated, above it is checked.</summary>
public sealed class EventCatalogueTests
{
    private const string Mark = "<!-- Generated from here on: PIX_UPDATE_DOCS=1 dotnet test tests/Pix.EventStore.Tests --filter EventCatalogue -->\n";

    [Fact]
    public async Task The_catalogue_lists_every_stored_event_as_it_is()
    {
        var page = File.ReadAllText(Catalogue()).ReplaceLineEndings("\n");
        var generated = page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        Assert.True(generated >= Mark.Length, $"{Catalogue()} has lost its mark: {Mark}");
        var expected = page[..generated] + await EventCatalogue.Write();
        if (Environment.GetEnvironmentVariable("PIX_UPDATE_DOCS") == "1") File.WriteAllText(Catalogue(), expected);
        else Assert.True(page == expected, "docs/event-catalogue.md differs from the code. Set PIX_UPDATE_DOCS=1, run this test, and read the difference.");
    }

    [Fact]
    public async Task The_catalogue_shows_metadata_as_they_are()
    {
        var page = File.ReadAllText(Catalogue()).ReplaceLineEndings("\n");
        var stored = await StoredExample.Of(StoredEventExamples.All["LearnerRegistered.v1"], new PersonKeysInMemory());
        Assert.Contains(StoredExample.ForReading(stored.Metadata), page, StringComparison.Ordinal);
    }

    private static string Catalogue([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../docs/event-catalogue.md"));
}
