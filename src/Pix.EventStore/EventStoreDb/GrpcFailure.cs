using System.Globalization;
using System.Net.Http.Headers;

namespace Pix.EventStore;

/// <summary>The outcomes of a call that are told apart here; numbers are gRPC's.</summary>
internal enum GrpcStatus
{
    Ok = 0,
    Cancelled = 1,
    Unknown = 2,
    InvalidArgument = 3,
    DeadlineExceeded = 4,
    AlreadyExists = 6,
    PermissionDenied = 7,
    Aborted = 10,
    Unavailable = 14,
    Unauthenticated = 16,
}

/// <summary>
/// A call that did not end well: the status, what the server calls it (<c>stream-deleted</c>, <c>not-leader</c>, <c>access-denied</c>…), and
/// the leader, when the node that was asked is not and knows.
/// </summary>
internal sealed class GrpcFailure(GrpcStatus status, string message, Exception? inner = null) : Exception(message, inner)
{
    public const string StreamDeleted = "stream-deleted";
    private const string NotLeader = "not-leader";
    private const string NoLeaderKnown = "No leader info";

    public GrpcStatus Status { get; } = status;

    public string Kind { get; init; } = string.Empty;

    public NodeEndpoint? Leader { get; init; }

    // Who does not know the leader either says so in words only.
    public bool IsNotLeader => Kind == NotLeader || (Status == GrpcStatus.Unknown && Message.StartsWith(NoLeaderKnown, StringComparison.Ordinal));

    public bool IsStreamDeleted => Kind == StreamDeleted;

    public bool IsAccessDenied => Status is GrpcStatus.PermissionDenied or GrpcStatus.Unauthenticated;

    /// <summary>Another node, or the same one later, may well answer.</summary>
    public bool IsPassing => IsNotLeader || Status is GrpcStatus.Unavailable or GrpcStatus.DeadlineExceeded or GrpcStatus.Aborted or GrpcStatus.Cancelled;

    /// <summary>The server's status, or that it told none.</summary>
    public static GrpcFailure? Read(HttpHeaders trailers)
    {
        if (Text(trailers, "grpc-status") is not { } text) return new GrpcFailure(GrpcStatus.Unavailable, "The answer broke off.");
        var status = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? (GrpcStatus)code : GrpcStatus.Unknown;
        if (status == GrpcStatus.Ok) return null;
        var host = Text(trailers, "leader-endpoint-host");
        var port = Text(trailers, "leader-endpoint-port");
        return new GrpcFailure(status, Uri.UnescapeDataString(Text(trailers, "grpc-message") ?? $"The server answered {status}."))
        {
            Kind = Text(trailers, "exception") ?? string.Empty,
            Leader = host is not null && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new NodeEndpoint(host, number)
                : null,
        };
    }

    public static GrpcFailure Unreachable(Exception failure) =>
        new(GrpcStatus.Unavailable, $"The connection failed: {failure.GetBaseException().Message}", failure);

    public static GrpcFailure Unreadable(string why) => new(GrpcStatus.Unavailable, $"The answer cannot be read: {why}");

    public static GrpcFailure TooSlow(TimeSpan deadline) =>
        new(GrpcStatus.DeadlineExceeded, string.Create(CultureInfo.InvariantCulture, $"No answer within {deadline.TotalSeconds} s."));

    /// <summary>The same for who knows the log but not its engine.</summary>
    public LogUnavailableException ToLogUnavailable() => IsAccessDenied
        ? new LogUnavailableException("log_access_denied", $"The log refuses us: {Message}", this)
        : new LogUnavailableException(IsPassing ? "log_unreachable" : "log_failed", $"The log does not answer: {Message}", this);

    private static string? Text(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
