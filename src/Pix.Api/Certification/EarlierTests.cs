using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>What a learner met in the certifications that they sat before: as seen as what they answered elsewhere (Rule D16).</summary>
public sealed class EarlierTests(PeopleReader people, Aggregates<Certification, CertificationEvent> certifications)
{
    /// <summary>The challenges that were shown to a learner in any test.</summary>
    public async Task<IReadOnlySet<ChallengeId>> Shown(LearnerId learner, CancellationToken cancel)
    {
        var shown = new HashSet<ChallengeId>();
        foreach (var candidacy in people.Candidacies([], [learner], []))
        {
            var test = await certifications.Load(Streams.Certification(Streams.CertificationOf(candidacy.Session, candidacy.Candidate)), cancel);
            shown.UnionWith(test.State.Shown.Select(question => question.Challenge.Id));
        }

        return shown;
    }
}
