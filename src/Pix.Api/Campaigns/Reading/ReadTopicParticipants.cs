using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>The pupils behind a topic of a campaign's analysis, in groups of those who need the same.</summary>
public sealed record ReadTopicParticipants(CampaignId Campaign, TubeId Tube, string? Division, PageRequest Page, Position AtLeast) : IQuery<TopicGroupsView>;

/// <summary>A topic's groups, those who have the most to learn first.</summary>
public sealed record TopicGroupsView(string TubeId, string Title, int Page, int PageSize, IReadOnlyList<TopicGroupView> Groups);

/// <summary>
/// A group: <c>untested</c> (nothing is known), <c>failed</c> (nothing validated), <c>partial</c> (up to the level that they have reached), <c>mastered</c>.
/// Its participants by name, a page of them.
/// </summary>
public sealed record TopicGroupView(string Group, int HighestValidated, int Count, IReadOnlyList<TopicParticipantView> Participants);

/// <summary>Somebody of a group; names are null once erased.</summary>
public sealed record TopicParticipantView(string ParticipationId, string? LastName, string? FirstName, string? Class, int Validated, int Failed, int Untested);

/// <summary>Handles <see cref="ReadTopicParticipants"/>.</summary>
public sealed class ReadTopicParticipantsHandler(CampaignPages pages, ParticipantReader participants)
    : IRequestHandler<ReadTopicParticipants, Outcome<TopicGroupsView>>
{
    private enum Group
    {
        Untested,
        Failed,
        Partial,
        Mastered,
    }

    /// <inheritdoc />
    public async Task<Outcome<TopicGroupsView>> Handle(ReadTopicParticipants request, CancellationToken cancellationToken)
    {
        var (refusal, target, content) = await pages.Target(request.Campaign, request.AtLeast, cancellationToken);
        if (target is null) return refusal!;
        if (target.Topics.FirstOrDefault(topic => topic.Tube == request.Tube) is not { } topic) return CampaignReadingRefusals.TopicUnknown;
        var groups = participants.Results(request.Campaign, request.Division)
            .Select(participant => (Participant: participant, Result: topic.ResultOf(participant.Results)))
            .GroupBy(one => (Group: GroupOf(one.Result, topic), one.Result.HighestValidated))
            .OrderBy(group => group.Key.Group)
            .ThenBy(group => group.Key.HighestValidated)
            .Select(group => new TopicGroupView(
                Text.Of(group.Key.Group),
                group.Key.HighestValidated,
                group.Count(),
                [.. group.Skip(request.Page.Skip).Take(request.Page.PageSize).Select(one => ViewOf(one.Participant, one.Result))]));
        return Outcome<TopicGroupsView>.Of(new TopicGroupsView(
            request.Tube.Value,
            content!.Topics.Single(one => one.Tube == request.Tube).Title,
            request.Page.Page,
            request.Page.PageSize,
            [.. groups]));
    }

    private static Group GroupOf(TopicResult result, Topic topic) =>
        result.IsWhole ? Group.Mastered
        : result.AllValidated > 0 ? Group.Partial
        : result.Untested == topic.Places.Count ? Group.Untested
        : Group.Failed;

    private static TopicParticipantView ViewOf(ParticipantResults participant, TopicResult result) => new(
        participant.Id.ToString(),
        participant.LastName,
        participant.FirstName,
        participant.Division,
        result.AllValidated,
        result.Invalidated + result.InvalidatedByInference,
        result.Untested);
}

/// <summary><c>GET /campaigns/{campaign}/analysis/participants?tube=…</c></summary>
public static class ReadTopicParticipantsEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/campaigns/{campaign:guid}/analysis/participants", (Guid campaign, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            endpoint.Ask(http, new ReadTopicParticipants(
                new CampaignId(campaign), new TubeId(ReadingQuery.RequiredText(http, "tube")), ReadingQuery.Text(http, "class"), PageRequest.Of(http), MinimumPosition.Of(http, log))))
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("readTopicParticipants")
        .WithSummary("Voir les élèves derrière un sujet (tube), par groupes de besoin (class, page)")
        .Produces<TopicGroupsView>()
        .ProducesProblems(
            StatusCodes.Status404NotFound,
            StatusCodes.Status409Conflict,
            StatusCodes.Status422UnprocessableEntity,
            StatusCodes.Status503ServiceUnavailable);
}
