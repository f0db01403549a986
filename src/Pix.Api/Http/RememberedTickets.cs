using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;

namespace Pix.Api;

/// <summary>
/// Opens a token once rather than at every request: opening costs more than an answer's whole decision. A token is opaque and cannot be
/// taken back, so that what it opened to stays true; who reads the ticket checks its expiry each time.
/// </summary>
public sealed class RememberedTickets(ISecureDataFormat<AuthenticationTicket> inner) : ISecureDataFormat<AuthenticationTicket>
{
    private const int Capacity = 20_000;
    private ConcurrentDictionary<string, AuthenticationTicket> _opened = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public AuthenticationTicket? Unprotect(string? protectedText)
    {
        if (protectedText is null) return null;
        if (_opened.TryGetValue(protectedText, out var known)) return known;
        if (inner.Unprotect(protectedText) is not { } ticket) return null;
        if (_opened.Count >= Capacity) _opened = new(StringComparer.Ordinal);
        _opened[protectedText] = ticket;
        return ticket;
    }

    /// <inheritdoc />
    public string Protect(AuthenticationTicket data) => inner.Protect(data);

    /// <inheritdoc />
    public string Protect(AuthenticationTicket data, string? purpose) => inner.Protect(data, purpose);

    /// <inheritdoc />
    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose) => inner.Unprotect(protectedText, purpose);
}
