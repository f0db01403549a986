using System.Globalization;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Cli;

public sealed class UsageTests : IDisposable
{
    private static readonly Dictionary<string, string> NoSettings = [];
    private readonly CommandLine _pix = new();

    public void Dispose() => _pix.Dispose();

    [Theory]
    [InlineData("bogus", "'bogus'")]
    [InlineData("referential", "Required command")]
    [InlineData("referential activate", "Required argument")]
    [InlineData("referential activate one", "'one'")]
    [InlineData("rollback", "--projection")]
    [InlineData("history", "--learner")]
    [InlineData("history --learner 12", "'12'")]
    [InlineData("erase", "--person ID, or --learner ID")]
    [InlineData("erase --person 12", "'12'")]
    [InlineData("export --person 6f5d1f4e-6c0b-5a43-9b0e-7069782d6c6f --learner 6f5d1f4e-6c0b-5a43-9b0e-7069782d6c6f", "--person ID, or --learner ID")]
    [InlineData("backup", "Required argument")]
    [InlineData("token", "--role")]
    [InlineData("token --role headmaster", "learner, teacher,")]
    [InlineData("token --role learner --hours soon", "--hours")]
    [InlineData("token --role learner --hours 0", "--hours goes from 1")]
    public async Task A_wrong_command_line_is_told_in_one_line(string args, string said)
    {
        (await _pix.Run(args.Split(' '))).Failed(2, said);
        Assert.False(Directory.Exists(_pix.Data.Path));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("plan")]
    [InlineData("rebuild")]
    [InlineData("abort")]
    [InlineData("rollback --projection people")]
    [InlineData("verify")]
    [InlineData("history --learner 6f5d1f4e-6c0b-5a43-9b0e-7069782d6c6f")]
    [InlineData("erase --person 6f5d1f4e-6c0b-5a43-9b0e-7069782d6c6f")]
    [InlineData("export --person 6f5d1f4e-6c0b-5a43-9b0e-7069782d6c6f")]
    [InlineData("referential activate 1")]
    [InlineData("backup somewhere")]
    [InlineData("restore nowhere")]
    public async Task Where_there_is_no_log_none_is_made(string args)
    {
        var said = await _pix.Run(args.Split(' '));
        said.Failed(1);
        Assert.Matches("no log|no backup", said.Error);
        Assert.False(_pix.Data.HasLog);
    }

    [Fact]
    public async Task A_wrong_setting_is_named()
    {
        using var folder = new TemporaryFolder();
        (await Child.Run(folder.Path, new Dictionary<string, string> { ["Pix__MaximumLevel"] = "9" }, "serve")).Failed(2, "Pix:MaximumLevel is '9'");
        (await Child.Run(folder.Path, new Dictionary<string, string> { ["Pix__MasterKey"] = "short" }, "serve")).Failed(2, "A master key is 32 bytes");
    }

    [Fact]
    public async Task Production_needs_a_master_key()
    {
        using var folder = new TemporaryFolder();
        var production = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production" };
        (await Child.Run(folder.Path, production, "serve")).Failed(2, "Pix:MasterKey is required in production");
    }

    [Fact]
    public async Task A_token_is_all_that_token_prints_from_any_working_directory()
    {
        using var folder = new TemporaryFolder();
        var token = await Child.Run(folder.Path, NoSettings, "token", "--role", "operator");
        Assert.Equal(token.Ok(), Assert.Single(Said.Lines(token.Output)));
        Assert.True(Directory.Exists(Path.Combine(folder.Path, "data", "keyring")));
    }

    [Fact]
    public async Task A_socket_path_that_systems_do_not_take_is_refused_with_its_length()
    {
        var deep = new DataFolder(Path.Combine(_pix.Beside(new string('d', 100)), "data"));
        var said = await CommandLine.RunOn(deep, "serve", "--urls", "http://127.0.0.1:0");
        said.Failed(2, deep.OperatorSocket.Length.ToString(CultureInfo.InvariantCulture), "103", "shorter --data");
    }
}
