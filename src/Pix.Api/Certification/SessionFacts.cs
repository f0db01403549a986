using System.Text.Json.Nodes;
using Pix.Domain;

namespace Pix.Api;

/// <summary>What of a session's stream concerns one of its candidates.</summary>
internal static class SessionFacts
{
    /// <summary>Whether it is a piece of the candidate's dossier: what the jury and the publication did since is not.</summary>
    public static bool AreAbout(IDomainEvent happened, CandidateId candidate) => happened switch
    {
        CandidateEnrolled enrolled => enrolled.Candidate == candidate,
        CandidateCorrected corrected => corrected.Candidate == candidate,
        CandidateSignedIn signed => signed.Candidate == candidate,
        CandidateLinked linked => linked.Candidate == candidate,
        CandidateAuthorised authorised => authorised.Candidate == candidate,
        CandidateStarted started => started.Candidate == candidate,
        IncidentReported incident => incident.Candidate == candidate,
        SessionFinalised finalised => finalised.Tests.Any(test => test.Candidate == candidate),
        _ => false,
    };

    /// <summary>Whether it names the candidate, alone or among others.</summary>
    public static bool Name(IDomainEvent happened, CandidateId candidate) => happened switch
    {
        CandidateWithdrawn withdrawn => withdrawn.Candidate == candidate,
        CandidateErased erased => erased.Candidate == candidate,
        DeliberationHeld held => held.Certifications.Any(one => one.Candidate == candidate),
        ResultsPublished published => published.Results.Any(result => result.Candidate == candidate),
        _ => AreAbout(happened, candidate),
    };

    /// <summary>Stored data without the entries of lists that are another candidate's.</summary>
    public static JsonNode? Only(JsonNode? node, CandidateId candidate) => node switch
    {
        JsonArray list => new JsonArray([.. list.Where(item => !IsOfAnother(item, candidate)).Select(item => Only(item, candidate))]),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Only(member.Value, candidate)))),
        _ => node?.DeepClone(),
    };

    private static bool IsOfAnother(JsonNode? item, CandidateId candidate) =>
        item is JsonObject members && members["candidate"] is { } whose && whose.GetValue<Guid>() != candidate.Value;
}
