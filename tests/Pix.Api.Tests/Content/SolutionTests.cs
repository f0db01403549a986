using Pix.Domain;
using Xunit;

namespace Pix.Api.Tests.ContentChecks;

/// <summary>Our own checker against what the authors say is right and wrong.</summary>
public sealed class SolutionTests
{
    [Fact]
    public void Every_right_answer_is_accepted() =>
        SampleContent.AssertNone(
            from challenge in SampleContent.Challenges
            from answer in RightAnswers(challenge)
            let why = WhyNotRight(challenge, answer)
            where why is not null
            select $"{challenge.Id}: {Shown(answer)}: {why}");

    [Fact]
    public void Every_listed_wrong_answer_is_refused() =>
        SampleContent.AssertNone(
            from challenge in SampleContent.Challenges
            from answer in challenge.WrongAnswers
            let why = WhyNotWrong(challenge, answer)
            where why is not null
            select $"{challenge.Id}: {Shown(answer)}: {why}");

    [Fact]
    public void Every_challenge_lists_a_wrong_answer() =>
        SampleContent.AssertNone(SampleContent.Challenges.Where(challenge => challenge.WrongAnswers.Count == 0).Select(challenge => $"{challenge.Id}: lists none"));

    [Fact]
    public void A_listed_wrong_answer_fills_every_blank() =>
        SampleContent.AssertNone(
            from challenge in SampleContent.Challenges
            where challenge.Type is ChallengeType.QrocmInd or ChallengeType.QrocmDep
            from answer in challenge.WrongAnswers
            where AnswerForm.Check(challenge, answer) is null
            let written = BlankMap.Read(answer).Texts
            from name in BlankNames(challenge)
            where !written.TryGetValue(name, out var text) || text.Length == 0
            select $"{challenge.Id}: {Shown(answer)}: {name} is left out");

    [Fact]
    public void A_wrong_digit_is_never_forgiven() =>
        SampleContent.AssertNone(
            from challenge in SampleContent.Challenges
            from answer in OneDigitWrong(challenge)
            where AnswerChecker.Check(challenge, answer.Wrong).Status == AnswerStatus.Ok
            select $"{challenge.Id}: {Shown(answer.Wrong)} passes for {Shown(answer.Right)}: t3 is to be switched off");

    [Fact]
    public void The_same_text_in_every_blank_counts_once() =>
        SampleContent.AssertNone(
            from challenge in SampleContent.Challenges
            where challenge.Type == ChallengeType.QrocmDep
            from text in challenge.Blanks.SelectMany(blank => blank.Accepted)
            let verdicts = AnswerChecker.Check(challenge, Write(challenge.BlankNames.Select(name => (name, text)))).Blanks
            where verdicts.Count(verdict => verdict.IsRight) != 1
            select $"{challenge.Id}: {Shown(text)} is right {verdicts.Count(verdict => verdict.IsRight)} times");

    [Fact]
    public void What_is_compared_has_no_no_break_space() =>
        SampleContent.AssertNone(
            from challenge in SampleContent.Challenges
            from text in challenge.Accepted.Concat(challenge.Options).Concat(challenge.Blanks.SelectMany(blank => blank.Accepted))
            where text.AsSpan().ContainsAny('\u00A0', '\u202F')
            select $"{challenge.Id}: {Shown(text)}");

    [Fact]
    public void An_accepted_option_is_one_of_the_list() =>
        SampleContent.AssertNone(
            from challenge in SampleContent.Challenges
            where challenge.Options.Count > 0
            from text in challenge.Accepted.Except(challenge.Options)
            select $"{challenge.Id}: {Shown(text)}: is not an option");

    private static IEnumerable<string> RightAnswers(Challenge challenge) => challenge.Type switch
    {
        ChallengeType.Qcu or ChallengeType.Qcm => [string.Join(',', challenge.RightChoices)],
        ChallengeType.Qroc => challenge.Accepted,
        ChallengeType.QrocmInd => from blank in challenge.Blanks
                                  from text in blank.Accepted
                                  select Write(challenge.Blanks.Select(other => (other.Name, other == blank ? text : other.Accepted[0]))),
        ChallengeType.QrocmDep => from place in Enumerable.Range(0, challenge.BlankNames.Count)
                                  from blank in challenge.Blanks
                                  from text in blank.Accepted
                                  select Write(challenge.BlankNames.Zip(WithAt(challenge.Blanks, blank, text, place))),
        _ => throw new NotSupportedException($"The type {challenge.Type} is not known."),
    };

    /// <summary>A text of this group at this place, and the first texts of the other groups around it.</summary>
    private static List<string> WithAt(IReadOnlyList<Blank> groups, Blank group, string text, int place)
    {
        var texts = groups.Where(other => other != group).Select(other => other.Accepted[0]).ToList();
        texts.Insert(place, text);
        return texts;
    }

    private static string? WhyNotRight(Challenge challenge, string answer) =>
        AnswerForm.Check(challenge, answer) is { } refusal ? refusal.Sentence
        : AnswerChecker.Check(challenge, answer).Status is var status and not AnswerStatus.Ok ? $"is judged {status}"
        : null;

    private static string? WhyNotWrong(Challenge challenge, string answer) =>
        AnswerForm.Check(challenge, answer) is { } refusal ? refusal.Sentence
        : challenge.Options.Count > 0 && !challenge.Options.Contains(answer) ? "is not an option"
        : AnswerChecker.Check(challenge, answer).Status switch
        {
            AnswerStatus.Ko => null,
            AnswerStatus.Partially when challenge.ScoringGrid.Count > 0 => null,
            var status => $"is judged {status}",
        };

    private static IEnumerable<(string Right, string Wrong)> OneDigitWrong(Challenge challenge)
    {
        foreach (var text in challenge.Type == ChallengeType.Qroc ? challenge.Accepted : [])
        {
            foreach (var wrong in OneDigitWrong(text).Except(challenge.Accepted)) yield return (text, wrong);
        }

        foreach (var blank in challenge.Type == ChallengeType.QrocmInd ? challenge.Blanks : [])
        {
            foreach (var text in blank.Accepted)
            {
                foreach (var wrong in OneDigitWrong(text).Except(blank.Accepted)) yield return (text, Fill(challenge, blank, wrong));
            }
        }
    }

    private static IEnumerable<string> OneDigitWrong(string text) =>
        from at in Enumerable.Range(0, text.Length)
        where char.IsAsciiDigit(text[at])
        select string.Concat(text.AsSpan(0, at), ((char)('0' + ((text[at] - '0' + 1) % 10))).ToString(), text.AsSpan(at + 1));

    private static string Fill(Challenge challenge, Blank blank, string text) =>
        Write(challenge.Blanks.Select(other => (other.Name, other == blank ? text : other.Accepted[0])));

    private static IEnumerable<string> BlankNames(Challenge challenge) =>
        challenge.Type == ChallengeType.QrocmDep ? challenge.BlankNames : challenge.Blanks.Select(blank => blank.Name);

    private static string Write(IEnumerable<(string Name, string Text)> texts) =>
        BlankMap.Write(texts.Select(text => KeyValuePair.Create(text.Name, text.Text)));

    private static string Shown(string answer) => $"« {answer.Replace("\n", " ⏎ ", StringComparison.Ordinal)} »";
}
