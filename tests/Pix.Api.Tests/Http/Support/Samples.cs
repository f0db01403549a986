using System.Runtime.CompilerServices;

namespace Pix.Api.Tests.Http;

/// <summary>Where the sample content lies in the repository.</summary>
internal static class Samples
{
    public static string Referential => Path.GetFullPath(Path.Combine(Here(), "../../../../samples/referential"));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
