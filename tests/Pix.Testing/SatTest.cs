using Pix.Domain;

namespace Pix.Testing;

/// <summary>Certification tests of any shape, made of their own events: three questions a competence, one status an answer.</summary>
public static class SatTest
{
    /// <summary>When they are taken, a Monday morning.</summary>
    public static DateTimeOffset Monday { get; } = new(2026, 5, 18, 8, 0, 0, TimeSpan.Zero);

    public static PersonId Person { get; } = new(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0002"));

    public static Guid Sitting { get; } = new("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0003");

    /// <summary>An ended test; null is left unanswered.</summary>
    public static Certification OfAnswers(params AnswerStatus?[] answers) => Certification.Initial.After(EventsOf(answers, one => one));

    /// <summary>The same, each question changed at will.</summary>
    public static IReadOnlyList<CertificationEvent> EventsOf(
        IReadOnlyList<AnswerStatus?> answers,
        Func<CertificationQuestion, CertificationQuestion> change,
        int level = 3)
    {
        var events = new List<CertificationEvent> { Started([.. answers.Select((_, index) => change(Question(index, level)))], level) };
        events.AddRange(answers.TakeWhile(status => status is not null).Select((status, index) => Answered(index + 1, status!.Value)));
        events.Add(new CertificationEnded(
            answers.Contains(null) ? CertificationEnd.Finalisation : CertificationEnd.LastAnswer, Monday));
        events.Add(Certification.Initial.After(events).Score(ScoringEmitter.TestEnd, Monday));
        return events;
    }

    /// <summary>A started test with these questions.</summary>
    public static CertificationStarted Started(IReadOnlyList<CertificationQuestion> questions, int level = 3) => new(
        new CertificationId(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0004")),
        new SessionId(48_213_907),
        new CandidateId(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0005")),
        new LearnerId(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0006")),
        Person,
        new Personal<CertifiedIdentity>(Person, Identity),
        null,
        "P-BCD234FG",
        Sitting,
        new StreamEvidence("learner-0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0006", 41, new string('a', 64)),
        new ReferentialVersion(1),
        8,
        42,
        [.. questions.Select(question => question.Competence).Distinct()
            .Select(code => new PositionedCompetence(code, level, PixAmount.Of(level * PixAmount.PixPerLevel)))],
        questions,
        Monday.AddMinutes(105),
        Monday);

    public static CertifiedIdentity Identity { get; } =
        new("Zoé", "Lefèvre", CandidateSex.F, new DateOnly(2011, 6, 23), new BirthPlace("FRANCE", "51454", null, "Reims"));

    /// <summary>The question at an index, three a competence.</summary>
    public static CertificationQuestion Question(int index, int level = 3)
    {
        const int PerCompetence = 3;
        var competence = $"{(index / PerCompetence / 3) + 1}.{(index / PerCompetence % 3) + 1}";
        return new CertificationQuestion(
            index + 1,
            new CompetenceCode(competence),
            new SkillId($"{competence}@sujet{index}"),
            $"@sujet{level}",
            level,
            new Challenge(new ChallengeId($"question{index + 1}"), 1, ChallengeType.Qroc, ChallengeStatus.Validated, $"Question {index + 1}", "")
            {
                Accepted = ["juste"],
            },
            false);
    }

    private static CertificationAnswerRecorded Answered(int number, AnswerStatus status) => new(
        number,
        new ChallengeId($"question{number}"),
        status == AnswerStatus.Aband ? null : new Personal<string>(Person, "juste"),
        status is AnswerStatus.FocusedOut or AnswerStatus.Timedout ? AnswerStatus.Ok : status == AnswerStatus.Aband ? null : status,
        status,
        30,
        31,
        status == AnswerStatus.FocusedOut,
        Monday);
}
