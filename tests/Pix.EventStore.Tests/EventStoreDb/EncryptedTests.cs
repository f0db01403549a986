using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pix.Testing;
using Xunit;

namespace Pix.EventStore.Tests;

/// <summary>Over TLS, on a server whose certificate nobody but itself vouches for.</summary>
public sealed class EncryptedTests : IAsyncLifetime
{
    private static readonly StreamName Learner = new("learner-00000000-0000-0000-0000-000000000001");
    private readonly X509Certificate2 _certificate = SelfSigned();
    private EventStoreDbTestServer _server = null!;

    public async Task InitializeAsync() => _server = await EventStoreDbTestServer.StartEncrypted(_certificate);

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
    }

    [Fact]
    public async Task A_certificate_that_the_machine_does_not_trust_is_refused_and_the_reason_said()
    {
        await using var log = Open(string.Empty);
        var failure = await Assert.ThrowsAsync<LogUnavailableException>(() => log.Append(Learner, Revision.None, [Record()], CancellationToken.None));
        Assert.Equal("log_unreachable", failure.Code);
        Assert.Contains("certificate", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, _server.Calls);
    }

    [Fact]
    public async Task Whose_certificates_are_not_to_be_verified_is_spoken_to()
    {
        await using var log = Open("&tlsVerifyCert=false");
        var record = Record();
        Assert.IsType<AppendResult.Appended>(await log.Append(Learner, Revision.None, [record], CancellationToken.None));
        var read = new List<Record>();
        await foreach (var page in log.ReadAll(Position.Start, CancellationToken.None)) read.AddRange(page.Records);
        Assert.Equal(record.Id, Assert.Single(read).Id);
    }

    [Fact]
    public async Task Who_speaks_in_clear_is_not_understood()
    {
        await using var log = EventStoreDbEventStore.Open(EventStoreDbConnection.Parse($"esdb://{_server.Endpoint}?tls=false"), TimeProvider.System);
        var failure = await Assert.ThrowsAsync<LogUnavailableException>(() => log.Head(CancellationToken.None));
        Assert.Equal("log_unreachable", failure.Code);
        Assert.Equal(0, _server.Calls);
    }

    private EventStoreDbEventStore Open(string options) =>
        EventStoreDbEventStore.Open(EventStoreDbConnection.Parse(_server.ConnectionString + options), TimeProvider.System);

    private static NewRecord Record() => new(Guid.NewGuid(), "SomethingHappened.v1", "{}"u8.ToArray(), "{}"u8.ToArray());

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
