namespace Pix.Domain;

/// <summary>The codes that people copy by hand: what they are made of (Rules 7.3, 11.2, 11.9).</summary>
public static class Codes
{
    private const string SafeLetters = "BCDFGHJKMPQRTVWXY";
    private const string SafeDigits = "2346789";

    /// <summary>Letters and digits that cannot be mistaken for each other.</summary>
    internal const string SafeCharacters = SafeLetters + SafeDigits;

    /// <summary>A certification session's access code: 4 letters and 2 digits that cannot be mistaken (Rule 11.2).</summary>
    public static CodePattern SessionAccess { get; } = new("", (SafeLetters, 4), (SafeDigits, 2));

    /// <summary>A session supervisor's password: 5 such letters or digits (Rule 11.2).</summary>
    public static CodePattern Supervisor { get; } = new("", (SafeCharacters, 5));

    /// <summary>A certificate's verification code: <c>P-</c> and 8 such letters or digits (Rule 11.9).</summary>
    public static CodePattern Verification { get; } = new("P-", (SafeCharacters, 8));

    /// <summary>A campaign's code: 6 letters and 3 digits, without I, L, O, 0 and 1 (Rules 7.3, D9).</summary>
    public static CodePattern Campaign { get; } = new("", ("ABCDEFGHJKMNPQRSTUVWXYZ", 6), ("23456789", 3));

    /// <summary>What campaign codes were until 2021, any letter and digit: accepted when typed, never given out any more (Rules 7.3, D9).</summary>
    public static CodePattern FormerCampaign { get; } = new("", ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 6), ("0123456789", 3));

    /// <summary>The campaign code that somebody typed, whatever its age, or null when it is none (Rule D9).</summary>
    public static string? ReadCampaign(string typed) => Campaign.Read(typed) ?? FormerCampaign.Read(typed);
}
