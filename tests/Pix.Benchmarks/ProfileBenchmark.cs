namespace Pix.Benchmarks;

internal static class ProfileBenchmark
{
    public static Task<BenchmarkResult> Run(string folder) => throw new NotSupportedException(folder);
}
