using Xunit;

namespace Pix.Api.Tests.Cli;

/// <summary>What a verb said, and how it ended.</summary>
internal sealed record Said(int ExitCode, string Output, string Error)
{
    /// <summary>It went well: the last line of the output.</summary>
    public string Ok()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}: {Error}");
        Assert.Empty(Error);
        return Lines(Output)[^1];
    }

    /// <summary>It failed, saying this on the error output, in one line.</summary>
    public void Failed(int exitCode, params string[] said)
    {
        Assert.Equal(exitCode, ExitCode);
        var line = Assert.Single(Lines(Error));
        foreach (var part in said) Assert.Contains(part, line, StringComparison.Ordinal);
    }

    public static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
