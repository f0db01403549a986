namespace Pix.Api;

/// <summary>A verb that ends here: what its caller reads on the error output, and the exit code.</summary>
public sealed class CliFailureException(int exitCode, string message) : Exception(message)
{
    /// <summary>It was tried, and failed.</summary>
    public const int Failed = 1;

    /// <summary>It could not be tried: the command line, or a setting, is wrong.</summary>
    public const int BadUsage = 2;

    /// <summary>The exit code.</summary>
    public int ExitCode { get; } = exitCode;
}
