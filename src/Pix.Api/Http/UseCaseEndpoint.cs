using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Between HTTP and use cases: who asks, under which idempotency key, and what is answered.</summary>
public sealed class UseCaseEndpoint(IMediator mediator, CurrentCommand current, LogIdentity log)
{
    /// <summary>The header that makes a retry the same command.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>The header that says where the log was.</summary>
    public const string PositionHeader = "Pix-Position";

    private const int MaximumKeyLength = 200;

    /// <summary>Sends a command; <paramref name="location"/> names what was created, if anything.</summary>
    public async Task<IResult> Send<TReply>(HttpContext http, ICommand<TReply> command, Func<TReply, string>? location = null)
    {
        current.Value = CommandOf(http, command);
        return Answer(http, await mediator.Send(command, http.RequestAborted), location);
    }

    /// <summary>Sends a command whose reply is shown as something else than JSON; asking again is another command.</summary>
    public async Task<IResult> Print<TReply>(HttpContext http, ICommand<TReply> command, Func<TReply, IResult> print)
    {
        current.Value = CommandOf(http, command);
        var outcome = await mediator.Send(command, http.RequestAborted);
        return outcome is { Refusal: null, Reply: { } reply } ? print(reply) : Answer(http, outcome, null);
    }

    /// <summary>Asks a query.</summary>
    public async Task<IResult> Ask<TReply>(HttpContext http, IQuery<TReply> query) =>
        Answer(http, await mediator.Send(query, http.RequestAborted), null);

    /// <summary>Asks a query; <paramref name="describe"/> adds headers about its reply.</summary>
    public async Task<IResult> Ask<TReply>(HttpContext http, IQuery<TReply> query, Action<TReply> describe)
    {
        var outcome = await mediator.Send(query, http.RequestAborted);
        if (outcome.Reply is { } reply) describe(reply);
        return Answer(http, outcome, null);
    }

    /// <summary>Asks a query whose reply is shown in a form of its own; a refusal is told as ever.</summary>
    public async Task<IResult> Show<TReply>(HttpContext http, IQuery<TReply> query, Func<TReply, IResult> show)
    {
        var outcome = await mediator.Send(query, http.RequestAborted);
        return outcome.Reply is { } reply ? show(reply) : Answer(http, outcome, null);
    }

    /// <summary>The same where people read refusals in that form too.</summary>
    public async Task<IResult> Show<TReply>(HttpContext http, IQuery<TReply> query, Func<TReply, IResult> show, Func<Refusal, IResult> refuse)
    {
        var outcome = await mediator.Send(query, http.RequestAborted);
        return outcome.Refusal is { } refusal ? refuse(refusal) : show(outcome.Reply!);
    }

    private static Command CommandOf<TReply>(HttpContext http, ICommand<TReply> command)
    {
        var actor = http.User.ToActor();
        var correlation = Guid.CreateVersion7();
        if (!http.Request.Headers.TryGetValue(IdempotencyKey, out var header)) return new Command(correlation, string.Empty, actor, correlation);

        var key = header.ToString();
        if (key.Length is 0 or > MaximumKeyLength) throw new RefusedException(KeyMalformed());
        var route = $"{http.Request.Method} {http.Request.Path}";
        var asked = JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), ApiJson.Default);
        return new Command(
            NameBasedGuid.Of(actor.Role, actor.Id, route, key),
            DigestOf(asked, key),
            actor,
            correlation);
    }

    // Keyed by what only the client knows: the log keeps it for good, and a plain hash would let a guess at an erased name be checked.
    private static string DigestOf(byte[] asked, string key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), asked).AsSpan(0, 16));

    private static Refusal KeyMalformed() => new Refusal(
        RefusalKind.Invalid,
        "idempotency_key_malformed",
        $"La clé d’idempotence doit avoir de 1 à {MaximumKeyLength} caractères.").With("maximum_length", MaximumKeyLength);

    private IResult Answer<TReply>(HttpContext http, Outcome<TReply> outcome, Func<TReply, string>? location)
    {
        if (outcome.Position is { } position) http.Response.Headers[PositionHeader] = PositionToken.Write(log, position);
        if (outcome.Refusal is { } refusal) return Problems.From(refusal);
        if (outcome.Reply is Nothing) return TypedResults.NoContent();
        var reply = outcome.Reply!;
        return outcome.Created && location is not null ? TypedResults.Created(location(reply), reply) : TypedResults.Ok(reply);
    }
}
