using System.Globalization;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>Process <c>invitation-mail</c>: sends each invitation to the address that was invited, once, and notes it.</summary>
public sealed class InvitationMail(
    Aggregates<Organisation, OrganisationEvent> organisations,
    PersonalReader personal,
    IMailOutbox outbox,
    MailSettings settings) : IProcess
{
    /// <summary>An invitation opens it; its dispatch, or its end, closes it.</summary>
    public static ProcessDefinition Process { get; } = new ProcessDefinition("invitation-mail", 1)
        .OpenedBy<MemberInvited>(invited => Key(invited.Invitation))
        .ClosedBy<InvitationSent>(sent => Key(sent.Invitation))
        .ClosedBy<InvitationAccepted>(accepted => Key(accepted.Invitation))
        .ClosedBy<InvitationCancelled>(cancelled => Key(cancelled.Invitation));

    /// <inheritdoc />
    public ProcessDefinition Definition => Process;

    /// <inheritdoc />
    public async Task Advance(Intention intention, CancellationToken cancel)
    {
        var organisation = (await organisations.LoadLatest(intention.Stream, cancel)).State;
        var invitation = organisation.Invitations[int.Parse(intention.Key, CultureInfo.InvariantCulture)];
        if (invitation.SentAt is not null || invitation.State != InvitationState.Pending) return;

        // Somebody who was erased since is written to no more.
        if (personal.Open(invitation.Email).Value is not { } address || personal.Open(invitation.Code).Value is not { } code)
        {
            await Decide(intention, "erased", (state, now) => state.CancelInvitation(invitation.Ordinal, invitation.Role.Team(), now), cancel);
            return;
        }

        await outbox.Send(Written(intention, organisation.Facts!, invitation.Role, address, code), cancel);
        await Decide(intention, "sent", (state, now) => state.NoteSent(invitation.Ordinal, now), cancel);
    }

    private async Task Decide(
        Intention intention,
        string step,
        Func<Organisation, DateTimeOffset, Decision<OrganisationEvent>> decide,
        CancellationToken cancel) =>
        ProcessStepException.OrThrow(await organisations.Decide(intention.Stream, intention.Step(step), decide, cancel));

    private Mail Written(Intention intention, OrganisationFacts facts, MemberRole role, string address, string code)
    {
        Streams.IsOrganisation(intention.Stream, out var id);
        var link = new Uri(settings.PublicUrl, $"/organisations/{id}/invitations/{code}");
        var team = role.Team() == Team.Organisation ? "l’équipe Pix de" : "l’équipe du centre de certification Pix de";
        return new Mail(
            intention.Id,
            address,
            $"Invitation à rejoindre {facts.Name} sur Pix",
            $"""
            Bonjour,

            Vous êtes invité(e) à rejoindre {team} « {facts.Name} », comme {role.InFrench()}.

            Pour accepter, suivez ce lien avec votre compte :
            {link}

            Il n’est valable qu’une fois. Code de l’invitation : {code}
            Si vous n’attendiez pas ce message, ne faites rien.

            L’équipe Pix
            """);
    }

    private static string Key(int invitation) => invitation.ToString(CultureInfo.InvariantCulture);
}
