using System.Globalization;

namespace Pix.Api;

/// <summary>Counts as an operator reads them: <c>1,204,331 events</c>, <c>1 person</c>.</summary>
public static class Counted
{
    /// <summary>So many of these.</summary>
    public static string Of(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    /// <summary>So many of these, whose plural ends in s.</summary>
    public static string Of(long count, string one) => Of(count, one, one + "s");
}
