using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pix.Api;

/// <summary><c>erase</c> and <c>export</c>.</summary>
internal static class PersonCommands
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Option<Guid?> Person = new("--person") { Description = "The person.", HelpName = "ID" };

    private static readonly Option<Guid?> Learner = new("--learner") { Description = "Or one of their accounts.", HelpName = "ID" };

    public static IEnumerable<Command> Create(CliConsole console)
    {
        var erase = new Command("erase", "Forgets a person: their name goes, their score history stays.") { Person, Learner };
        erase.Validators.Add(RequireOne);
        erase.SetAction(async (parsed, cancel) =>
            console.Tell(await console.Run(new ErasePerson(), parsed.Folder(), Asked(parsed), cancel)));
        yield return erase;

        var to = new Option<string?>("--to") { Description = "Where to write it; the output by default.", HelpName = "FILE" };
        var export = new Command("export", "Everything that is held about a person, as JSON.") { Person, Learner, to };
        export.Validators.Add(RequireOne);
        export.SetAction(async (parsed, cancel) =>
        {
            var result = (await console.Run(new ExportPerson(), parsed.Folder(), Asked(parsed), cancel)).OrFailure();
            var dossier = JsonSerializer.Serialize(result.Details!.Value, Readable);
            if (parsed.GetValue(to) is not { } file)
            {
                console.Line(dossier);
                return;
            }

            await WritePrivately(file, dossier, cancel);
            console.Line($"{result.Sentence}, to {Path.GetFullPath(file)}");
        });
        yield return export;
    }

    private static void RequireOne(CommandResult asked)
    {
        if (asked.GetResult(Person) is null == asked.GetResult(Learner) is null)
            asked.AddError("Name who: --person ID, or --learner ID.");
    }

    private static Dictionary<string, string> Asked(ParseResult parsed) =>
        parsed.GetValue(Person) is { } person
            ? new() { [AskedPerson.Person] = person.ToString() }
            : new() { [AskedPerson.Learner] = parsed.GetValue(Learner)!.Value.ToString() };

    private static async Task WritePrivately(string file, string text, CancellationToken cancel)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(file, options);
        await writer.WriteLineAsync(text.AsMemory(), cancel);
    }
}
