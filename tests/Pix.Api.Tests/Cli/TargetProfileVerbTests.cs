using Xunit;

namespace Pix.Api.Tests.Cli;

public sealed class TargetProfileVerbTests : IDisposable
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples", "target-profiles");
    private readonly CommandLine _pix = new();

    public void Dispose() => _pix.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Profiles_are_released_all_or_none_granted_and_taken_back(bool whileServing)
    {
        await _pix.HavingServed();
        await using var server = whileServing ? await Serving.Start(_pix.Data) : null;
        Assert.Matches("^released [0-9]+ target profiles? of [0-9]+", (await _pix.Run("target-profiles", "release", Samples)).Ok());
        Assert.StartsWith("released 0 target profiles of ", (await _pix.Run("target-profiles", "release", Samples)).Ok(), StringComparison.Ordinal);

        var list = _pix.Beside("schools.csv");
        await File.WriteAllTextAsync(list, "Nom;Type;UAI;Académie\nCollège Jeanne Barret;collège;0511234P;19\n");
        (await _pix.Run("organisations", "import", list)).Ok();
        var school = OrganisationIdentity.OfExternalId("0511234P").ToString();
        Assert.Equal($"granted 2 target profiles, for {school}", (await Grant("grant", "emi", "snt-global", "--organisation", school)).Ok());
        Assert.Equal($"granted 0 target profiles, for {school}", (await Grant("grant", "emi", "--organisation", school)).Ok());
        Assert.Equal($"revoked 1 target profile, for {school}", (await Grant("revoke", "emi", "--organisation", school)).Ok());
        Assert.EndsWith(", for every organisation", (await Grant("grant", "emi")).Ok(), StringComparison.Ordinal);

        (await Grant("grant", "nope", "--organisation", school)).Failed(1, "target_profile_not_released");
        (await Grant("grant", "emi", "--organisation", "ailleurs")).Failed(1, "'ailleurs' is not an organisation's id");
        (await Grant("grant", "emi", "--organisation", Guid.Empty.ToString())).Failed(1, "There is no organisation");
        var refused = await _pix.Run("target-profiles", "release", _pix.Beside("nowhere"));
        Assert.Equal((1, true), (refused.ExitCode, refused.Error.Contains("nowhere: does not exist", StringComparison.Ordinal)));
    }

    private Task<Said> Grant(params string[] arguments) => _pix.Run(["target-profiles", .. arguments]);
}
