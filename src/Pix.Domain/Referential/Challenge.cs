namespace Pix.Domain;

/// <summary>How a challenge is answered (Rule 1.6).</summary>
public enum ChallengeType
{
    /// <summary>One choice.</summary>
    Qcu,

    /// <summary>Several choices.</summary>
    Qcm,

    /// <summary>One text.</summary>
    Qroc,

    /// <summary>Several texts, each with its own solutions.</summary>
    QrocmInd,

    /// <summary>Several texts, in any order.</summary>
    QrocmDep,
}

/// <summary>Whether a challenge may be asked: validated and archived ones are operative (Rule 1.6).</summary>
public enum ChallengeStatus
{
    /// <summary>Asked first.</summary>
    Validated,

    /// <summary>Asked when no validated one is left.</summary>
    Archived,

    /// <summary>Never asked any more.</summary>
    Outdated,
}

/// <summary>
/// A question, one variant of those that test a skill (Rule 1.6). What a release leaves out has its usual value, also when a reader hands in
/// null for it.
/// </summary>
public sealed record Challenge(
    ChallengeId Id,
    int Variant,
    ChallengeType Type,
    ChallengeStatus Status,
    string Instruction,
    string Correction)
{
    /// <summary>What to choose from, in order; the first is number 1. QCU and QCM only.</summary>
    public IReadOnlyList<string> Choices { get; init => field = value ?? []; } = [];

    /// <summary>The text around the blanks, each written <c>${name}</c>. QROCM only.</summary>
    public string? Template { get; init; }

    /// <summary>A closed list that a QROC's answer is picked from: compared exactly, without treatment (Rule 2.5).</summary>
    public IReadOnlyList<string> Options { get; init => field = value ?? []; } = [];

    /// <summary>The numbers of the right choices. QCU (one) and QCM.</summary>
    public IReadOnlyList<int> RightChoices { get; init => field = value ?? []; } = [];

    /// <summary>Every accepted text. QROC only.</summary>
    public IReadOnlyList<string> Accepted { get; init => field = value ?? []; } = [];

    /// <summary>The blanks with their accepted texts (QROCM-ind), or the groups of equivalent texts (QROCM-dep), in order.</summary>
    public IReadOnlyList<Blank> Blanks { get; init => field = value ?? []; } = [];

    /// <summary>The names of a QROCM-dep's blanks, in order; those of a QROCM-ind are in <see cref="Blanks"/>.</summary>
    public IReadOnlyList<string> BlankNames { get; init => field = value ?? []; } = [];

    /// <summary>Partial credit of a QROCM-dep, as numbers of right groups; empty: all or nothing (Rules 2.8, D19).</summary>
    public IReadOnlyList<int> ScoringGrid { get; init => field = value ?? []; } = [];

    /// <summary><c>nombre</c> makes numbers compare as numbers (Rule 2.5); <c>texte</c> otherwise.</summary>
    public string Format { get; init => field = value ?? "texte"; } = "texte";

    /// <summary>Treatments switched off, of <c>t1</c>, <c>t2</c>, <c>t3</c> (Rule 2.2).</summary>
    public IReadOnlyList<string> DeactivatedTreatments { get; init => field = value ?? []; } = [];

    /// <summary>Seconds to answer, or null when untimed.</summary>
    public int? TimerSeconds { get; init; }

    /// <summary>The page must keep the focus; matters in certification only (Rule 2.11).</summary>
    public bool Focused { get; init; }

    /// <summary>The choices may be shown in any order.</summary>
    public bool Shuffled { get; init; }

    /// <summary>Kept for certification: never asked while training (Rule D16).</summary>
    public bool ReservedForCertification { get; init; }

    /// <summary>Languages, such as <c>fr</c> or <c>fr-fr</c> (Rule 1.7).</summary>
    public IReadOnlyList<string> Locales { get; init => field = value ?? ["fr"]; } = ["fr"];

    /// <summary>Names of the files that come with it.</summary>
    public IReadOnlyList<string> Attachments { get; init => field = value ?? []; } = [];

    /// <summary>A picture that illustrates it: an attached file's name, and its description for who does not see it.</summary>
    public Illustration? Illustration { get; init; }

    /// <summary>A page to act in, shown beside the question.</summary>
    public Embed? Embed { get; init; }

    /// <summary>Answers that look right and are not; the content's own check holds them refused.</summary>
    public IReadOnlyList<string> WrongAnswers { get; init => field = value ?? []; } = [];

    /// <summary>Whether it may be asked at all (Rule 1.6).</summary>
    public bool IsOperative => Status != ChallengeStatus.Outdated;

    /// <summary>Whether it may be asked outside certification (Rule D16).</summary>
    public bool IsForTraining => IsOperative && !ReservedForCertification;

    /// <summary>Whether it may be asked in this language; <c>fr-fr</c> falls back to <c>fr</c> (Rule 1.7).</summary>
    public bool Speaks(string locale) =>
        Locales.Contains(locale) || (locale.IndexOf('-', StringComparison.Ordinal) is var dash and > 0 && Locales.Contains(locale[..dash]));
}

/// <summary>A blank of a QROCM and every text accepted in it.</summary>
public sealed record Blank(string Name, IReadOnlyList<string> Accepted);

/// <summary>A picture and its alternative text.</summary>
public sealed record Illustration(string File, string AlternativeText);

/// <summary>A simulator: its address, title and height in pixels.</summary>
public sealed record Embed(string Url, string Title, int Height);
