using MediatR;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>
/// Sends what people do through the same use cases as over HTTP. Each command's id comes from who sends it and what for, so that a second
/// demonstration repeats the first, and adds nothing.
/// </summary>
internal sealed class DemoSender(IServiceProvider services)
{
    /// <summary>Somebody's wish; throws <see cref="CliFailureException"/> with the sentence of what is refused.</summary>
    public async Task<TReply> Send<TReply>(Actor who, string step, ICommand<TReply> wish, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var id = NameBasedGuid.Of("demo", "command", who.Id, step);
        scope.ServiceProvider.GetRequiredService<CurrentCommand>().Value = new Command(id, string.Empty, who, id);
        return ReplyOf(step, await scope.ServiceProvider.GetRequiredService<IMediator>().Send(wish, cancel));
    }

    /// <summary>What somebody reads.</summary>
    public async Task<TReply> Ask<TReply>(IQuery<TReply> question, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        return ReplyOf(question.GetType().Name, await scope.ServiceProvider.GetRequiredService<IMediator>().Send(question, cancel));
    }

    private static TReply ReplyOf<TReply>(string step, Outcome<TReply> outcome) => outcome.Refusal is { } refusal
        ? throw new CliFailureException(CliFailureException.Failed, $"{step}: {refusal.Code}: {refusal.Sentence}")
        : outcome.Reply!;
}
