using System.Security.Cryptography;

namespace Pix.EventStore;

/// <summary>
/// The key that wraps every person's key: 32 bytes, handed in from outside the data folder in production. Without it nothing personal can be
/// read.
/// </summary>
public sealed class MasterKey
{
    private const int Size = 32;
    private readonly byte[] _bytes;

    private MasterKey(byte[] bytes) => _bytes = bytes;

    /// <summary>Reads 32 bytes in base64; throws <see cref="PersonKeyException"/> <c>master_key_invalid</c> for anything else.</summary>
    public static MasterKey FromBase64(string text)
    {
        var bytes = new byte[Size];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == Size
            ? new MasterKey(bytes)
            : throw new PersonKeyException("master_key_invalid", $"A master key is {Size} bytes in base64, such as 'openssl rand -base64 {Size}' makes.");
    }

    /// <summary>For development: the key in a file, which is made, readable by its owner only, when there is none.</summary>
    public static MasterKey LoadOrCreate(string file)
    {
        if (!File.Exists(file)) Create(file);
        return FromBase64(File.ReadAllText(file));
    }

    /// <summary>A key of 32 bytes for another use, which says nothing of this one (HKDF with SHA-256).</summary>
    public byte[] Derive(string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes, Size, info: System.Text.Encoding.ASCII.GetBytes(use));

    internal byte[] Seal(ReadOnlySpan<byte> clear, ReadOnlySpan<byte> place) =>
        AuthenticatedBox.Seal(clear, _bytes, place, PersonalSealing.RandomNonces);

    internal byte[] Open(ReadOnlySpan<byte> box, ReadOnlySpan<byte> place) =>
        AuthenticatedBox.TryOpen(box, _bytes, place)
        ?? throw new PersonKeyException("master_key_wrong", "The master key is not the one that wrapped these keys: give the one they were made with.");

    private static void Create(string file)
    {
        // Whole under another name first: whoever starts at the same moment reads all of it, or finds the other's.
        var partial = $"{file}.{Guid.NewGuid():N}.partial";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using (var stream = new FileStream(partial, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size))));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(partial, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(partial);
        }
    }
}
