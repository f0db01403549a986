using System.Net;
using Pix.Api.Tests.Http;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api.Tests.Pupils;

/// <summary>A school of a host, its administrator, and what they do with its pupils.</summary>
internal sealed class School(PixHost host, OrganisationId id, string administrator)
{
    public OrganisationId Id => id;

    public string Home => $"/organisations/{id}/pupils";

    public static async Task<School> In(PixHost host, string uai = SiecleXml.Uai, bool managesPupils = true)
    {
        var (id, account, person) = (new OrganisationId(Guid.NewGuid()), Guid.NewGuid(), new PersonId(Guid.NewGuid()));
        var code = InvitationCode.Of(Guid.NewGuid());
        await Decide(host, id, (school, now) =>
            school.Register(new OrganisationFacts("Collège Jeanne Barret", OrganisationKind.MiddleSchool, uai, "19", managesPupils, true), now));
        await Decide(host, id, (school, now) => school.Invite(person, "a@college.example", MemberRole.Administrator, code, [], now));
        await Decide(host, id, (school, now) => school.Accept(code, new MemberId(account), now));
        return new School(host, id, account.ToString());
    }

    public Task<Reply> Send(HttpContent file, string? key = null, string? name = null) => host.Send(
        HttpMethod.Post, $"{Home}/imports{(name is null ? "" : $"?name={name}")}", file, Token, key is null ? [] : [("Idempotency-Key", key)]);

    public Task<Reply> Get(string path, string? position = null) =>
        host.Send(HttpMethod.Get, path, null, Token, position is null ? [] : [("Pix-Min-Position", position)]);

    public Task<Reply> Detach(Guid pupil) => host.Send(HttpMethod.Delete, $"{Home}/{pupil}/attachment", null, Token);

    /// <summary>Sends a file and waits until it is taken over: the import, and the position where its pupils are seen.</summary>
    public async Task<(Reply Import, string Position)> Import(HttpContent file)
    {
        var sent = (await Send(file)).Ok(HttpStatusCode.Created);
        var position = await Completed(new ImportId(sent["importId"].GetGuid()));

        // The log may be read a moment before who wrote to it remembers.
        for (var left = 1000; left > 0; left--)
        {
            var import = (await Get(sent.Location!)).Ok();
            if (import["state"].GetString() == "completed") return (import, position);
        }

        throw new InvalidOperationException("The import is completed in the log, and not for its readers.");
    }

    public Task<(Reply Import, string Position)> Import(params Eleve[] pupils) => Import(SiecleXml.Xml(SiecleXml.Of(pupils)));

    /// <summary>Where the log says that an import is completed; waits for it.</summary>
    public async Task<string> Completed(ImportId import)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await foreach (var page in host.Node.Store.Subscribe(Position.Start, patience.Token))
        {
            foreach (var record in page.Records.Where(record => record.Type == "ImportCompleted.v1"))
            {
                if (((ImportCompleted)host.Node.Codec.Decode(record).Event).Import == import) return PositionToken.Write(host.Node.Log, record.Position);
            }
        }

        throw new InvalidOperationException("The log ended.");
    }

    public async Task<Reply> Pupils(string position, string query = "") => (await Get($"{Home}{query}", position)).Ok();

    private string Token => host.Token(administrator, Roles.SchoolAdministrator);

    private static async Task Decide(PixHost host, OrganisationId id, Func<Organisation, DateTimeOffset, Decision<OrganisationEvent>> decide)
    {
        var command = new Command(Guid.NewGuid(), string.Empty, Actor.System, Guid.NewGuid());
        var decided = await host.Node.Aggregates.Organisations.Decide(Streams.Organisation(id), command, decide, CancellationToken.None);
        if (decided.Refusal is { } refusal) throw new InvalidOperationException(refusal.Sentence);
    }
}
