using System.Text;

namespace Pix.Api.Tests.Cli;

/// <summary>Looks for a name in every byte of a folder.</summary>
internal static class Names
{
    /// <summary>The files that hold it.</summary>
    public static IReadOnlyList<string> FilesWith(string name, string folder)
    {
        var sought = Encoding.UTF8.GetBytes(name);
        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) is not ("operator.sock" or "owner.lock") && Read(file).AsSpan().IndexOf(sought) >= 0)
                .Select(file => Path.GetRelativePath(folder, file)),
        ];
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
