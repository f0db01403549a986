using Xunit;

namespace Pix.Domain.Tests.Learners;

public sealed class UsernameTests
{
    private static readonly DateOnly June23 = new(2008, 6, 23);

    [Theory]
    [InlineData("Prénom", "Nom", "prenom.nom2306")]
    [InlineData("Jean-Loïc", "d'Été Müller", "jeanloic.detemuller2306")]
    public void The_first_one_is_made_of_the_names_and_the_birthday(string first, string last, string expected) =>
        Assert.Equal(expected, Candidates(first, last, June23).First());

    [Fact]
    public void A_birthday_has_four_digits() => Assert.Equal("a.b0103", Candidates("A", "B", new DateOnly(2008, 3, 1)).First());

    [Fact]
    public void The_next_ones_have_other_four_digits_and_end_when_all_were_tried()
    {
        var candidates = Candidates("A", "B", June23).ToList();

        Assert.Equal(10_000, candidates.Distinct().Count());
        Assert.Equal(10_000, candidates.Count);
        Assert.All(candidates, candidate => Assert.Matches("^a\\.b[0-9]{4}$", candidate));
    }

    [Fact]
    public void The_same_draw_gives_the_same_ones() =>
        Assert.Equal(Candidates("A", "B", June23).Take(20), Candidates("A", "B", June23).Take(20));

    private static IEnumerable<string> Candidates(string first, string last, DateOnly birth) =>
        Username.Candidates(new PersonName(first, last), birth, new Random(7).Next);
}
