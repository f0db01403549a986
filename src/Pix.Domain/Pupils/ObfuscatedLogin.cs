namespace Pix.Domain;

/// <summary>A login that its owner recognises and nobody else can use (Rule 10.9).</summary>
public static class ObfuscatedLogin
{
    private const string Hidden = "***";

    /// <summary>The first letter and the domain: <c>z***@college.example</c>.</summary>
    public static string OfEmail(string email)
    {
        var at = email.LastIndexOf('@');
        return at < 1 ? Hidden : $"{email[0]}{Hidden}{email[at..]}";
    }

    /// <summary>The first letter of each name: <c>z***.l***</c>.</summary>
    public static string OfUsername(string username) =>
        string.Join('.', username.Split('.').Select(part => part.Length == 0 ? Hidden : $"{part[0]}{Hidden}"));
}
