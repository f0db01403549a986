using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>Enrols pupils whom the session's school imported (Rule 11.4), as its list stands at this log position or later.</summary>
public sealed record EnrolPupils(
    SessionId Session,
    IReadOnlyList<Guid> PupilIds,
    string? Division,
    IReadOnlyDictionary<string, PupilCompletion> Completions) : ICommand<EnrolledCandidates>
{
    [JsonIgnore]
    internal Position AtLeast { get; init; }
}

/// <summary>What is sent: pupils, or a whole class, or both; by pupil id, what the school's file does not say of them.</summary>
public sealed record EnrolPupilsBody(IReadOnlyList<Guid>? PupilIds, string? Division, IReadOnlyDictionary<string, PupilCompletion>? Completions);

/// <summary>What a pupil lacks to be a candidate; field is null when it is not one of this school's pupils.</summary>
public sealed record PupilToComplete(Guid PupilId, string? Field, string Code, string Detail);

/// <summary>Somebody is named.</summary>
public sealed class EnrolPupilsValidator : AbstractValidator<EnrolPupils>
{
    /// <summary>The most pupils at a time: they are enrolled as one fact.</summary>
    internal const int MostPupils = SessionImporting.MostCandidates;

    /// <summary>The rules.</summary>
    public EnrolPupilsValidator()
    {
        RuleFor(wish => wish.PupilIds)
            .Must((wish, pupils) => pupils.Count > 0 || !string.IsNullOrWhiteSpace(wish.Division))
            .WithMessage("Nommez des élèves (pupilIds) ou une classe (division).");
        RuleFor(wish => wish.PupilIds)
            .Must(pupils => pupils.Count <= MostPupils)
            .WithMessage($"On inscrit au plus {MostPupils} élèves à la fois.");
        RuleForEach(wish => wish.Completions)
            .Must(completion => Guid.TryParse(completion.Key, out _))
            .WithMessage("Un complément (completions) va de l’identifiant de l’élève à ce qui lui manque.");
    }
}

/// <summary>
/// Handles <see cref="EnrolPupils"/>. Who they are is read from the pupils' own streams, and sealed under each one's own key: what is forgotten of
/// the pupil is forgotten of the candidate.
/// </summary>
public sealed class EnrolPupilsHandler(
    SessionDesk desk,
    Aggregates<Pupil, PupilEvent> pupils,
    PupilReader school,
    ReadModels readModels,
    SessionRules rules,
    TimeProvider clock) : IRequestHandler<EnrolPupils, Outcome<EnrolledCandidates>>
{
    /// <inheritdoc />
    public async Task<Outcome<EnrolledCandidates>> Handle(EnrolPupils request, CancellationToken cancellationToken)
    {
        var loaded = await desk.Load(request.Session, cancellationToken);
        if (loaded.State.Opened is not { } opened) return Refusal.SessionUnknown;
        if ((await desk.Centre(opened.Centre, cancellationToken)).Facts is not { ManagesPupils: true }) return Refusal.PupilsNotManaged;

        // A retry finds its own events, whatever the school's list says by now.
        var candidates = loaded.Commands.ContainsKey(desk.Command.Id) ? [] : await Candidates(request, loaded.State, opened.Centre, cancellationToken);
        var decided = await desk.Decide(
            request.Session, (session, now) => session.Enrol(request.Session, candidates, desk.Open, desk.Draw, now), cancellationToken);
        return decided.ToOutcome(done => EnrolledCandidates.Of(done.Events, done.After, rules), created: true);
    }

    private async Task<IReadOnlyList<NewCandidate>> Candidates(EnrolPupils request, Session session, OrganisationId centre, CancellationToken cancel)
    {
        var completions = request.Completions.ToDictionary(one => Guid.Parse(one.Key), one => one.Value);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var missing = new List<PupilToComplete>();
        var candidates = new List<NewCandidate>();
        foreach (var id in await Named(request, centre, cancel))
        {
            if (session.Candidates.Exists(candidate => candidate.Pupil == id)) continue;
            var pupil = (await pupils.Load(Streams.Pupil(id), cancel)).State;
            if (pupil.Organisation != centre || !pupil.IsEnabled || pupil.Facts is not { } sealedFacts || desk.Open(sealedFacts) is not { } facts)
            {
                missing.Add(new PupilToComplete(id.Value, null, "pupil_unknown", "Cet élève n’est pas, ou n’est plus, de l’établissement."));
                continue;
            }

            var form = PupilCandidates.Form(facts, pupil.Division!, completions.GetValueOrDefault(id.Value));
            var faults = form.Faults(today);
            missing.AddRange(faults.Select(fault => new PupilToComplete(id.Value, fault.Field, fault.Code, fault.Sentence)));
            if (faults.Count == 0) candidates.Add(new NewCandidate(new CandidateId(desk.Command.IdFor($"candidate {id}")), sealedFacts.Person, form.ToIdentity(), id));
        }

        if (missing.Count == 0) return candidates;
        throw new RefusedException(Refusal.PupilsNotEnrollable(missing.DistinctBy(one => one.PupilId).Count()).With("errors", missing.ToArray()));
    }

    private async Task<IEnumerable<PupilId>> Named(EnrolPupils request, OrganisationId centre, CancellationToken cancel)
    {
        var named = request.PupilIds.Select(pupil => new PupilId(pupil));
        if (string.IsNullOrWhiteSpace(request.Division)) return named.Distinct();
        await readModels.Reached(PupilReader.ReadModel, request.AtLeast, cancel);
        var page = school.Pupils(centre, request.Division, 0, EnrolPupilsValidator.MostPupils);
        return page.Total == 0
            ? throw new RefusedException(Refusal.DivisionUnknown(request.Division))
            : named.Concat(page.Pupils.Select(pupil => pupil.Pupil)).Distinct();
    }
}

/// <summary><c>POST /sessions/{session}/candidates/from-pupils</c></summary>
public static class EnrolPupilsEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(
            "/sessions/{session:int}/candidates/from-pupils",
            (int session, EnrolPupilsBody body, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) => endpoint.Send(
                http,
                new EnrolPupils(
                    new SessionId(session), body.PupilIds ?? [], body.Division, body.Completions ?? new Dictionary<string, PupilCompletion>())
                {
                    AtLeast = MinimumPosition.Of(http, log),
                },
                _ => $"/sessions/{session}"))
        .RequireAuthorization(MemberPolicies.CentreManager)
        .WithName("enrolPupils")
        .WithSummary("Inscrire des élèves que l’établissement a importés, un par un ou par classe")
        .WithDescription("L’identité est celle du fichier de l’établissement ; ce qu’il ne dit pas (pays de naissance hors de France, sexe) se complète par élève.")
        .Produces<EnrolledCandidates>(StatusCodes.Status201Created)
        .ProducesProblems(
            StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
}
