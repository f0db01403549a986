namespace Pix.EventStore;

/// <summary>A stream's name, such as <c>learner-6f1c…</c>: a prefix of ours, a hyphen, an opaque id.</summary>
public readonly record struct StreamName(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>An event's place in its stream: 0 is the first.</summary>
public readonly record struct Revision(long Value)
{
    /// <summary>The first event's.</summary>
    public static Revision First => default;

    /// <summary>Before the first event: the stream is empty.</summary>
    public static Revision None => new(-1);

    /// <summary>So many events further.</summary>
    public static Revision operator +(Revision revision, int count) => new(revision.Value + count);

    /// <inheritdoc />
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>An event's place in the whole log. Positions strictly increase; they do not survive a move to another log.</summary>
public readonly record struct Position(long Value) : IComparable<Position>
{
    /// <summary>Before the first event of the log.</summary>
    public static Position Start => default;

    /// <inheritdoc />
    public int CompareTo(Position other) => Value.CompareTo(other.Value);

    /// <summary>Order in the log.</summary>
    public static bool operator <(Position left, Position right) => left.Value < right.Value;

    /// <summary>Order in the log.</summary>
    public static bool operator >(Position left, Position right) => left.Value > right.Value;

    /// <summary>Order in the log.</summary>
    public static bool operator <=(Position left, Position right) => left.Value <= right.Value;

    /// <summary>Order in the log.</summary>
    public static bool operator >=(Position left, Position right) => left.Value >= right.Value;

    /// <inheritdoc />
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
