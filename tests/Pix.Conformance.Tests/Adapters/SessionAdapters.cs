using System.Text.Json;
using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>Certification sessions (Rules 11.2, 11.3, 11.8, 11.22).</summary>
public static class SessionAdapters
{
    /// <summary>The platform's words for our refusals.</summary>
    private static readonly Dictionary<string, string> Errors = new()
    {
        ["session_access_code_wrong"] = "NotFound",
        ["session_not_joinable"] = "SessionNotJoinable",
        ["centre_not_approved"] = "CenterNotHabilitated",
        ["candidate_not_authorised_to_join"] = "CandidateNotAuthorizedToJoin",
        ["candidate_not_authorised_to_resume"] = "CandidateNotAuthorizedToResume",
        ["session_already_finalised"] = "SessionAlreadyFinalized",
        ["session_without_started_test"] = "SessionWithoutStartedCertification",
        ["abort_reason_missing"] = "SessionWithMissingAbortReason",
        ["abort_reason_superfluous"] = "SessionWithAbortReasonOnCompletedCertificationCourse",
    };

    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["certification.session.validation"] = @case => @case.Expect(FormOf(@case.Input).Faults().Select(fault => fault.Code.ToUpperInvariant())),
        ["certification.session.status"] = @case => @case.Expect(NameOf(SessionStatuses.Of(
            @case.Input.Flag("published") == true, @case.Input.Flag("officerAssigned") == true, @case.Input.Flag("finalized") == true))),
        ["certification.session.finalize"] = @case => ExpectError(@case, FinalisationOf(@case.Input).WhyNot()),
        ["certification.start"] = @case => ExpectError(@case, StartOf(@case.Input).WhyNot()),
    };

    private static void ExpectError(ConformanceCase @case, Refusal? refusal) =>
        @case.ExpectFields(new { error = refusal is null ? null : Errors[refusal.Code] });

    private static SessionForm FormOf(JsonElement input) => new(
        TextOf(input, "address"),
        TextOf(input, "room"),
        TextOf(input, "date"),
        TextOf(input, "time"),
        TextOf(input, "examiner"),
        TextOf(input, "description"));

    private static FinalisationSituation FinalisationOf(JsonElement input)
    {
        var unfinished = (int)(input.Number("uncompleted") ?? 0);
        return new FinalisationSituation(
            input.Flag("alreadyFinalized") == true,
            (int)(input.Number("startedCertifications") ?? Math.Max(1, unfinished)),
            unfinished,
            (int)(input.Number("abortReasons") ?? unfinished));
    }

    private static StartSituation StartOf(JsonElement input) => new(
        TextOf(input, "sessionAccessCode") == TextOf(input, "enteredCode"),
        input.Flag("sessionJoinable") != false,
        input.Flag("centerHabilitated") != false,
        input.Flag("authorizedToStart") != false,
        input.Flag("alreadyStarted") == true);

    private static string NameOf(SessionStatus status) => status switch
    {
        SessionStatus.Created => "created",
        SessionStatus.Finalised => "finalized",
        SessionStatus.InProcess => "in_process",
        SessionStatus.Processed => "processed",
        _ => "cancelled",
    };

    private static string? TextOf(JsonElement input, string name) =>
        input.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
