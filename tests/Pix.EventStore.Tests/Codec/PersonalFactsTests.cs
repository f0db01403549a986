using Pix.Domain;
using Xunit;

namespace Pix.EventStore.Tests;

/// <summary>What people are called, where they can be reached and what they type stands sealed, or not at all.</summary>
public sealed class PersonalFactsTests
{
    private static readonly string[] PersonalWords =
        ["name", "mail", "sex", "birth", "ine", "user", "external", "phone", "address", "text", "value", "comment", "description", "extra"];

    // About content that is published to everybody, and about establishments.
    private static readonly string[] NotAboutAPerson =
        ["AttachmentReleased.Name", "OrganisationRegistered.ExternalId", "OrganisationRegistered.Name"];

    [Fact]
    public void No_text_named_like_a_personal_fact_stands_in_clear_in_an_event() =>
        Assert.Equal(NotAboutAPerson, ClearTexts().Where(IsNamedLikeAPersonalFact).Order(StringComparer.Ordinal));

    [Fact]
    public void No_learner_event_holds_a_text_in_clear_at_all() =>
        Assert.DoesNotContain(ClearTexts(), text => typeof(LearnerEvent).Assembly.GetTypes()
            .Any(type => type.IsSubclassOf(typeof(LearnerEvent)) && text.StartsWith(type.Name + ".", StringComparison.Ordinal)));

    private static IEnumerable<string> ClearTexts() =>
        from type in EventTypes.Pix.All
        from property in type.Type.GetProperties()
        where property.PropertyType == typeof(string) || property.PropertyType == typeof(PersonName)
        select $"{type.Type.Name}.{property.Name}";

    private static bool IsNamedLikeAPersonalFact(string property) =>
        PersonalWords.Any(word => property[property.IndexOf('.', StringComparison.Ordinal)..].Contains(word, StringComparison.OrdinalIgnoreCase));
}
