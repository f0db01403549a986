namespace Pix.Domain;

/// <summary>What is set for sessions: how many may be in the test at the same time (Rule D15).</summary>
public sealed record SessionRules(int Capacity)
{
    /// <summary>As the rule book has it.</summary>
    public static SessionRules Default { get; } = new(20);
}
