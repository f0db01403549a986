using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>The position that a query must have seen: <c>Pix-Min-Position</c>.</summary>
public static class MinimumPosition
{
    /// <summary>The header.</summary>
    public const string Header = "Pix-Min-Position";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>The position asked for, or the start of the log; a token of another log is refused.</summary>
    public static Position Of(HttpContext http, LogIdentity log)
    {
        if (!http.Request.Headers.TryGetValue(Header, out var header)) return Position.Start;
        if (!PositionToken.TryRead(header.ToString(), out var whose, out var position)) throw new RefusedException(Malformed);
        return whose == log ? position : throw new RefusedException(OtherLog);
    }

    /// <summary>Waits until a read model has seen the position; throws <see cref="ReadModelsException"/> <c>read_model_behind</c> after five seconds.</summary>
    public static async ValueTask Reached(this ReadModels readModels, string projection, Position position, CancellationToken cancel)
    {
        if (position == Position.Start) return;
        if (!await readModels.WaitUntil(projection, position, LongestWait, cancel))
            throw new ReadModelsException("read_model_behind", $"Read model '{projection}' has not seen position {position} yet.");
    }

    private static Refusal Malformed { get; } =
        new(RefusalKind.Invalid, "position_malformed", $"L’en-tête {Header} doit porter une position reçue dans {UseCaseEndpoint.PositionHeader}.");

    private static Refusal OtherLog { get; } =
        new(RefusalKind.Conflict, "other_log", "Cette position vient d’un autre journal : relisez sans elle.");
}
