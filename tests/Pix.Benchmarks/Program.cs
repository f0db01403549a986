using System.Globalization;
using System.Text.Json;
using Pix.Benchmarks;

if (args is [ServedHost.Verb, var served, var subject])
{
    await ServedHost.Serve(served, subject);
    return 0;
}

// Each benchmark prints a table, then one JSON line; ratios are ours against a floor measured in the same run on the same machine.
var benchmarks = new Dictionary<string, Func<string, Task<BenchmarkResult>>>
{
    ["append"] = AppendBenchmark.Run,
    ["answers"] = AnswersBenchmark.Run,
    ["profile"] = ProfileBenchmark.Run,
    ["rebuild"] = ReadModelBenchmark.Run,
    ["analysis"] = AnalysisBenchmark.Run,
    ["share"] = ShareBenchmark.Run,
    ["export"] = ExportBenchmark.Run,
    ["certificate"] = CertificateBenchmark.Run,
    ["certification"] = CertificationBenchmark.Run,
};

// Only this one needs a server, and prints its figures in the line too: nobody has the same server beside them.
const string OnServer = "eventstoredb";
var connection = args is [OnServer, "--connection", var given] ? given : null;
if (connection is not null) benchmarks.Add(OnServer, _ => EventStoreDbBenchmark.Run(connection));
if (args is not [var name, ..] || !benchmarks.TryGetValue(name, out var benchmark) || (args.Length > 1 && connection is null))
{
    Console.Error.WriteLine(
        $"usage: dotnet run -c Release --project tests/Pix.Benchmarks -- {string.Join('|', benchmarks.Keys)}|{OnServer} --connection esdb://HOST:2113?tls=false");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("pix-benchmark-");
try
{
    var result = await benchmark(folder.FullName);
    foreach (var (label, value) in result.Rows) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{label,-58} {value,12:N1}"));
    var line = new Dictionary<string, object> { ["bench"] = name };
    if (result.Ratio is { } ratio) line["ratio"] = Math.Round(ratio, 3);
    foreach (var (figure, value) in result.Figures) line[figure] = Math.Round(value, 3);
    if (connection is not null) line["figures"] = result.Rows.ToDictionary(row => row.Label, row => Math.Round(row.Value, 1));
    Console.WriteLine(JsonSerializer.Serialize(line));
    return 0;
}
finally
{
    folder.Delete(recursive: true);
}

namespace Pix.Benchmarks
{
    /// <summary>A table, and our rate divided by the floor's; null where nothing is compared with a floor.</summary>
    internal sealed record BenchmarkResult(IReadOnlyList<(string Label, double Value)> Rows, double? Ratio)
    {
        /// <summary>What else a bar is set for, by its name in the JSON line.</summary>
        public Dictionary<string, double> Figures { get; } = [];

        /// <summary>The rounds alternate between floor and ours, so that a machine that drifts slows both; medians are compared.</summary>
        public static double Median(IEnumerable<double> values)
        {
            var sorted = values.Order().ToList();
            return sorted[sorted.Count / 2];
        }
    }
}
