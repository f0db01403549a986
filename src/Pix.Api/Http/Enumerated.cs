namespace Pix.Api;

/// <summary>Enumerations as requests write them: camelCase texts.</summary>
internal static class Enumerated
{
    /// <summary>The value of this name, or null when there is none.</summary>
    public static T? Read<T>(string? text)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Text.Of(value) == text).Select(value => (T?)value).FirstOrDefault();
}
