using Pix.EventStore;

namespace Pix.Testing;

/// <summary>When an append's connection is lost.</summary>
public enum AppendFault
{
    /// <summary>Never.</summary>
    None,

    /// <summary>Before it is written.</summary>
    LostBeforeWriting,

    /// <summary>After it was written, before that is told.</summary>
    LostAfterWriting,

    /// <summary>It is written, and nothing is ever told.</summary>
    NeverAnswered,
}

/// <summary>How the server misbehaves, from now on.</summary>
public sealed class ServerFaults
{
    private int _unavailable;
    private int _appendFault;
    private int _closeSubscriptionAfter = -1;

    /// <summary>Checkpoints are told far beyond the last event.</summary>
    public bool CheckpointsBeyondTheEnd { get; set; }

    /// <summary>Set: this node does not lead, and says who does.</summary>
    public NodeEndpoint? Leader { get; set; }

    /// <summary>What gossip tells; null: that this node leads, alone.</summary>
    public IReadOnlyList<(NodeEndpoint Node, int State, bool IsAlive)>? Gossip { get; set; }

    /// <summary>Set: this node lost its part in the cluster. It goes on taking appends, and says of each that it is not ready.</summary>
    public bool IsNotReadyToAppend { get; set; }

    /// <summary>Set: this node does not lead, and knows nobody who does.</summary>
    public bool KnowsNoLeader { get; set; }

    /// <summary>Reads of the whole log tell nothing before this.</summary>
    public Task SearchGate { get; set; } = Task.CompletedTask;

    /// <summary>Messages are marked as compressed.</summary>
    public bool MarksCompressed { get; set; }

    /// <summary>Appends wait for this before they are written.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>So many calls are answered UNAVAILABLE.</summary>
    public void AnswerUnavailable(int calls) => Interlocked.Exchange(ref _unavailable, calls);

    /// <summary>What befalls the next append.</summary>
    public void NextAppend(AppendFault fault) => Interlocked.Exchange(ref _appendFault, (int)fault);

    /// <summary>Whether it has befallen an append.</summary>
    public bool HasStruck => Volatile.Read(ref _appendFault) == 0;

    /// <summary>The next subscription is cut after so many events.</summary>
    public void CutSubscriptionAfter(int events) => Interlocked.Exchange(ref _closeSubscriptionAfter, events);

    internal bool TakeUnavailable()
    {
        if (Interlocked.Decrement(ref _unavailable) >= 0) return true;
        Interlocked.Exchange(ref _unavailable, 0);
        return false;
    }

    internal AppendFault TakeAppendFault() => (AppendFault)Interlocked.Exchange(ref _appendFault, 0);

    internal int TakeSubscriptionCut() => Interlocked.Exchange(ref _closeSubscriptionAfter, -1);
}
