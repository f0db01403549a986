using System.Diagnostics;
using System.Runtime.CompilerServices;
using Pix.Api.Tests.Http;
using Xunit;
using Xunit.Abstractions;

namespace Pix.Api.Tests.Pupils;

public sealed class SampleSchoolTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_sample_school_is_imported_but_for_the_two_who_left()
    {
        await using var host = await PixHost.Empty();
        var school = await School.In(host);
        var (import, position) = await school.Import(SiecleXml.Xml(await File.ReadAllBytesAsync(Sample("ElevesSansAdresse.xml"))));
        Assert.Equal(98, import["added"].GetInt32());
        var page = await school.Pupils(position, "?division=4B");
        Assert.Contains("Lefèvre", page.Text, StringComparison.Ordinal);
        var (csv, _) = await school.Import(SiecleXml.Content(await File.ReadAllBytesAsync(Sample("eleves.csv")), "text/csv"));
        Assert.Equal((3, 98), (csv["added"].GetInt32(), csv["disabled"].GetInt32()));
    }

    [Fact]
    public async Task Ten_thousand_pupils_are_imported_and_then_kept()
    {
        const int Pupils = 10_000;
        await using var host = await PixHost.Empty();
        var school = await School.In(host);
        var file = SiecleXml.Of(Enumerable.Range(1, Pupils).Select(number => new Eleve($"{number}", "Zoé", "Lefèvre") { Division = $"{number % 300}" }));
        var watch = Stopwatch.StartNew();
        var (first, _) = await school.Import(SiecleXml.Xml(file));
        output.WriteLine($"{Pupils} pupils of {file.Length / 1024} KiB added in {watch.Elapsed.TotalSeconds:0.0} s");
        watch.Restart();
        var (second, position) = await school.Import(SiecleXml.Xml(file));
        output.WriteLine($"the same again in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal((Pupils, Pupils), (first["added"].GetInt32(), second["unchanged"].GetInt32()));
        Assert.Equal(Pupils, (await school.Pupils(position))["total"].GetInt32());
    }

    private static string Sample(string name, [CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "../../../samples/school", name);
}
