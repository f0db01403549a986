namespace Pix.EventStore;

/// <summary>An opened log with its persons' keys, whatever the engine. The one place that knows the engines.</summary>
public sealed class LogEngine : IAsyncDisposable
{
    private LogEngine(LogConnection connection, IEventStore store, IPersonKeyStore keys, IErasureCheckpoint? erasures) =>
        (Connection, Store, Keys, Erasures) = (connection, store, keys, erasures);

    /// <summary>Where it is.</summary>
    public LogConnection Connection { get; }

    /// <summary>The log.</summary>
    public IEventStore Store { get; }

    /// <summary>The persons' keys.</summary>
    public IPersonKeyStore Keys { get; }

    /// <summary>How far erasures were followed, where that lies with the keys; null where every node that follows them keeps its own.</summary>
    public IErasureCheckpoint? Erasures { get; }

    /// <summary>
    /// Opens a log for who writes to it; an embedded one is made when there is none. Throws <see cref="LogUnavailableException"/> or
    /// <see cref="PersonKeyException"/>.
    /// </summary>
    public static LogEngine Open(LogConnection connection, MasterKey master, TimeProvider clock) =>
        connection switch
        {
            LogConnection.Embedded embedded => OpenEmbedded(embedded, master),
            LogConnection.Server server => OpenServer(server, master, clock),
            _ => throw new LogConnectionException($"{connection.Shown} cannot be opened by this release."),
        };

    /// <summary>Opens an existing log for reading only, also beside the process that owns it.</summary>
    public static IEventStore OpenReadOnly(LogConnection connection, TimeProvider clock) => connection switch
    {
        LogConnection.Embedded embedded => SqliteEventStore.OpenReadOnly(embedded.File, SqliteEventStoreOptions.Default),
        LogConnection.Server server => EventStoreDbEventStore.Open(server.Options, clock),
        _ => throw new LogConnectionException($"{connection.Shown} cannot be opened by this release."),
    };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync().ConfigureAwait(false);
        await Keys.DisposeAsync().ConfigureAwait(false);
    }

    private static LogEngine OpenServer(LogConnection.Server connection, MasterKey master, TimeProvider clock) => new(
        connection,
        EventStoreDbEventStore.Open(connection.Options, clock),
        EventStoreDbPersonKeys.Open(connection.Options, master, clock),
        erasures: null);

    private static LogEngine OpenEmbedded(LogConnection.Embedded connection, MasterKey master)
    {
        var keys = SqlitePersonKeys.Open(connection.Keys, master);
        try
        {
            // The checkpoint lies with the keys: who restores older ones goes back with them.
            return new LogEngine(connection, SqliteEventStore.Open(connection.File, SqliteEventStoreOptions.Default), keys, keys);
        }
        catch
        {
            keys.Dispose();
            throw;
        }
    }
}
