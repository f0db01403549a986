using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Pix.Domain.Tests.Answers;

public sealed class BlankMapTests
{
    [Theory]
    [InlineData("num1: abc", "abc")]
    [InlineData("num1:   a b  c  ", "a b  c")]
    [InlineData("num1: 123,00", "123,00")]
    [InlineData("num1: true", "true")]
    [InlineData("num1: ~", "~")]
    [InlineData("num1: -5", "-5")]
    [InlineData("num1: http://pix.fr", "http://pix.fr")]
    [InlineData("num1: a#b", "a#b")]
    [InlineData("num1: abc # un commentaire", "abc")]
    [InlineData("num1: \" a: b # c \"", " a: b # c ")]
    [InlineData("num1: \"dit \\\"oui\\\" \\\\ \\u00e9\\n\"", "dit \"oui\" \\ \u00E9\n")]
    [InlineData("num1: 'l''eau' # dormante", "l'eau")]
    [InlineData("num1:", "")]
    [InlineData("num1: \"\"", "")]
    [InlineData("\"num1\": abc", "abc")]
    [InlineData("# en tête\r\n\r\nnum1: abc\r\n", "abc")]
    public void A_text_is_read_as_it_is_whatever_it_looks_like(string yaml, string expected)
    {
        var map = BlankMap.Read(yaml);

        Assert.Null(map.Error);
        Assert.Equal(expected, Assert.Single(map.Texts, text => text.Key == "num1").Value);
    }

    [Theory]
    [InlineData("Google:\n- Google\n-  google.fr \n\n  # rien\n- \"Google Search\"\nYahoo: x")]
    [InlineData("Google:\n  - Google\n  - google.fr\n  - 'Google Search'")]
    [InlineData("Google: [Google, google.fr, \"Google Search\"]")]
    [InlineData("Google: [ Google , google.fr , Google Search , ] # fin")]
    public void Lists_are_read_in_both_notations(string yaml)
    {
        var list = BlankMap.Read(yaml).Entries[0];

        Assert.True(list.IsList);
        Assert.Equal("Google", list.Name);
        Assert.Equal(["Google", "google.fr", "Google Search"], list.Texts);
    }

    [Fact]
    public void Blanks_keep_the_order_written() =>
        Assert.Equal(["num2", "num1"], BlankMap.Read("num2: a\nnum1: b").Entries.Select(entry => entry.Name));

    [Theory]
    [InlineData("")]
    [InlineData("\n \n# rien\n")]
    public void An_empty_text_is_an_empty_map(string yaml)
    {
        var map = BlankMap.Read(yaml);

        Assert.Null(map.Error);
        Assert.Empty(map.Entries);
    }

    [Theory]
    [InlineData("abc", 1, "il manque « : » après le nom du champ")]
    [InlineData("num1:abc", 1, "il manque « : » après le nom du champ")]
    [InlineData("num1: a\n num2: b", 2, "la ligne commence par une espace")]
    [InlineData("num1: a\nnum1: b", 2, "le champ « num1 » est donné deux fois")]
    [InlineData("\nnum1: a: b", 2, "il y a du texte en trop : un texte qui contient « : » s’écrit entre guillemets")]
    [InlineData("num1: \"a\" b", 1, "il y a du texte en trop : un texte qui contient « : » s’écrit entre guillemets")]
    [InlineData("num1: \"abc", 1, "des guillemets ne sont pas fermés")]
    [InlineData("num1: 'abc", 1, "des guillemets ne sont pas fermés")]
    [InlineData("num1: \"a\\", 1, "des guillemets ne sont pas fermés")]
    [InlineData("num1: \"a\\qb\"", 1, "un caractère suit « \\ » sans que cela ait un sens")]
    [InlineData("num1: \"a\\u12\"", 1, "un caractère suit « \\ » sans que cela ait un sens")]
    [InlineData("num1: [ a\nnum2: b", 1, "une liste n’est pas fermée par « ] »")]
    [InlineData("num1: [\"a\" b]", 1, "il manque « , » ou « ] » dans une liste")]
    [InlineData("num1: [a] b", 1, "il y a du texte après « ] »")]
    [InlineData("num1: |\n  abc", 1, "un texte qui commence par « | » s’écrit entre guillemets")]
    [InlineData("num1: @abc", 1, "un texte qui commence par « @ » s’écrit entre guillemets")]
    [InlineData("num1:\n- a\n- - b", 3, "un texte qui commence par « - » s’écrit entre guillemets")]
    [InlineData("- a", 1, "un texte qui commence par « - » s’écrit entre guillemets")]
    [InlineData("---\nnum1: a", 1, "il manque « : » après le nom du champ")]
    public void What_cannot_be_read_says_where_and_why(string yaml, int line, string reason)
    {
        var map = BlankMap.Read(yaml);

        Assert.Equal(new BlankMapError(line, reason), map.Error);
        Assert.Empty(map.Entries);
    }

    [Fact]
    public void Whatever_is_written_reads_back() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.Any, Texts.Any, (first, second) =>
        {
            var read = BlankMap.Read(BlankMap.Write([new("num1", first), new("num 2: \"\n", second)]));
            return read.Error is null && read.Texts["num1"] == first && read.Texts["num 2: \"\n"] == second;
        }));

    [Fact]
    public void Any_text_gives_a_map_or_an_error() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.Any, text => BlankMap.Read(text) is { Error: null } or { Entries.Count: 0 }));
}
