using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>One participant's sheet.</summary>
public sealed record ReadParticipant(CampaignId Campaign, ParticipationId Participation, Position AtLeast) : IQuery<ParticipantView>;

/// <summary>A participant's sheet: who, how far, and what was sent (null before).</summary>
public sealed record ParticipantView(
    string ParticipationId,
    Guid? PupilId,
    string? LastName,
    string? FirstName,
    bool Erased,
    string? Class,
    string? ExternalId,
    string State,
    bool PreparingNext,
    decimal? Progress,
    DateTimeOffset StartedAt,
    DateTimeOffset? SharedAt,
    SharedResultView? Result,
    SharedProfileView? Profile);

/// <summary>
/// What a test sent: skills validated, evaluated (tested) and targeted, mastery in whole percent (Rule D8), pix (rounded down), the stage reached
/// (from 0) of so many, badges.
/// </summary>
public sealed record SharedResultView(
    int Validated,
    int Evaluated,
    int Targeted,
    int Mastery,
    int Pix,
    int? Stage,
    int? LastStage,
    string? StageTitle,
    IReadOnlyList<SharedBadgeView> Badges,
    IReadOnlyList<MasteryView> Competences,
    IReadOnlyList<MasteryView> Topics);

/// <summary>A badge of the campaign, and how much of it is obtained, in whole percent (Rule 7.13).</summary>
public sealed record SharedBadgeView(string BadgeId, string Title, bool Obtained, int Acquisition);

/// <summary>A part of a target: a competence by its code, a topic by its tube.</summary>
public sealed record MasteryView(string Id, string Name, int Validated, int Evaluated, int Targeted, int Mastery);

/// <summary>A profile that was sent.</summary>
public sealed record SharedProfileView(int Pix, bool Certifiable, int CertifiableCompetences, IReadOnlyList<SharedLevelView> Competences);

/// <summary>A competence of a profile that was sent.</summary>
public sealed record SharedLevelView(string Code, int Level, int Pix);

/// <summary>Handles <see cref="ReadParticipant"/>.</summary>
public sealed class ReadParticipantHandler(CampaignPages pages, CampaignReader campaigns, Content content)
    : IRequestHandler<ReadParticipant, Outcome<ParticipantView>>
{
    /// <inheritdoc />
    public async Task<Outcome<ParticipantView>> Handle(ReadParticipant request, CancellationToken cancellationToken)
    {
        var (missing, _) = await pages.Find(request.Campaign, request.AtLeast, cancellationToken);
        if (missing is not null) return missing;
        var (refusal, sheet) = pages.Participation(request.Campaign, request.Participation);
        if (sheet is null) return refusal!;
        var progressOf = await pages.ProgressOf(sheet.Sent is null ? [sheet.Id] : [], request.AtLeast, cancellationToken);
        var target = campaigns.Target(request.Campaign);
        return Outcome<ParticipantView>.Of(new ParticipantView(
            sheet.Id.ToString(),
            sheet.Pupil?.Value,
            sheet.LastName,
            sheet.FirstName,
            sheet.IsErased,
            sheet.Division,
            sheet.ExternalId,
            Text.Of(sheet.Sent is null ? sheet.Standing : ParticipationStanding.Shared),
            sheet.Sent is not null && sheet.Standing != ParticipationStanding.Shared,
            progressOf(sheet.Id, sheet.Sent is not null),
            sheet.JoinedAt,
            sheet.Sent?.At,
            sheet.Sent is { Results: { } results } sent && target is not null
                ? ResultOf(sent, results, target, TargetContent.Of(target, await content.Releases(cancellationToken)))
                : null,
            sheet.Sent is { Results: null } profile ? ProfileOf(profile) : null));
    }

    private static SharedResultView ResultOf(SentResults sent, SkillResults results, CampaignTarget of, TargetContent content)
    {
        var target = of.Target;
        var mastery = target.MasteryOf(results);
        return new SharedResultView(
            mastery.Validated,
            results.Tested,
            mastery.Targeted,
            mastery.Percent,
            sent.Pix.Floor,
            sent.Stage - 1,
            sent.Stage is null ? null : target.Stages.Count - 1,
            sent.Stage is { } reached and > 0 ? target.Stages[reached - 1].Title : null,
            [
                .. target.Badges.Select(badge => new SharedBadgeView(
                    badge.Id, badge.Title, sent.Badges.Contains(badge.Id), badge.AcquisitionBy(target.MasteriesFor(badge, results)))),
            ],
            [.. content.Competences.Select(code => Part(code.Value, content.NameOf(code), target, results, skill => skill.Competence == code))],
            [.. content.Topics.Select(topic => Part(topic.Tube.Value, topic.Title, target, results, skill => skill.Tube == topic.Tube))]);
    }

    private static MasteryView Part(string id, string name, FrozenTarget target, SkillResults results, Func<TargetedSkill, bool> looksAt)
    {
        var mastery = target.MasteryOf(results, looksAt);
        var evaluated = target.Skills.Where((skill, place) => looksAt(skill) && results[place] != SkillResult.Untested).Count();
        return new MasteryView(id, name, mastery.Validated, evaluated, mastery.Targeted, mastery.Percent);
    }

    private static SharedProfileView ProfileOf(SentResults profile) => new(
        profile.Pix.Floor,
        profile.Certifiable == true,
        profile.CertifiableCompetences!.Value,
        [.. profile.Competences.Select(competence => new SharedLevelView(competence.Competence.Value, competence.Level, competence.Pix))]);
}

/// <summary><c>GET /campaigns/{campaign}/participants/{participant}</c></summary>
public static class ReadParticipantEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/campaigns/{campaign:guid}/participants/{participant}", (Guid campaign, string participant, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            endpoint.Ask(http, new ReadParticipant(new CampaignId(campaign), Participant(participant), MinimumPosition.Of(http, log))))
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("readParticipant")
        .WithSummary("Lire la fiche d’un participant")
        .Produces<ParticipantView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);

    /// <summary>The participation of an address.</summary>
    public static ParticipationId Participant(string text) =>
        ParticipationId.TryParse(text, out var id) ? id : throw new RefusedException(Refusal.ParticipationUnknown);
}
