using System.Runtime.CompilerServices;
using Xunit;
using Xunit.Sdk;

namespace Pix.Testing;

/// <summary>
/// Golden files in Verify's convention: <c>Name.verified.ext</c> beside the test is the truth; a difference writes
/// <c>Name.received.ext</c> and fails. To accept a change, rename the received file.
/// </summary>
public static class Golden
{
    public static void Verify(string name, string received, string extension = "json", [CallerFilePath] string testFile = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Golden");
        var verifiedFile = Path.Combine(folder, $"{name}.verified.{extension}");
        var receivedFile = Path.Combine(folder, $"{name}.received.{extension}");
        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile).ReplaceLineEndings("\n") : null;
        received = received.ReplaceLineEndings("\n");
        if (verified == received)
        {
            File.Delete(receivedFile);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(receivedFile, received);
        if (verified is null) throw FailException.ForFailure($"{verifiedFile} does not exist yet; received:\n{received}");
        Assert.Equal(verified, received);
    }
}
