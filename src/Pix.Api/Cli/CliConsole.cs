using Spectre.Console;

namespace Pix.Api;

/// <summary>Where a verb writes: one line of result, tables, and progress, as a bar in a terminal and as plain lines elsewhere.</summary>
public sealed class CliConsole
{
    // Where nobody knows the width: wide enough that no row of a table is broken.
    private const int PlainWidth = 220;

    private readonly TextWriter _output;
    private readonly IAnsiConsole _console;
    private readonly bool _isTerminal;

    /// <summary>Writes here.</summary>
    public CliConsole(TextWriter output)
    {
        _output = output;
        _isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = _isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = _isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = _isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!_isTerminal) _console.Profile.Width = PlainWidth;
    }

    /// <summary>Writes a line as it is.</summary>
    public void Line(string text) => _output.WriteLine(text);

    /// <summary>Writes a table; cells are plain text.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = _isTerminal ? TableBorder.Rounded : TableBorder.Ascii };
        foreach (var column in columns) table.AddColumn(new TableColumn(column).NoWrap());
        foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        _console.Write(table);
    }

    /// <summary>Does something long, and shows how far it is.</summary>
    public async Task<T> Track<T>(string title, Func<IProgress<OperationProgress>, Task<T>> work)
    {
        if (!_isTerminal) return await work(new PlainProgress(title, _output));
        return await _console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask(Markup.Escape(title));
                bar.IsIndeterminate = true;
                return work(new BarProgress(title, bar));
            });
    }

    /// <summary>Writes what an operation did; throws <see cref="CliFailureException"/> when it failed.</summary>
    public void Tell(OperationResult result) => Line(result.OrFailure().Sentence);
}

/// <summary>From results to exit codes.</summary>
internal static class OperationResultExtensions
{
    /// <summary>The result, or <see cref="CliFailureException"/> when it failed.</summary>
    public static OperationResult OrFailure(this OperationResult result) =>
        result.Succeeded ? result : throw new CliFailureException(CliFailureException.Failed, result.Sentence);
}
