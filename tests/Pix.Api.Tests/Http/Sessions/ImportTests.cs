using System.Net.Http.Headers;
using System.Text;
using Pix.Domain;
using Pix.EventStore;
using Xunit;

namespace Pix.Api.Tests.Http.Sessions;

/// <summary>A file of sessions: whole or not at all, and twice as once.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private const string Morning = ";Collège des Tilleuls;Salle 204;19/05/2026;09:00;Mme Brun;";
    private const string Afternoon = ";Collège des Tilleuls;Salle 204;19/05/2026;14:30;M. Roy;Deux tiers-temps";
    private const string Zoe = "Lefèvre;Zoé;23/06/2011;F;51454;;;FRANCE;scolarite@college.example;;A12;33 %;;";
    private const string Lou = "Durand;Lou;24/06/2011;M;;51100;Reims;FRANCE;;;;;Gratuite;";
    private const string Mia = "Silva;Mia;01/02/2011;F;;;Porto;PORTUGAL;;;;;;";
    private PixHost _host = null!;
    private OrganisationId _centre;
    private string _head = "";
    private string _template = "";

    private string Address => $"/centres/{_centre}/sessions/import";

    public async Task InitializeAsync()
    {
        _host = await PixHost.Empty();
        _centre = await _host.Organisation(approved: true);
        _head = await _host.Join(_centre, MemberRole.CentreHead);
        _template = (await Head(HttpMethod.Get, $"{Address}/template.csv")).Ok().Text.TrimStart('\uFEFF');
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Lines_of_one_place_and_time_are_one_session_with_its_candidates()
    {
        var sessions = (await Send($"{Morning};{Zoe}", $"{Afternoon};{Mia}", $"{Morning};{Lou}")).Ok()["sessions"];
        Assert.Equal([2, 1], sessions.EnumerateArray().Select(session => session.GetProperty("added").GetInt32()));
        var (morning, afternoon) = (await State(sessions[0].GetProperty("session").GetInt32()), await State(sessions[1].GetProperty("session").GetInt32()));
        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(14, 30)), (morning.Details!.Time, afternoon.Details!.Time));
        Assert.NotEqual(morning.Opened!.AccessCode, afternoon.Opened!.AccessCode);
        var zoe = _host.Node.Personal.Open(morning.Candidates[0].Identity).Value!;
        Assert.Equal(("Zoé", new DateOnly(2011, 6, 23), 33), (zoe.FirstName, zoe.BirthDate, zoe.ExtraTimePercent));
        Assert.Equal(new BirthPlace("PORTUGAL", null, null, "Porto"), _host.Node.Personal.Open(afternoon.Candidates[0].Identity).Value!.BirthPlace);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_by_line_and_column_and_nothing_is_written()
    {
        var head = await LogHead();
        var refused = (await Send(
            $"{Morning};{Zoe}",
            ";;Salle 204;2026-05-19;09:00;;;Durand;;24/06/2011;X;;;;FRANCE;;;;un tiers;Payante;",
            $"{Morning};{Zoe.Replace("Zoé", "ZOE", StringComparison.Ordinal)}",
            $"12345678;;;;;;;{Lou}")).Refused(422, "session_file_faulty");
        Assert.Equal(
            [
                (3, "* Date de début", "session_date_not_valid"),
                (3, "* Nom du site", "session_address_required"),
                (3, "* Surveillant(s)", "session_examiner_required"),
                (3, "Temps majoré ?", "candidate_extra_time_not_valid"),
                (3, "* Prénom", "candidate_first_name_required"),
                (3, "* Sexe (M ou F)", "candidate_sex_not_valid"),
                (3, "Code postal", "candidate_birth_place_required"),
                (3, "Tarification part Pix", "billing_not_supported"),
                (4, "* Nom de naissance", "candidate_twice"),
                (5, "N° de session", "session_unknown"),
            ],
            refused["errors"].EnumerateArray().Select(error => (
                error.GetProperty("line").GetInt32(), error.GetProperty("column").GetString(), error.GetProperty("code").GetString())));
        Assert.Equal(head, await LogHead());
    }

    [Fact]
    public async Task The_same_file_again_writes_nothing_and_finishes_what_was_interrupted()
    {
        // As who was interrupted after the first session left it.
        var first = (await Send($"{Morning};{Zoe}")).Ok()["sessions"][0].GetProperty("session").GetInt32();
        var whole = (await Send($"{Morning};{Zoe}", $"{Afternoon};{Lou}")).Ok()["sessions"];
        Assert.Equal((first, false, true), (
            whole[0].GetProperty("session").GetInt32(), whole[0].GetProperty("opened").GetBoolean(), whole[1].GetProperty("opened").GetBoolean()));
        var head = await LogHead();
        (await Send($"{Morning};{Zoe}", $"{Afternoon};{Lou}")).Ok();
        Assert.Equal(head, await LogHead());
    }

    [Fact]
    public async Task The_same_request_again_is_answered_the_same()
    {
        var first = await SendUnder("key", $"{Morning};{Zoe}", $"{Afternoon};{Lou}");
        first.Ok();
        (await SendUnder("key", $"{Morning};{Zoe}", $"{Afternoon};{Lou}")).IsSameAs(first);
        (await SendUnder("key", $"{Morning};{Zoe}", $"{Afternoon};{Mia}")).Refused(422, "idempotency_key_reused");
    }

    [Fact]
    public async Task A_session_is_added_to_by_its_number_only_and_nobody_is_in_it_twice()
    {
        var number = (await Send($"{Morning};{Zoe}")).Ok()["sessions"][0].GetProperty("session").GetInt32();
        var refused = (await Send($"{Morning};{Lou}")).Refused(422, "session_file_faulty");
        Assert.Equal("session_already_open", refused["errors"][0].GetProperty("code").GetString());
        refused = (await Send($"{number};;;;;;;{Lou}", $"{number};;;;;;;{Zoe}")).Refused(422, "session_file_faulty");
        Assert.Equal((3, "candidate_already_enrolled"), (
            refused["errors"][0].GetProperty("line").GetInt32(), refused["errors"][0].GetProperty("code").GetString()));
        refused = (await Send($"{number};;Salle 12;;;;;{Lou}")).Refused(422, "session_file_faulty");
        Assert.Equal("session_described_otherwise", refused["errors"][0].GetProperty("code").GetString());

        var added = await SendUnder("key", $"{number};;;;;;;{Lou}");
        Assert.Equal(2, added.Ok()["sessions"][0].GetProperty("enrolled").GetInt32());
        (await SendUnder("key", $"{number};;;;;;;{Lou}")).IsSameAs(added);
        Assert.Equal(2, (await State(number)).Candidates.Count);
    }

    [Fact]
    public async Task A_file_of_other_columns_or_of_none_is_refused()
    {
        (await SendText("Nom;Prénom\nLefèvre;Zoé\n")).Refused(422, "session_file_columns");
        (await SendText(string.Join(';', _template.TrimEnd('\n').Split(';').SkipLast(1)) + "\n")).Refused(422, "session_file_columns");

        // Columns are read by their names, in any order.
        (await SendText(string.Join(';', _template.TrimEnd('\n').Split(';').Reverse()) + "\n")).Refused(422, "session_file_empty");
        (await Send()).Refused(422, "session_file_empty");
        (await Send(";;;;;;;;;;;;;;;;;;;;")).Refused(422, "session_file_empty");
        (await SendText(new string('x', (4 * 1024 * 1024) + 1))).Refused(422, "session_file_too_large");
    }

    private Task<Reply> Send(params string[] lines) => SendText(_template + string.Join('\n', lines) + "\n");

    private Task<Reply> SendUnder(string key, string first, params string[] lines) =>
        SendText(_template + string.Join('\n', [first, .. lines]) + "\n", ("Idempotency-Key", key));

    private Task<Reply> SendText(string text, params (string Name, string Value)[] headers) =>
        Head(HttpMethod.Post, Address, new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } }, headers);

    private Task<Reply> Head(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        _host.Send(method, path, body, _host.Token(_head, Roles.CentreHead), headers);

    private async Task<Session> State(int session) =>
        (await _host.Node.Aggregates.Sessions.Load(Streams.Session(new SessionId(session)), CancellationToken.None)).State;

    private Task<Position> LogHead() => _host.Node.Store.Head(CancellationToken.None);
}
