using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Pix.Domain.Tests.Pupils;

public sealed class AttachmentCheckTests
{
    private static readonly LearnerId Asking = new(Guid.NewGuid());
    private static readonly OrganisationId School = new(Guid.NewGuid());
    private static readonly PupilOfSchool Zoe =
        new(new PupilId(Guid.NewGuid()), School, "INE1", new DateOnly(2012, 6, 23), new NamedPupil("Zoé", null, null, "Lefèvre", null));

    [Theory]
    [InlineData(LoginKind.Email, "zoe@college.example", "R31", "R11", "z***@college.example")]
    [InlineData(LoginKind.Username, "zoe.lefevre2306", "R32", "R12", "z***.l***")]
    [InlineData(LoginKind.Gar, null, "R33", "R13", null)]
    [InlineData(null, null, "R33", "R13", null)]
    public void Another_account_is_named_by_its_kind_and_obfuscated(LoginKind? kind, string? login, string here, string elsewhere, string? shown)
    {
        var other = new AttachedAccount(new LearnerId(Guid.NewGuid()), kind, login);
        AssertRefused(AttachmentCheck.WhyNot(Asking, new AttachmentFacts(Zoe, other, [], [])), here, shown);
        AssertRefused(AttachmentCheck.WhyNot(Asking, new AttachmentFacts(Zoe, null, [other], [])), elsewhere, shown);
    }

    [Fact]
    public void An_account_may_be_the_same_person_in_several_schools_and_no_other()
    {
        var elsewhere = Zoe with { Pupil = new PupilId(Guid.NewGuid()), Organisation = new OrganisationId(Guid.NewGuid()) };
        var own = new AttachedAccount(Asking, null, null);
        Assert.Null(AttachmentCheck.WhyNot(Asking, new AttachmentFacts(Zoe, own, [own], [Zoe, elsewhere])));
        Assert.Null(AttachmentCheck.WhyNot(Asking, new AttachmentFacts(Zoe, null, [], [elsewhere with { Ine = "FORMER" }])));
        AssertRefused(AttachmentCheck.WhyNot(Asking, new AttachmentFacts(Zoe, null, [], [elsewhere with { Organisation = School }])), "R70", null);
        AssertRefused(
            AttachmentCheck.WhyNot(Asking, new AttachmentFacts(Zoe, null, [], [elsewhere with { Ine = "INE2", BirthDate = new DateOnly(2012, 6, 24) }])), "R90", null);
    }

    [Fact]
    public void A_match_never_depends_on_the_order_of_the_candidates() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 15)).ToArbitrary(), (Action<int[]>)(picks =>
    {
        string[] first = ["Zoé", "Zoe", "Noé", "Léa"];
        var candidates = picks.Select(pick => new NamedPupil(first[pick % 4], first[pick / 4 % 4], null, "Lefèvre", null)).ToList();
        var typed = new PersonName("Zoé", "Lefevre");
        var found = Reconciliation.Match(typed, candidates) is { } index ? candidates[index] : null;
        candidates.Reverse();
        Assert.Equal(found, Reconciliation.Match(typed, candidates) is { } other ? candidates[other] : null);
    })));

    private static void AssertRefused(Refusal? refusal, string shortCode, string? login)
    {
        Assert.Equal(shortCode, refusal!.Figures["short_code"]);
        Assert.Equal(login, refusal.Figures.GetValueOrDefault("login"));
    }
}
