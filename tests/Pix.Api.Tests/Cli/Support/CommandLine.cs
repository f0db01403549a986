using Pix.Testing;

namespace Pix.Api.Tests.Cli;

/// <summary>The command line in this process, over a data folder of its own.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DataFolder Data => new(_folder.File("data"));

    /// <summary>A path beside the data folder.</summary>
    public string Beside(string name) => _folder.File(name);

    /// <summary>Runs a verb on the data folder.</summary>
    public Task<Said> Run(params string[] args) => RunOn(Data, args);

    /// <summary>Runs a verb on another folder.</summary>
    public static async Task<Said> RunOn(DataFolder data, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await PixCommandLine.Run([.. args, "--data", data.Path], output, error, CancellationToken.None);
        return new Said(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>A log with the sample content in force, and nobody who owns it.</summary>
    public async Task HavingServed()
    {
        await using var server = await Serving.Start(Data);
    }

    public void Dispose() => _folder.Dispose();
}
