namespace Pix.EventStore;

/// <summary>Where a log is: <c>sqlite:FILE</c>, the embedded engine, or <c>esdb://HOST</c>, EventStoreDB.</summary>
public abstract record LogConnection
{
    private const string SqliteScheme = "sqlite:";
    private static readonly string[] ServerSchemes = ["esdb://", "esdb+discover://", "kurrentdb://", "kurrentdb+discover://"];

    private LogConnection()
    {
    }

    /// <summary>As it may be shown: without credentials.</summary>
    public abstract string Shown { get; }

    /// <summary>
    /// Reads a connection string; a relative file lies in <paramref name="folder"/>. Throws <see cref="LogConnectionException"/> with what is
    /// wrong.
    /// </summary>
    public static LogConnection Parse(string text, string folder)
    {
        if (text.StartsWith(SqliteScheme, StringComparison.OrdinalIgnoreCase))
        {
            var file = text[SqliteScheme.Length..];
            return file.Length > 0 && !file.EndsWith('/')
                ? new Embedded(Path.GetFullPath(file, Path.GetFullPath(folder)))
                : throw new LogConnectionException($"'{text}' names no file: sqlite:events.db is expected, for example.");
        }

        if (Array.Exists(ServerSchemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))) return Server.Of(text);
        throw new LogConnectionException($"'{SchemeOf(text)}' is no engine of a log: there are sqlite:FILE and esdb://HOST:2113.");
    }

    // The rest may hold a password.
    private static string SchemeOf(string text) => text.IndexOf(':') is > 0 and var colon ? text[..(colon + 1)] : text;

    /// <summary>A SQLite file; the persons' keys lie beside it, in <c>keys.db</c>.</summary>
    public sealed record Embedded(string File) : LogConnection
    {
        /// <summary>The persons' keys.</summary>
        public string Keys => Path.Combine(Folder, "keys.db");

        /// <summary>The folder of both.</summary>
        public string Folder => Path.GetDirectoryName(File)!;

        /// <inheritdoc />
        public override string Shown => SqliteScheme + File;
    }

    /// <summary>An EventStoreDB server or cluster.</summary>
    public sealed record Server(string Text) : LogConnection
    {
        /// <summary>How it is spoken to.</summary>
        public EventStoreDbConnection Options { get; } = EventStoreDbConnection.Parse(Text);

        /// <inheritdoc />
        public override string Shown => Options.ToString();

        internal static Server Of(string text)
        {
            try
            {
                return new Server(text);
            }
            catch (EventStoreDbConnectionException malformed)
            {
                throw new LogConnectionException(malformed.Message, malformed);
            }
        }
    }
}

/// <summary>A connection string names no log; the message says what is wrong with it.</summary>
public sealed class LogConnectionException(string message, Exception? inner = null) : Exception(message, inner);
