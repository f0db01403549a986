using Xunit;

namespace Pix.Api.Tests.Cli;

public sealed class ReadModelVerbTests : IDisposable
{
    private readonly CommandLine _pix = new();

    public void Dispose() => _pix.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Generations_are_built_switched_and_gone_back_to(bool whileServing)
    {
        await _pix.HavingServed();
        await using var server = whileServing ? await Serving.Start(_pix.Data) : null;

        Assert.Matches("^rebuilt [0-9]+ projections from [0-9,]+ events in ", (await _pix.Run("rebuild")).Ok());
        Assert.Matches("^rebuilt 1 projection from ", (await _pix.Run("rebuild", "--projection", "people")).Ok());
        Assert.Equal(["people 3 live 2"], await Status("people"));
        Assert.StartsWith("rolled people back to generation 2, folded from ", (await _pix.Run("rollback", "--projection", "people")).Ok(), StringComparison.Ordinal);
        Assert.Equal(["people 2 live 3"], await Status("people"));
        Assert.Equal("aborted 0 rebuilds: none was under way", (await _pix.Run("abort")).Ok());
        Assert.Matches("^a rebuild of [0-9]+ projections would read [0-9,]+ events at most$", (await _pix.Run("plan")).Ok());
        Assert.StartsWith(
            "rebuilt 2 projections", (await _pix.Run("rebuild", "--projection", "people", "--projection", "profiles")).Ok(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_read_model_that_does_not_exist_is_refused_with_those_that_do(bool whileServing)
    {
        await _pix.HavingServed();
        await using var server = whileServing ? await Serving.Start(_pix.Data) : null;
        foreach (var verb in new[] { "plan", "rebuild", "abort", "rollback" })
            (await _pix.Run(verb, "--projection", "castles")).Failed(1, "'castles'", "profiles, people");
    }

    [Fact]
    public async Task There_is_nothing_to_go_back_to_before_a_second_generation()
    {
        await _pix.HavingServed();
        (await _pix.Run("rollback", "--projection", "people")).Failed(1, "No earlier generation of 'people' is kept");
    }

    [Fact]
    public async Task Status_tells_the_log_the_keys_and_the_release()
    {
        await using var server = await Serving.Start(_pix.Data);
        await server.Register("Solène", "Aubry");
        var status = await _pix.Run("status");
        status.Ok();
        Assert.Matches("^log [0-9a-f-]{36}: [0-9,]+ events, 1 person's key\r?\n", status.Output);
        Assert.Contains("referential in force: 1", status.Output, StringComparison.Ordinal);
        Assert.Contains($"owner: process {Environment.ProcessId} (serve)", status.Output, StringComparison.Ordinal);
    }

    // Name, generation, state and kept generation.
    private async Task<IReadOnlyList<string>> Status(string projection) =>
    [
        .. Said.Lines((await _pix.Run("status")).Output)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 2 && cells[1] == projection)
            .Select(cells => $"{cells[1]} {cells[2]} {cells[3]} {cells[8]}"),
    ];
}
