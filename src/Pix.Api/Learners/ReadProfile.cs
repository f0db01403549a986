using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>A learner's profile, read at this log position or later.</summary>
public sealed record ReadProfile(LearnerId Learner, Position AtLeast) : IQuery<ProfileView>;

/// <summary>The score out of <paramref name="MaxPix"/>, and every competence, under a release of the content.</summary>
public sealed record ProfileView(
    Guid LearnerId,
    int Pix,
    int MaxPix,
    bool Certifiable,
    int MissingForCertification,
    int Referential,
    IReadOnlyList<ProfileCompetenceView> Competences);

/// <summary>A competence's card. Days are null when there is nothing to improve, or to reset.</summary>
public sealed record ProfileCompetenceView(
    string Code,
    string Name,
    string Area,
    string Status,
    int Level,
    int Pix,
    int PixAheadOfNextLevel,
    decimal PercentageToNextLevel,
    bool Improvable,
    int ImprovableSkills,
    int? DaysBeforeImproving,
    bool Resettable,
    int? DaysBeforeReset)
{
    /// <summary>A competence as its learner sees it at an instant.</summary>
    public static ProfileCompetenceView Of(ProfileCompetence position, string name, string area, DateTimeOffset now, LearnerRules rules)
    {
        var card = position.At(now, rules);
        return new ProfileCompetenceView(
            position.Code.Value,
            name,
            area,
            Text.Of(card.Status),
            card.Score.Level,
            card.Score.Pix,
            card.Score.PixAheadOfNextLevel,
            CompetenceScore.PercentageToNextLevel(card.Score.PixAheadOfNextLevel),
            card.IsImprovable,
            card.ImprovableSkills,
            card.DaysBeforeImproving,
            card.IsResettable,
            card.DaysBeforeReset);
    }
}

/// <summary>Handles <see cref="ReadProfile"/>, from the read model.</summary>
public sealed class ReadProfileHandler(ReadModels readModels, ProfileReader profiles, Content content, LearnerRules rules, TimeProvider clock)
    : IRequestHandler<ReadProfile, Outcome<ProfileView>>
{
    /// <inheritdoc />
    public async Task<Outcome<ProfileView>> Handle(ReadProfile request, CancellationToken cancellationToken)
    {
        if ((await content.Releases(cancellationToken)).Active is null) return Refusal.ReferentialMissing;
        await readModels.Reached(ProfileReader.ReadModel, request.AtLeast, cancellationToken);
        if (profiles.Find(request.Learner) is not { } found) return Refusal.LearnerUnknown;
        var (profile, referential) = found;
        var now = clock.GetUtcNow();
        return Outcome<ProfileView>.Of(new ProfileView(
            request.Learner.Value,
            profile.Pix(rules.Maximum),
            rules.Maximum.PixPerCompetence * referential.Competences.Count,
            profile.IsCertifiable,
            profile.MissingForCertification,
            referential.Version.Value,
            [.. profile.Competences.Select(position => ProfileCompetenceView.Of(
                position,
                referential.Find(position.Code)!.Name,
                referential.AreaOf(position.Code).Title,
                now,
                rules))]));
    }
}

/// <summary><c>GET /learners/{learner}/profile</c></summary>
public static class ReadProfileEndpoint
{
    /// <summary>The header that names the release that the answer was folded under.</summary>
    public const string ReferentialHeader = "Pix-Referential";

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/learners/{learner:guid}/profile", (Guid learner, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            endpoint.Ask(
                http,
                new ReadProfile(new LearnerId(learner), MinimumPosition.Of(http, log)),
                profile => http.Response.Headers[ReferentialHeader] = profile.Referential.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        .RequireAuthorization(Policies.LearnerThemself)
        .WithName("readProfile")
        .WithSummary("Lire le profil : score sur 1024 pix et seize compétences")
        .Produces<ProfileView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);
}
