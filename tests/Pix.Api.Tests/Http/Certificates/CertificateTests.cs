using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http.Certificates;

/// <summary>What a holder reads, and what anybody may verify.</summary>
public sealed class CertificateTests : IAsyncLifetime
{
    private CertificateStage _stage = null!;

    private string Certificate => $"/certificates/{_stage.Session.Test(1)}";

    private string Code => _stage.Session.Code(1);

    public async Task InitializeAsync() => _stage = await CertificateStage.Open();

    public async Task DisposeAsync() => await _stage.Host.DisposeAsync();

    [Fact]
    public async Task A_holder_waits_for_the_publication_then_reads_and_prints_the_certificate()
    {
        var mine = $"/learners/{_stage.Session.Learner(1)}/certificates";
        Assert.Equal("awaiting", (await _stage.Holder(mine)).Ok()["certificates"][0].GetProperty("standing").GetString());
        (await _stage.Holder($"{Certificate}/page")).Refused(409, "certificate_not_printable");

        await _stage.Publish();
        var certificate = (await _stage.Holder(mine)).Ok()["certificates"][0];
        Assert.Equal((await _stage.Holder(Certificate)).Ok().Text, certificate.GetRawText());
        Assert.Equal("valid", certificate.GetProperty("standing").GetString());
        Assert.Equal((120, 1024), (certificate.GetProperty("pix").GetInt32(), certificate.GetProperty("maximumPix").GetInt32()));
        Assert.Equal("2029-06-02", certificate.GetProperty("validUntil").GetString());
        Golden.Verify("certificate", CertificateStage.Lasting((await _stage.Holder($"{Certificate}/page")).Ok().Text), "html");
        (await _stage.Holder(Certificate, candidate: 2)).Refused(403, "forbidden");
    }

    [Fact]
    public async Task What_certifies_nothing_shows_why_and_no_level()
    {
        await _stage.Append(2, _stage.Session.Decided(2, JuryVerdict.RejectedForFraud, null, CertificateStage.June));
        await _stage.Publish();
        var rejected = (await _stage.Holder($"/certificates/{_stage.Session.Test(2)}", candidate: 2)).Ok();
        Assert.Equal(("rejected", CertificationWords.RejectedForFraud), (rejected["standing"].GetString(), rejected["comment"].GetString()));
        Assert.Equal(0, rejected["areas"].GetArrayLength());
        (await _stage.Anybody(_stage.Session.Code(2), 0)).Refused(404, "certificate_unknown");
    }

    [Fact]
    public async Task A_later_release_moves_nothing()
    {
        await _stage.Publish();
        var before = (await _stage.Holder(Certificate)).Ok();
        var draft = SessionStage.Content.As(2).Draft();
        await _stage.Host.Release(draft with
        {
            Competences = [.. draft.Competences.Select(one => (one.Sha256 + "-2", one.Competence with { Name = "Un autre nom" }))],
        });
        Assert.Equal(before.Text, (await _stage.Holder(Certificate)).Ok().Text);
    }

    [Fact]
    public async Task Anybody_verifies_by_code_and_score_and_a_wrong_code_is_told_as_a_wrong_score()
    {
        (await _stage.Anybody(Code, 120)).Refused(404, "certificate_unknown");
        await _stage.Publish();
        var verified = (await _stage.Anybody(Code, 120)).Ok();
        Assert.Equal(("valid", "Abadie"), (verified["standing"].GetString(), verified["certificate.lastName"].GetString()));
        Assert.Equal(verified.Text, (await _stage.Anybody($" {Code[2..].ToLowerInvariant()}", 120)).Ok().Text);

        var wrongScore = await _stage.Anybody(Code, 121);
        wrongScore.Refused(404, "certificate_unknown");
        wrongScore.IsSameAs(await _stage.Anybody("P-BBBB2222", 120));
        (await _stage.Anybody(Code, null!)).Refused(422, "request_invalid");
    }

    [Fact]
    public async Task What_counts_no_more_says_so_and_shows_nothing_else()
    {
        await _stage.Publish();
        await _stage.Append(1, _stage.Session.Revoked(1, CertificateStage.June));
        await _stage.Append(3, _stage.Session.Decided(3, JuryVerdict.Cancelled, null, CertificateStage.June));
        foreach (var (candidate, pix) in new[] { (1, 120), (3, 96) })
        {
            var told = (await _stage.Anybody(_stage.Session.Code(candidate), pix)).Ok();
            Assert.Equal("revoked", told["standing"].GetString());
            Assert.Equal(System.Text.Json.JsonValueKind.Null, told["certificate"].ValueKind);
        }

        await _stage.Append(1, _stage.Session.Decided(1, JuryVerdict.RevocationLifted, null, CertificateStage.June));
        Assert.Equal("valid", (await _stage.Anybody(Code, 120)).Ok()["standing"].GetString());

        await _stage.Append(_stage.Session.Unpublished(CertificateStage.June));
        Assert.Equal("suspended", (await _stage.Anybody(Code, 120)).Ok()["standing"].GetString());
    }

    [Fact]
    public async Task It_is_valid_on_its_last_day_and_expired_on_the_next()
    {
        await _stage.Publish();
        var lastEvening = new DateTimeOffset(2029, 6, 2, 21, 59, 0, TimeSpan.Zero);
        _stage.Host.Clock.Advance(lastEvening - _stage.Host.Clock.GetUtcNow());
        Assert.Equal("valid", (await _stage.Anybody(Code, 120)).Ok()["standing"].GetString());
        _stage.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var expired = (await _stage.Anybody(Code, 120)).Ok();
        Assert.Equal(("expired", "2029-06-02"), (expired["standing"].GetString(), expired["certificate.validUntil"].GetString()));
        Assert.Contains("03/06/2029", expired["sentence"].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_qr_code_leads_to_a_page_that_tells_the_same()
    {
        await _stage.Publish();
        var page = (await _stage.Host.Send(HttpMethod.Get, $"/certificates/verify?code={Code}&score=120", null, null)).Ok();
        Assert.Equal("text/html", page.MediaType);
        Assert.Contains("authentique", page.Text, StringComparison.Ordinal);
        Assert.Contains("Collège des Tilleuls", page.Text, StringComparison.Ordinal);
        var unknown = await _stage.Host.Send(HttpMethod.Get, "/certificates/verify?code=P-BBBB2222&score=120", null, null);
        Assert.Equal((System.Net.HttpStatusCode.NotFound, "text/html"), (unknown.Status, unknown.MediaType));
        Assert.Contains("<form", (await _stage.Host.Send(HttpMethod.Get, "/certificates/verify", null, null)).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_tries_codes_is_made_to_wait()
    {
        Reply reply;
        var asked = 0;
        do
        {
            reply = await _stage.Anybody("P-BBBB2222", asked++);
        }
        while (reply.Status == System.Net.HttpStatusCode.NotFound && asked < 200);

        reply.Refused(429, "too_many_verifications");
        Assert.InRange(int.Parse(reply.RetryAfter!, System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        (await _stage.Holder(Certificate)).Ok();
    }
}
