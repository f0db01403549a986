using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Pix.Api;

/// <summary><c>token</c>: needs the key ring only, and so works beside a running server.</summary>
internal static class TokenCommand
{
    private const int MostHours = 24 * 366;

    private static readonly Option<string> Role = new("--role") { Description = "What the token lets its bearer be.", HelpName = "ROLE", Required = true };

    private static readonly Option<string?> Subject = new("--subject") { Description = "Whose it is; a new id by default.", HelpName = "ID" };

    private static readonly Option<int> Hours = new("--hours")
    {
        Description = "How long it is good for.",
        HelpName = "N",
        DefaultValueFactory = _ => (int)Tokens.DefaultLifetime.TotalHours,
    };

    static TokenCommand()
    {
        Role.Validators.Add(role => Require(
            role, Roles.All.Contains, $"There is no such role: there are {string.Join(", ", Roles.All)}."));
        Hours.Validators.Add(hours => Require(
            hours, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MostHours, $"--hours goes from 1 to {MostHours}."));
        Subject.Validators.Add(subject => Require(subject, text => !string.IsNullOrWhiteSpace(text), "--subject is empty."));
    }

    public static Command Create(CliConsole console)
    {
        var token = new Command("token", "Prints a bearer token.") { Role, Subject, Hours };
        token.SetAction(parsed => console.Line(Issue(
            parsed.Folder(),
            parsed.GetValue(Subject) ?? Guid.CreateVersion7().ToString(),
            parsed.GetRequiredValue(Role),
            TimeSpan.FromHours(parsed.GetValue(Hours)))));
        return token;
    }

    private static string Issue(DataFolder folder, string subject, string role, TimeSpan lifetime)
    {
        PrivateFolder.Create(folder.Path);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        Tokens.Add(services, Configured.Settings().KeyRingOf(folder));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<Tokens>().Issue(subject, role, lifetime);
    }

    private static void Require(OptionResult option, Func<string, bool> isRight, string otherwise)
    {
        if (!option.Tokens.All(token => isRight(token.Value))) option.AddError(otherwise);
    }
}
