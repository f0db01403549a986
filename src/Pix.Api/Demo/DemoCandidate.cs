using Pix.Domain;

namespace Pix.Api;

/// <summary>What befalls a candidate in the session.</summary>
internal enum DemoStory
{
    /// <summary>Nothing.</summary>
    Usual,

    /// <summary>A question is passed by mistake: the automatic jury does not count it.</summary>
    SkipsByMistake,

    /// <summary>The birth date on the list is doubted: the jury decides.</summary>
    BirthDateDoubted,

    /// <summary>A supervisor reports a fraud: the jury rejects.</summary>
    Cheats,

    /// <summary>Remembers little of what they once showed: the profile is not borne out.</summary>
    Forgets,
}

/// <summary>A candidate of the session: the pupil, and what befalls them.</summary>
internal sealed record DemoCandidate(DemoPupil Pupil, DemoStory Story)
{
    /// <summary>Which question is passed by mistake.</summary>
    public const int PassedQuestion = 3;

    private const int RemembersOneIn = 3;
    private static readonly DemoStory[] Stories = [DemoStory.Usual, DemoStory.SkipsByMistake, DemoStory.BirthDateDoubted, DemoStory.Cheats, DemoStory.Forgets];

    /// <summary>How many there must be for something to befall each.</summary>
    public static int Fewest => Stories.Length;

    /// <summary>A candidate by their place in the list: something befalls one each, nothing the others.</summary>
    public static DemoCandidate Of(DemoPupil pupil, int place) => new(pupil, place < Stories.Length ? Stories[place] : DemoStory.Usual);

    /// <summary>How they answer a question of the test.</summary>
    public SubmittedAnswer Answer(PlacedChallenge asked, int number) => (Story switch
    {
        DemoStory.SkipsByMistake when number == PassedQuestion => SimulatedLearner.Skipping,
        DemoStory.Cheats => SimulatedLearner.Perfect,
        DemoStory.Forgets => number % RemembersOneIn == 0 ? SimulatedLearner.Perfect : SimulatedLearner.Failing,
        _ => Pupil.Simulated,
    }).Answer(asked);

    /// <summary>What the supervisor reports about them, or null.</summary>
    public ReportIncident? Report(SessionId session, CandidateId candidate) => Story switch
    {
        DemoStory.SkipsByMistake => new(
            session, candidate, Text.Of(IssueCategory.InChallenge), Text.Of(IssueSubcategory.SkipOnOops), PassedQuestion, null),
        DemoStory.BirthDateDoubted => new(
            session,
            candidate,
            Text.Of(IssueCategory.CandidateInformationsChanges),
            Text.Of(IssueSubcategory.NameOrBirthdate),
            null,
            "La famille dit que la date de naissance est à vérifier."),
        DemoStory.Cheats => new(session, candidate, Text.Of(IssueCategory.Fraud), null, null, null),
        _ => null,
    };
}
