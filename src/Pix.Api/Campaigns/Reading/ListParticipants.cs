using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>A page of who takes part in a campaign, and of the pupils of their classes who have not begun.</summary>
public sealed record ListParticipants(
    CampaignId Campaign,
    ParticipationStanding? Standing,
    string? Division,
    string? Search,
    PageRequest Page,
    Position AtLeast) : IQuery<PageView<ParticipantItemView>>;

/// <summary>
/// A participant in a list. The state is <c>notStarted</c>, <c>inProgress</c>, <c>toShare</c> or <c>shared</c>; progress goes from 0 to 1. What
/// was sent: its mastery in whole percent, or its pix and whether it is certifiable. Nothing else is shown of what was not sent.
/// </summary>
public sealed record ParticipantItemView(
    string? ParticipationId,
    Guid? PupilId,
    string? LastName,
    string? FirstName,
    bool Erased,
    string? Class,
    string State,
    bool PreparingNext,
    decimal? Progress,
    DateTimeOffset? StartedAt,
    DateTimeOffset? SharedAt,
    int? Mastery,
    int? Pix,
    bool? Certifiable)
{
    /// <summary>As the API writes it.</summary>
    public static ParticipantItemView Of(ParticipantEntry entry, int? targeted, decimal? progress) => new(
        entry.Participation?.ToString(),
        entry.Pupil?.Value,
        entry.LastName,
        entry.FirstName,
        entry.IsErased,
        entry.Division,
        Text.Of(entry.Standing),
        entry.IsPreparingNext,
        progress,
        entry.JoinedAt,
        entry.SentAt,
        targeted is { } skills && entry.Validated is { } validated ? new Mastery(validated, skills).Percent : null,
        targeted is null ? entry.Pix?.Floor : null,
        entry.Certifiable);
}

/// <summary>Handles <see cref="ListParticipants"/>.</summary>
public sealed class ListParticipantsHandler(CampaignPages pages, CampaignReader campaigns, ParticipantReader participants)
    : IRequestHandler<ListParticipants, Outcome<PageView<ParticipantItemView>>>
{
    /// <inheritdoc />
    public async Task<Outcome<PageView<ParticipantItemView>>> Handle(ListParticipants request, CancellationToken cancellationToken)
    {
        var (refusal, campaign) = await pages.Find(request.Campaign, request.AtLeast, cancellationToken);
        if (campaign is null) return refusal!;
        var page = participants.List(new ParticipantQuery(
            campaign, request.Standing, request.Division, request.Search, request.Page.Skip, request.Page.PageSize));
        var progressOf = await pages.ProgressOf(
            [.. page.Entries.Where(entry => entry is { Participation: not null, SentAt: null }).Select(entry => entry.Participation!.Value)],
            request.AtLeast,
            cancellationToken);
        var targeted = campaigns.Target(request.Campaign)?.Target.Skills.Count;
        return Outcome<PageView<ParticipantItemView>>.Of(request.Page.Of<ParticipantItemView>(
            [
                .. page.Entries.Select(entry => ParticipantItemView.Of(
                    entry, targeted, entry.Participation is { } id ? progressOf(id, entry.SentAt is not null) : 0)),
            ],
            page.Total));
    }
}

/// <summary><c>GET /campaigns/{campaign}/participants</c></summary>
public static class ListParticipantsEndpoint
{
    private static readonly Dictionary<string, ParticipationStanding?> States =
        Enum.GetValues<ParticipationStanding>().ToDictionary(Text.Of, standing => (ParticipationStanding?)standing);

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/campaigns/{campaign:guid}/participants", (Guid campaign, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            endpoint.Ask(http, new ListParticipants(
                new CampaignId(campaign),
                ReadingQuery.OneOf(http, "state", States, null),
                ReadingQuery.Text(http, "class"),
                ReadingQuery.Text(http, "search"),
                PageRequest.Of(http),
                MinimumPosition.Of(http, log))))
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("listParticipants")
        .WithSummary("Suivre qui en est où : état (state), classe (class), nom (search), page")
        .Produces<PageView<ParticipantItemView>>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
}
