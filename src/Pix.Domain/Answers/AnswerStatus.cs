namespace Pix.Domain;

/// <summary>How an answer was judged (Rule 2.10). Once judged it is never judged again (Rule D6). Everything but <see cref="Ok"/> is a failure.</summary>
public enum AnswerStatus
{
    /// <summary>Right.</summary>
    Ok,

    /// <summary>Wrong.</summary>
    Ko,

    /// <summary>Skipped ("Je passe").</summary>
    Aband,

    /// <summary>Right, but too late.</summary>
    Timedout,

    /// <summary>Right, but the page of a focused challenge lost the focus, in a certification.</summary>
    FocusedOut,

    /// <summary>Some groups of a QROCM-dep right, by its grid (Rule 2.8).</summary>
    Partially,

    /// <summary>A type of challenge that nobody can judge.</summary>
    Unimplemented,
}
