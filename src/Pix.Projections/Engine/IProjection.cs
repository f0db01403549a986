using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// A read model: events folded in memory, and rows written now and then. The same code serves live and rebuild. It is handed no store, no
/// clock and no network; it may throw, and then stops alone. Used by one thread at a time.
/// </summary>
public interface IProjection
{
    /// <summary>Its name, which is also its file's.</summary>
    string Name { get; }

    /// <summary>Raised with every change of its tables or of what it makes of events: what an older one built is rebuilt.</summary>
    int Version { get; }

    /// <summary>The statements that create its tables.</summary>
    string Schema { get; }

    /// <summary>The statements that create its secondary indexes once the past is loaded (<c>CREATE INDEX IF NOT EXISTS</c>); may be empty.</summary>
    string Indexes { get; }

    /// <summary>The events that it asks for: only those are decoded.</summary>
    IReadOnlySet<Type> Handles { get; }

    /// <summary>Whether its rows hold personal values in clear, so that what is deleted must be overwritten.</summary>
    bool HoldsPersonalData => false;

    /// <summary>Whether so much has changed in memory that it must be flushed before the next event.</summary>
    bool MustFlush { get; }

    /// <summary>Hands over its own tables, once, before the first event: what it needs of them it reads on demand.</summary>
    void Open(ReadModelTables tables);

    /// <summary>Folds one event, in memory.</summary>
    void Apply(RecordedEvent recorded);

    /// <summary>Writes each row that changed once, ordered by key; the checkpoint follows in the same transaction.</summary>
    void Flush(ReadModelTransaction transaction);

    /// <summary>Removes what it holds of a person in clear, from its tables and from memory. Nothing is waiting to be flushed.</summary>
    void Forget(PersonId person, ReadModelTransaction transaction)
    {
    }
}
