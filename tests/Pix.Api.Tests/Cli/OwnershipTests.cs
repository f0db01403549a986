using System.Net;
using Xunit;

namespace Pix.Api.Tests.Cli;

public sealed class OwnershipTests : IDisposable
{
    private readonly CommandLine _pix = new();

    public void Dispose() => _pix.Dispose();

    [Fact]
    public async Task The_data_folder_is_its_owners_only()
    {
        (await _pix.Run("token", "--role", "learner")).Ok();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_pix.Data.Path));
    }

    [Fact]
    public async Task An_address_that_is_none_is_told_in_one_line()
    {
        (await _pix.Run("serve", "--urls", "nonsense")).Failed(2, "'nonsense'", "http://localhost:5000");
    }

    [Fact]
    public async Task Two_processes_on_one_folder_the_second_says_who_owns_it()
    {
        using var owner = await Child.Serve(_pix.Data);
        try
        {
            (await _pix.Run("serve")).Failed(1, _pix.Data.Path, $"process {owner.Id} (serve)");
            (await _pix.Run("demo")).Failed(1, $"process {owner.Id} (serve)");
            (await _pix.Run("restore", _pix.Data.Path)).Failed(1, $"process {owner.Id} (serve)");
            Assert.Contains($"owner: process {owner.Id} (serve)", (await _pix.Run("status")).Output, StringComparison.Ordinal);
        }
        finally
        {
            owner.Kill();
        }
    }

    [Fact]
    public async Task A_killed_server_leaves_a_folder_that_the_next_one_takes()
    {
        using (var killed = await Child.Serve(_pix.Data))
        {
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        Assert.True(File.Exists(_pix.Data.OperatorSocket));
        Assert.Contains("owner: nobody", (await _pix.Run("status")).Output, StringComparison.Ordinal);
        await using var next = await Serving.Start(_pix.Data);
        Assert.Matches("^rebuilt [0-9]+ projections", (await _pix.Run("rebuild")).Ok());
    }

    [Fact]
    public async Task An_owner_that_takes_no_orders_is_named()
    {
        await _pix.HavingServed();
        using var owner = _pix.Data.Own("something long");
        (await _pix.Run("rebuild")).Failed(1, $"process {Environment.ProcessId} (something long)", "takes no orders");
        (await _pix.Run("verify")).Ok();
    }

    [Fact]
    public async Task The_operator_s_addresses_do_not_exist_over_tcp()
    {
        await using var server = await Serving.Start(_pix.Data);
        var token = (await _pix.Run("token", "--role", "operator")).Ok();
        foreach (var verb in new[] { "status", "rebuild", "erase", "bogus" })
        {
            using var post = await server.Send(HttpMethod.Post, $"/operator/{verb}", new { }, token);
            using var get = await server.Send(HttpMethod.Get, $"/operator/{verb}", null, token);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (post.StatusCode, get.StatusCode));
        }

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_pix.Data.OperatorSocket));
    }

    [Fact]
    public async Task A_token_made_beside_the_server_is_good_for_it()
    {
        await using var server = await Serving.Start(_pix.Data);
        var token = (await _pix.Run("token", "--role", "learner")).Ok();
        using var created = await server.Send(HttpMethod.Post, "/learners", new { }, token);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        using var forged = await server.Send(HttpMethod.Post, "/learners", new { }, token[..^4] + "AAAA");
        Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
    }

    [Fact]
    public async Task A_stopped_server_leaves_no_socket()
    {
        await _pix.HavingServed();
        Assert.False(File.Exists(_pix.Data.OperatorSocket));
        Assert.True(_pix.Data.HasLog);
    }
}
