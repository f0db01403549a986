using System.Globalization;
using System.Runtime.CompilerServices;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>
/// <c>organisations invite FILE.csv --wave N</c>: invites the administrators of a list's establishments, at most N at a time. Who was invited, in
/// an earlier wave or otherwise, is not invited again: the next run is the next wave.
/// </summary>
public sealed class InviteInWaves : IOperation
{
    /// <summary>The argument that names the list.</summary>
    public const string File = "file";

    /// <summary>The argument that says how many at most.</summary>
    public const string Wave = "wave";

    private const string UaiColumn = "UAI";
    private const string EmailColumn = "E-mail";
    private const string RoleColumn = "Rôle";

    /// <inheritdoc />
    public string Name => "organisations-invite";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        var wave = int.Parse(arguments[Wave], CultureInfo.InvariantCulture);
        using var list = CsvList.Open(arguments[File]);
        var faults = new List<string>();
        var lines = 0;
        await foreach (var _ in Read(node, list, faults, cancel)) lines++;
        if (faults.Count > 0) throw CsvListException.Of(faults);

        var (invited, left) = (0, 0);
        await foreach (var guest in Read(node, list, [], cancel))
        {
            var organisation = (await node.Aggregates.Organisations.Load(Streams.Organisation(guest.Organisation), cancel)).State;
            if (organisation.Invitations.Values.Any(invitation => invitation.Role.Team() == guest.Role.Team() && invitation.State != InvitationState.Cancelled)) continue;
            if (invited == wave)
            {
                left++;
                continue;
            }

            var id = Guid.CreateVersion7();
            var command = new Command(id, string.Empty, Actor.System, id);
            var decided = await Invitations.Invite(node.Aggregates.Organisations, node.Personal, guest.Organisation, guest.Email, guest.Role, command, cancel);
            if (decided.Refusal is { } refusal) return new OperationResult(false, $"{refusal.Code}: {refusal.Sentence}");
            progress.Report(new OperationProgress("invitations", ++invited, wave, 0, null));
        }

        return new OperationResult(
            true,
            $"invited {Counted.Of(invited, "establishment")} of {Counted.Of(lines, "line")}: {Counted.Of(lines - invited - left, "was", "were")} invited before, {Counted.Of(left, "is", "are")} left for the next wave");
    }

    private static async IAsyncEnumerable<Guest> Read(Node node, CsvList list, List<string> faults, [EnumeratorCancellation] CancellationToken cancel)
    {
        var seen = new Dictionary<(OrganisationId, MemberRole?), int>();
        foreach (var line in list.Lines([UaiColumn, EmailColumn]))
        {
            var before = faults.Count;
            var organisation = OrganisationIdentity.OfExternalId(line.Cell(UaiColumn) ?? string.Empty);
            var known = (await node.Aggregates.Organisations.Load(Streams.Organisation(organisation), cancel)).State;
            var email = line.Cell(EmailColumn) ?? string.Empty;
            var role = RoleOf(line);
            if (known.Facts is null) faults.Add($"line {line.Number}: aucun établissement n’est enregistré sous « {line.Cell(UaiColumn)} ».");
            if (!InviteMemberValidator.IsAddress(email)) faults.Add($"line {line.Number}: « {email} » n’est pas une adresse électronique.");
            if (role is null) faults.Add($"line {line.Number}: « {line.Cell(RoleColumn)} » n’est pas un rôle : {Roles()} sont attendus.");
            else if (role.Value.Team() == Team.Centre && !known.IsCentre) faults.Add($"line {line.Number}: {Refusal.CentreNotApproved.Sentence}");
            if (!seen.TryAdd((organisation, role), line.Number)) faults.Add($"line {line.Number}: est l’établissement de la ligne {seen[(organisation, role)]}.");
            if (faults.Count == before) yield return new Guest(organisation, email, role!.Value);
        }
    }

    // Without a word, an administrator: who then invites the others.
    private static MemberRole? RoleOf(CsvLine line) => line.Cell(RoleColumn) is not { } cell
        ? MemberRole.Administrator
        : Enum.GetValues<MemberRole>()
            .Where(role => role.InFrench().Equals(cell, StringComparison.OrdinalIgnoreCase))
            .Select(role => (MemberRole?)role)
            .FirstOrDefault();

    private static string Roles() => string.Join(", ", Enum.GetValues<MemberRole>().Select(role => role.InFrench()));

    private sealed record Guest(OrganisationId Organisation, string Email, MemberRole Role);
}
