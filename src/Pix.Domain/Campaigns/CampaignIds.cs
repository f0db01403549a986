namespace Pix.Domain;

/// <summary>A campaign.</summary>
public readonly record struct CampaignId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>What a learner types to enter a campaign: 6 letters and 3 digits (Rules 7.3, D9).</summary>
public readonly record struct CampaignCode(string Value)
{
    /// <summary>The code that somebody typed, whatever its age, or null when it is none.</summary>
    public static CampaignCode? Read(string typed) => Codes.ReadCampaign(typed) is { } code ? new CampaignCode(code) : null;

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>One learner's part in one campaign, by its ordinal in their stream; opaque outside: the learner's id and the ordinal.</summary>
public readonly record struct ParticipationId(LearnerId Learner, int Ordinal)
{
    /// <inheritdoc />
    public override string ToString() => LearnerOrdinal.Write(Learner, Ordinal);

    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else.</summary>
    public static bool TryParse(string? text, out ParticipationId id)
    {
        var isOne = LearnerOrdinal.TryParse(text, out var learner, out var ordinal);
        id = isOne ? new ParticipationId(learner, ordinal) : default;
        return isOne;
    }
}
