using Xunit;

namespace Pix.Domain.Tests;

public sealed class CodesTests
{
    public static TheoryData<CodePattern, string> Patterns => new()
    {
        { Codes.SessionAccess, "^[BCDFGHJKMPQRTVWXY]{4}[2346789]{2}$" },
        { Codes.Supervisor, "^[BCDFGHJKMPQRTVWXY2346789]{5}$" },
        { Codes.Verification, "^P-[BCDFGHJKMPQRTVWXY2346789]{8}$" },
        { Codes.Campaign, "^[A-HJKMNP-Z]{6}[2-9]{3}$" },
    };

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_code_is_made_of_its_alphabets_and_reads_back(CodePattern pattern, string expected)
    {
        var codes = pattern.Draws(new Random(7).Next).ToList();

        Assert.Equal(CodePattern.MaximumDraws, codes.Count);
        Assert.All(codes, code => Assert.Matches(expected, code));
        Assert.All(codes, code => Assert.Equal(code, pattern.Read(code)));
    }

    [Theory]
    [InlineData("HHWKDN933", "HHWKDN933")]
    [InlineData(" hhwkdn 933\u00A0", "HHWKDN933")]
    [InlineData("QSXCRH821", "QSXCRH821")] // The digit 1 is of the former alphabet.
    [InlineData("QXCRH821", null)]
    [InlineData("HHWKDN93A", null)]
    [InlineData("", null)]
    public void A_campaign_code_is_read_whatever_its_age_case_and_spaces(string typed, string? code) =>
        Assert.Equal(code, Codes.ReadCampaign(typed));

    [Fact]
    public void A_former_campaign_code_is_not_one_that_is_given_out() => Assert.Null(Codes.Campaign.Read("QSXCRH821"));

    [Theory]
    [InlineData("p-bcdf2346", "P-BCDF2346")]
    [InlineData("BCDF2346", null)]
    public void A_prefix_is_part_of_the_code(string typed, string? code) => Assert.Equal(code, Codes.Verification.Read(typed));
}
