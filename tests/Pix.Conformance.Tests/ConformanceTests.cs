using Pix.Conformance.Tests.Adapters;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Pix.Conformance.Tests;

/// <summary>Runs the domain against the observed behaviour of the public platform, case by case.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    public static TheoryData<string, string, string> CasesToRun()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var @case in ConformanceCases.All)
        {
            if (!ConformanceCases.AreasNotBuiltYet.Contains(@case.Area)) cases.Add(@case.Id, @case.Area, @case.Name);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(CasesToRun))]
    public void The_domain_gives_what_the_platform_gives(string id, string area, string name)
    {
        var @case = ConformanceCases.All.Single(one => one.Id == id && one.Area == area && one.Name == name);
        if (!AllAdapters.ByArea.TryGetValue(area, out var run))
        {
            throw FailException.ForFailure($"{id} ({area}) {name}: no adapter for this area, and it is not in areas-not-built-yet.txt.");
        }

        run(@case);
    }

    [Fact]
    public void The_list_of_areas_not_built_yet_names_no_area_that_is_built() =>
        Assert.Empty(ConformanceCases.AreasNotBuiltYet.Intersect(AllAdapters.ByArea.Keys));

    [Fact]
    public void At_least_one_case_is_run()
    {
        output.WriteLine($"Cases of {ConformanceCases.Folder}");
        foreach (var area in ConformanceCases.All.CountBy(@case => @case.Area).OrderBy(area => area.Key, StringComparer.Ordinal))
        {
            var note = ConformanceCases.AreasNotBuiltYet.Contains(area.Key) ? "  (not built yet: not run)" : "";
            output.WriteLine($"{area.Value,5}  {area.Key}{note}");
        }

        var run = CasesToRun().Count;
        output.WriteLine($"{run} run, {ConformanceCases.All.Count - run} not built yet.");
        Assert.True(run > 0, $"No case was run from {ConformanceCases.Folder}.");
    }
}
