using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>Every error as RFC 9457 problem details with a stable <c>code</c>.</summary>
public static class Problems
{
    private const string RetryAfterSeconds = "1";

    /// <summary>A refusal: 409 in this state, 422 in this form, 404 for what is not there; its figures are members.</summary>
    public static IResult From(Refusal refusal) => From(
        refusal.Kind switch
        {
            RefusalKind.Unknown => StatusCodes.Status404NotFound,
            RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status409Conflict,
        },
        refusal.Code,
        refusal.Sentence,
        refusal.Figures);

    /// <summary>A problem with its code, a sentence in French, and figures.</summary>
    public static IResult From(int status, string code, string sentence, IReadOnlyDictionary<string, object>? figures = null)
    {
        var problem = new ProblemDetails
        {
            Type = $"urn:pix:problem:{code}",
            Title = TitleOf(status),
            Status = status,
            Detail = sentence,
            Extensions = { ["code"] = code },
        };
        foreach (var (name, value) in figures ?? new Dictionary<string, object>()) problem.Extensions[name] = value;
        return Results.Problem(problem);
    }

    /// <summary>A problem that passes by itself: 503 with <c>Retry-After</c>.</summary>
    public static IResult Unavailable(HttpContext http, string code, string sentence)
    {
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return From(StatusCodes.Status503ServiceUnavailable, code, sentence);
    }

    /// <summary>The log cannot answer: what was asked may or may not have been done, which a retry under the same key finds out.</summary>
    public static IResult LogUnavailable(HttpContext http, string code) =>
        Unavailable(http, code, "Le journal ne peut pas répondre pour le moment : réessayez avec la même clé d’idempotence.");

    /// <summary>Turns what was thrown, and bare statuses, into problems.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => FromException(http, http.Features.Get<IExceptionHandlerFeature>()!.Error).ExecuteAsync(http),
            SuppressDiagnosticsCallback = context => IsExpected(context.Exception),
        });
        app.UseStatusCodePages(context => FromStatus(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
    }

    private static bool IsExpected(Exception thrown) =>
        thrown is ValidationException or BadHttpRequestException or LogUnavailableException or PersonKeyException or ReadModelsException or RefusedException;

    private static IResult FromException(HttpContext http, Exception thrown) => thrown switch
    {
        RefusedException refused => From(refused.Refusal),
        ValidationException invalid => From(
            StatusCodes.Status422UnprocessableEntity,
            "request_invalid",
            string.Join(" ", invalid.Errors.Select(error => error.ErrorMessage)),
            new Dictionary<string, object>
            {
                ["errors"] = invalid.Errors
                    .GroupBy(error => char.ToLowerInvariant(error.PropertyName[0]) + error.PropertyName[1..])
                    .ToDictionary(field => field.Key, field => field.Select(error => error.ErrorMessage).ToArray()),
            }),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => FromStatus(StatusCodes.Status415UnsupportedMediaType),
        BadHttpRequestException bad => From(
            bad.StatusCode,
            "request_malformed",
            "La demande est illisible : un corps JSON de la forme documentée est attendu."),
        LogUnavailableException unavailable => LogUnavailable(http, unavailable.Code),
        ReadModelsException { Code: "read_model_behind" or "read_model_building" } behind => Unavailable(
            http,
            behind.Code,
            "La lecture n’a pas encore rattrapé le journal : réessayez dans un instant."),
        PersonKeyException { Code: "person_erased" } erased => From(
            StatusCodes.Status409Conflict,
            erased.Code,
            "Cette personne a été effacée à sa demande."),
        PersonKeyException key => Unavailable(http, key.Code, "Les clés des données personnelles ne peuvent pas être lues."),
        _ => From(StatusCodes.Status500InternalServerError, "internal_error", "Une erreur inattendue s’est produite ; elle a été consignée."),
    };

    private static IResult FromStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => From(status, "unauthenticated", "Un jeton valide est attendu : « Authorization: Bearer … »."),
        StatusCodes.Status403Forbidden => From(status, "forbidden", "Ni votre rôle ni votre compte ne permettent cette action."),
        StatusCodes.Status404NotFound => From(status, "not_found", "Cette adresse n’existe pas."),
        StatusCodes.Status405MethodNotAllowed => From(status, "method_not_allowed", "Cette adresse n’accepte pas cette méthode."),
        StatusCodes.Status415UnsupportedMediaType => From(status, "unsupported_media_type", "Un corps application/json est attendu."),
        _ => From(status, $"http_{status}", "La demande n’a pas pu être traitée."),
    };

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "Introuvable",
        StatusCodes.Status409Conflict => "Impossible dans cet état",
        StatusCodes.Status422UnprocessableEntity => "Demande invalide",
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "Accès refusé",
        StatusCodes.Status429TooManyRequests => "Trop de demandes",
        StatusCodes.Status503ServiceUnavailable => "Momentanément indisponible",
        >= 500 => "Erreur interne",
        _ => "Demande refusée",
    };
}

/// <summary>A refusal met outside a decision, such as in a request's headers.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Code)
{
    /// <summary>What is refused.</summary>
    public Refusal Refusal { get; } = refusal;
}
