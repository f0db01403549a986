using System.Globalization;
using Pix.Domain;

namespace Pix.Api;

/// <summary>A page of a list: its rows, its number (1 first), how many rows a page has, and how many there are in all.</summary>
public sealed record PageView<T>(IReadOnlyList<T> Items, int Page, int PageSize, long Total);

/// <summary>Which page is asked for: <c>?page=2&amp;pageSize=50</c>.</summary>
public sealed record PageRequest(int Page, int PageSize)
{
    private const int SizeByDefault = 25;
    private const int LargestSize = 100;
    private const int LastPage = 1_000_000;

    /// <summary>Rows before it.</summary>
    public int Skip => (Page - 1) * PageSize;

    /// <summary>The page of a request, the first by default; what is no page is refused.</summary>
    public static PageRequest Of(HttpContext http) => new(Whole(http, "page", 1, LastPage), Whole(http, "pageSize", SizeByDefault, LargestSize));

    /// <summary>Its rows, of so many in all.</summary>
    public PageView<T> Of<T>(IReadOnlyList<T> items, long total) => new(items, Page, PageSize, total);

    private static int Whole(HttpContext http, string name, int byDefault, int most)
    {
        if (!http.Request.Query.TryGetValue(name, out var text)) return byDefault;
        return int.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most
            ? value
            : throw new RefusedException(Malformed(name, most));
    }

    private static Refusal Malformed(string name, int most) =>
        new Refusal(RefusalKind.Invalid, "page_malformed", $"Le paramètre {name} va de 1 à {most}.").With("maximum", most);
}
