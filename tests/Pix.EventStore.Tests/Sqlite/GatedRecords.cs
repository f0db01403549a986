using System.Collections;

namespace Pix.EventStore.Tests;

/// <summary>An append that stops the writer at its first record, so that a test can say what queues behind it.</summary>
internal sealed class GatedRecords(params NewRecord[] records) : IReadOnlyList<NewRecord>, IDisposable
{
    private readonly int _caller = Environment.CurrentManagedThreadId;
    private readonly ManualResetEventSlim _gate = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends once the writer stands at the gate.</summary>
    public Task Reached => _reached.Task;

    public int Count => records.Length;

    public NewRecord this[int index]
    {
        get
        {
            if (Environment.CurrentManagedThreadId != _caller)
            {
                _reached.TrySetResult();
                _gate.Wait();
            }

            return records[index];
        }
    }

    public void Open() => _gate.Set();

    public void Dispose() => _gate.Dispose();

    public IEnumerator<NewRecord> GetEnumerator() => throw new NotSupportedException();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
