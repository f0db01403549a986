namespace Pix.Domain;

/// <summary>What an issue report must say (Rule 11.20).</summary>
public static class IssueReports
{
    private const int LastQuestion = 500;
    private const int LongestDescription = 5000;

    /// <summary>The subcategories that may be chosen in a category; none: it has no subcategory.</summary>
    public static IReadOnlyList<IssueSubcategory> SubcategoriesOf(IssueCategory category) => category switch
    {
        IssueCategory.CandidateInformationsChanges => [IssueSubcategory.NameOrBirthdate, IssueSubcategory.ExtraTimePercentage],
        IssueCategory.InChallenge =>
        [
            IssueSubcategory.ImageNotDisplaying,
            IssueSubcategory.EmbedNotWorking,
            IssueSubcategory.FileNotOpening,
            IssueSubcategory.WebsiteUnavailable,
            IssueSubcategory.WebsiteBlocked,
            IssueSubcategory.ExtraTimeExceeded,
            IssueSubcategory.SoftwareNotWorking,
            IssueSubcategory.UnintentionalFocusOut,
            IssueSubcategory.SkipOnOops,
            IssueSubcategory.AccessibilityIssue,
        ],
        _ => [],
    };

    /// <summary>A category of former years.</summary>
    public static bool IsFormer(IssueCategory category) => category
        is IssueCategory.TechnicalProblem
        or IssueCategory.Other
        or IssueCategory.LateOrLeaving
        or IssueCategory.ConnectionOrEndScreen;

    /// <summary>Why a report may not be made like this, or null.</summary>
    public static Refusal? WhyNot(IssueCategory category, IssueSubcategory? subcategory, int? question, string? description)
    {
        if (IsFormer(category)) return Refusal.IssueCategoryFormer;
        var allowed = SubcategoriesOf(category);
        if (allowed.Count == 0 && subcategory is not null) return Refusal.IssueSubcategoryUnexpected;
        if (allowed.Count > 0 && (subcategory is not { } chosen || !allowed.Contains(chosen))) return Refusal.IssueSubcategoryMissing;
        if (category == IssueCategory.InChallenge && question is not (>= 1 and <= LastQuestion)) return Refusal.IssueQuestionMissing(LastQuestion);
        if (category != IssueCategory.InChallenge && question is not null) return Refusal.IssueQuestionUnexpected;
        if (category is not (IssueCategory.Fraud or IssueCategory.InChallenge) && string.IsNullOrWhiteSpace(description)) return Refusal.IssueDescriptionMissing;
        return description?.Length > LongestDescription ? Refusal.IssueDescriptionTooLong(LongestDescription) : null;
    }
}
