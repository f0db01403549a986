using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Pix.Domain.Tests;

public sealed class IdsTests
{
    private const string Written = "0b5e5a0e0f344d0a9a3f0a4a5f0a0001-12";
    private static readonly AssessmentId Id = new(new LearnerId(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0001")), 12);

    [Fact]
    public void An_assessment_is_its_learner_and_its_ordinal() => Assert.Equal(Written, Id.ToString());

    [Theory]
    [InlineData(Written)]
    [InlineData("0B5E5A0E0F344D0A9A3F0A4A5F0A0001-12")]
    public void What_was_written_is_read(string text)
    {
        Assert.True(AssessmentId.TryParse(text, out var id));
        Assert.Equal(Id, id);
    }

    [Fact]
    public void Every_id_reads_back() => Check.QuickThrowOnFailure(Prop.ForAll(
        (Guid learner, PositiveInt ordinal) =>
            AssessmentId.TryParse(new AssessmentId(new LearnerId(learner), ordinal.Get).ToString(), out var id)
            && id == new AssessmentId(new LearnerId(learner), ordinal.Get)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0b5e5a0e0f344d0a9a3f0a4a5f0a0001")]
    [InlineData("0b5e5a0e0f344d0a9a3f0a4a5f0a0001-")]
    [InlineData("0b5e5a0e0f344d0a9a3f0a4a5f0a0001-0")]
    [InlineData("0b5e5a0e0f344d0a9a3f0a4a5f0a0001-012")]
    [InlineData("0b5e5a0e0f344d0a9a3f0a4a5f0a0001--1")]
    [InlineData("0b5e5a0e0f344d0a9a3f0a4a5f0a0001- 1")]
    [InlineData("0b5e5a0e0f344d0a9a3f0a4a5f0a0001-1x")]
    [InlineData("0b5e5a0e0f344d0a9a3f0a4a5f0a0001-99999999999")]
    [InlineData("0b5e5a0e0f344d0a9a3f0a4a5f0a000-12")]
    [InlineData("zb5e5a0e0f344d0a9a3f0a4a5f0a0001-12")]
    [InlineData("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0001-12")]
    public void Nothing_else_is_read(string? text) => Assert.False(AssessmentId.TryParse(text, out _));
}
