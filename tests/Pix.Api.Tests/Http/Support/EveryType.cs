using Pix.Domain;
using Pix.Testing;

namespace Pix.Api.Tests.Http;

/// <summary>
/// One competence for each type of challenge, each with one skill. Everything that is only to be known after the answer holds the word
/// « secret » and the competence's code.
/// </summary>
internal static class EveryType
{
    public static readonly CompetenceCode Qcu = new("1.1");
    public static readonly CompetenceCode Qcm = new("1.2");
    public static readonly CompetenceCode Qroc = new("1.3");
    public static readonly CompetenceCode QrocmInd = new("2.1");
    public static readonly CompetenceCode QrocmDep = new("2.2");
    public static readonly CompetenceCode Timed = new("2.3");
    public static readonly CompetenceCode Empty = new("2.4");

    public static IReadOnlyList<CompetenceCode> Playable { get; } = [Qcu, Qcm, Qroc, QrocmInd, QrocmDep, Timed];

    public static ReferentialBuilder Content { get; } = new ReferentialBuilder()
        .With(Qcu, "@qcu2")
        .With(Qcm, "@qcm2")
        .With(Qroc, "@qroc2")
        .With(QrocmInd, "@ind2")
        .With(QrocmDep, "@dep2")
        .With(Timed, "@timed2")
        .Declare(Empty)
        .Challenges("@qcu2", one => one with { Type = ChallengeType.Qcu, Accepted = [], Choices = ["a", "b", "c"], RightChoices = [2], Correction = Secret(Qcu) })
        .Challenges("@qcm2", one => one with { Type = ChallengeType.Qcm, Accepted = [], Choices = ["a", "b", "c"], RightChoices = [1, 3], Correction = Secret(Qcm) })
        .Challenges("@qroc2", one => one with { Accepted = [Secret(Qroc)], Correction = Secret(Qroc) })
        .Challenges("@ind2", one => one with
        {
            Type = ChallengeType.QrocmInd,
            Accepted = [],
            Template = "${un} et ${deux}",
            Blanks = [new Blank("un", [Secret(QrocmInd)]), new Blank("deux", ["autre " + Secret(QrocmInd)])],
            Correction = Secret(QrocmInd),
        })
        .Challenges("@dep2", one => one with
        {
            Type = ChallengeType.QrocmDep,
            Accepted = [],
            Template = "${un} et ${deux}",
            BlankNames = ["un", "deux"],
            Blanks = [new Blank("g1", [Secret(QrocmDep)]), new Blank("g2", ["autre " + Secret(QrocmDep)])],
            Correction = Secret(QrocmDep),
        })
        .Timed("@timed2")
        .Challenges("@timed2", one => one with { Accepted = [Secret(Timed)], Correction = Secret(Timed) });

    /// <summary>What nobody may read before they answered in this competence.</summary>
    public static string Secret(CompetenceCode competence) => $"secret {competence}";
}
