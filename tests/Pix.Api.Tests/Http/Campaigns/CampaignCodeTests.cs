using Pix.Domain;
using Pix.EventStore;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>Codes are claimed once, on any engine (Rules 7.3, D9); each has a subclass.</summary>
public abstract class CampaignCodeContract : IAsyncLifetime
{
    private readonly List<PixHost> _nodes = [];

    public async Task InitializeAsync() => _nodes.AddRange(await Start());

    public async Task DisposeAsync()
    {
        foreach (var node in Enumerable.Reverse(_nodes)) await node.DisposeAsync();
    }

    private protected abstract Task<IReadOnlyList<PixHost>> Start();

    [Fact]
    public async Task Campaigns_that_want_one_code_at_once_have_different_ones()
    {
        var command = Command();
        var wanted = CampaignDecisions.CodesFrom(command.SeedFor("campaign code")).First();
        var rivals = Enumerable.Range(0, 6).Select(index => (Node: _nodes[index % _nodes.Count].Node, Campaign: Guid.NewGuid())).ToList();
        var rivalry = rivals.Select(async rival =>
        {
            var decided = await rival.Node.Aggregates.Claims.Decide(
                Streams.ClaimOf(wanted), Command(), (claim, now) => claim.Take(rival.Campaign, now), CancellationToken.None);
            return decided.Refusal is null;
        });
        var aggregates = _nodes[0].Node.Aggregates;
        var claimed = new CampaignDirectory(aggregates.Claims, aggregates.Campaigns).Claim(new CampaignId(Guid.NewGuid()), command, CancellationToken.None).AsTask();
        var winners = (await Task.WhenAll(rivalry)).Count(won => won);
        var code = await claimed;

        Assert.Equal(code == wanted ? 0 : 1, winners);
        Assert.NotNull(code);
        var next = await new CampaignDirectory(aggregates.Claims, aggregates.Campaigns).Claim(new CampaignId(Guid.NewGuid()), Command(), CancellationToken.None);
        Assert.DoesNotContain(next, new CampaignCode?[] { code, wanted });
    }

    [Fact]
    public async Task The_owner_who_asks_again_gets_their_code_again()
    {
        var (campaign, command) = (new CampaignId(Guid.NewGuid()), Command());
        var first = await ClaimAt(0, campaign, command);
        Assert.Equal(first, await ClaimAt(_nodes.Count - 1, campaign, command));
    }

    private async Task<CampaignCode?> ClaimAt(int node, CampaignId campaign, Command command)
    {
        var aggregates = _nodes[node].Node.Aggregates;
        return await new CampaignDirectory(aggregates.Claims, aggregates.Campaigns).Claim(campaign, command, CancellationToken.None);
    }

    private static Command Command() => new(Guid.CreateVersion7(), string.Empty, Actor.System, Guid.CreateVersion7());
}

/// <summary>On the embedded log.</summary>
public sealed class CampaignCodeTests : CampaignCodeContract
{
    private protected override async Task<IReadOnlyList<PixHost>> Start() => [await PixHost.Empty()];
}

/// <summary>On EventStoreDB, between two nodes.</summary>
public sealed class CampaignCodeOnEventStoreDbTests : CampaignCodeContract
{
    private protected override async Task<IReadOnlyList<PixHost>> Start()
    {
        var first = await PixHost.EmptyOnServer();
        return [first, await first.StartPeer()];
    }
}
