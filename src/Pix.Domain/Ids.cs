namespace Pix.Domain;

/// <summary>A learner's account.</summary>
public readonly record struct LearnerId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>A person, whatever they are to us (account, pupil, candidate): their key encrypts what is personal.</summary>
public readonly record struct PersonId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>One test of one learner, by its ordinal in their stream; opaque outside: the learner's id and the ordinal.</summary>
public readonly record struct AssessmentId(LearnerId Learner, int Ordinal)
{
    /// <inheritdoc />
    public override string ToString() => LearnerOrdinal.Write(Learner, Ordinal);

    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else.</summary>
    public static bool TryParse(string? text, out AssessmentId id)
    {
        var isOne = LearnerOrdinal.TryParse(text, out var learner, out var ordinal);
        id = isOne ? new AssessmentId(learner, ordinal) : default;
        return isOne;
    }
}

/// <summary>A competence, such as <c>1.1</c>; the part before the dot is its area (Rule 1.2).</summary>
public readonly record struct CompetenceCode(string Value)
{
    /// <summary>The area's code.</summary>
    public string Area => Value[..Value.IndexOf('.', StringComparison.Ordinal)];

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>A tube (topic).</summary>
public readonly record struct TubeId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>A skill (acquis). Two versions of a skill may share name and level: identity is the id (Rule 1.3).</summary>
public readonly record struct SkillId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>A challenge (épreuve).</summary>
public readonly record struct ChallengeId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>A tutorial.</summary>
public readonly record struct TutorialId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
