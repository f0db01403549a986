using FsCheck;
using FsCheck.Fluent;
using Pix.EventStore;
using Pix.Testing;
using Xunit;

namespace Pix.Domain.Tests.Organisations;

/// <summary>Schools, centres and their teams (Rules 12.1-12.4, D26).</summary>
public sealed class OrganisationTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 6, 9, 0, 0, TimeSpan.Zero);
    private static readonly OrganisationFacts School = new("Collège Jeanne Barret", OrganisationKind.MiddleSchool, "0511234P", "19", true, true);
    private static readonly PersonId Person = new(Guid.NewGuid());
    private static readonly InvitationCode Code = InvitationCode.Of(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e13"));
    private static readonly MemberId Claire = new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e21"));
    private static readonly MemberId Paul = new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e22"));

    private static Specification<Organisation, OrganisationEvent> Nothing { get; } = new([]);

    private static Specification<Organisation, OrganisationEvent> Registered { get; } = Nothing.And(organisation => organisation.Register(School, Now));

    private static Specification<Organisation, OrganisationEvent> Centre { get; } = Registered.And(organisation => organisation.ApproveCentre(Now));

    [Theory]
    [InlineData("0750655E", true)]
    [InlineData("0750655F", false)]
    [InlineData("0750655e", false)]
    [InlineData("750655E", false)]
    [InlineData("07506550", false)]
    [InlineData("075065AE", false)]
    [InlineData("", false)]
    public void A_UAI_is_seven_digits_and_their_check_letter(string text, bool valid) => Assert.Equal(valid, Uai.IsValid(text));

    [Theory]
    [InlineData("Collège", OrganisationKind.MiddleSchool)]
    [InlineData("COLLEGE", OrganisationKind.MiddleSchool)]
    [InlineData(" lycée professionnel ", OrganisationKind.VocationalSchool)]
    [InlineData("Enseignement Supérieur", OrganisationKind.HigherEducation)]
    [InlineData("école", null)]
    [InlineData("", null)]
    public void A_kind_is_read_with_or_without_accents(string written, OrganisationKind? kind) => Assert.Equal(kind, OrganisationKinds.Read(written));

    [Fact]
    public void Registering_again_with_the_same_facts_changes_nothing_and_with_others_is_refused()
    {
        Registered.When(organisation => organisation.Register(School, Now)).ThenNothing();
        Registered.When(organisation => organisation.Register(School with { Name = "Autre" }, Now))
            .ThenRefused("organisation_registered_otherwise", ("name", School.Name));
    }

    [Fact]
    public void What_is_wrong_with_a_description_is_told()
    {
        Refused(School with { Name = " " }, "organisation_name_missing");
        Refused(School with { Name = "Collège\r\nBcc: tous" }, "organisation_name_malformed");
        Refused(School with { Name = new string('a', 256) }, "organisation_name_too_long");
        Refused(School with { ExternalId = null }, "uai_missing");
        Refused(School with { ExternalId = "0511234A" }, "uai_malformed");
        Refused(School with { Kind = OrganisationKind.HigherEducation, ManagesPupils = false, ExternalId = "UT-51" }, "uai_malformed");
        Refused(School with { Kind = OrganisationKind.Other, ManagesPupils = false, ExternalId = "" }, "external_id_malformed");
        Refused(School with { Kind = OrganisationKind.Other }, "only_schools_manage_pupils");
        Refused(School with { Province = "Reims" }, "province_malformed");
        Assert.Empty(new OrganisationFacts("Association", OrganisationKind.Other, null, "19", false, false).Faults());

        static void Refused(OrganisationFacts facts, string code) => Nothing.When(organisation => organisation.Register(facts, Now)).ThenRefused(code);
    }

    [Fact]
    public void A_centre_is_approved_once()
    {
        Nothing.When(organisation => organisation.ApproveCentre(Now)).ThenRefused("organisation_unknown");
        Registered.When(organisation => organisation.ApproveCentre(Now)).Then(new CentreApproved(Now));
        Centre.When(organisation => organisation.ApproveCentre(Now)).ThenNothing();
    }

    [Fact]
    public void Only_an_approved_centre_has_a_team_of_its_own()
    {
        Registered.When(organisation => Invite(organisation, MemberRole.CentreHead)).ThenRefused("centre_not_approved");
        Assert.Equal(MemberRole.CentreHead, Centre.When(organisation => Invite(organisation, MemberRole.CentreHead)).Only<MemberInvited>().Role);
    }

    [Fact]
    public void A_code_opens_once_and_to_one_account()
    {
        var invited = Registered.And(organisation => Invite(organisation, MemberRole.Administrator));
        invited.When(organisation => organisation.Accept(InvitationCode.Typed("autre"), Claire, Now)).ThenRefused("invitation_unknown");
        invited.When(organisation => organisation.Accept(InvitationCode.Typed($" {Code.Value.ToUpperInvariant()} "), Claire, Now))
            .Then(new InvitationAccepted(1, Claire, MemberRole.Administrator, Now));

        var accepted = invited.And(organisation => organisation.Accept(Code, Claire, Now));
        Assert.Equal(MemberRole.Administrator, accepted.State.RoleOf(Claire, Team.Organisation));
        Assert.Null(accepted.State.RoleOf(Claire, Team.Centre));
        accepted.When(organisation => organisation.Accept(Code, Claire, Now)).ThenNothing();
        accepted.When(organisation => organisation.Accept(Code, Paul, Now)).ThenRefused("invitation_used");
        accepted.When(organisation => organisation.CancelInvitation(1, Team.Organisation, Now)).ThenRefused("invitation_used");
    }

    [Fact]
    public void A_cancelled_code_opens_nothing()
    {
        var invited = Registered.And(organisation => Invite(organisation, MemberRole.Member));
        invited.When(organisation => organisation.CancelInvitation(2, Team.Organisation, Now)).ThenRefused("invitation_unknown");
        invited.When(organisation => organisation.CancelInvitation(1, Team.Centre, Now)).ThenRefused("invitation_unknown");
        var cancelled = invited.And(organisation => organisation.CancelInvitation(1, Team.Organisation, Now));
        cancelled.When(organisation => organisation.CancelInvitation(1, Team.Organisation, Now)).ThenNothing();
        cancelled.When(organisation => organisation.Accept(Code, Claire, Now)).ThenRefused("invitation_cancelled");
    }

    [Fact]
    public void The_same_address_is_invited_once_into_a_team()
    {
        var invited = Centre.And(organisation => Invite(organisation, MemberRole.Member));
        invited.When(organisation => Invite(organisation, MemberRole.Member, organisation.Invitations.Values)).ThenNothing();
        invited.When(organisation => Invite(organisation, MemberRole.Administrator, organisation.Invitations.Values))
            .ThenRefused("invitation_pending", ("invitation", 1));
        invited.When(organisation => Invite(organisation, MemberRole.CentreHead, organisation.Invitations.Values)).Only<MemberInvited>();
        var joined = invited.And(organisation => organisation.Accept(Code, Claire, Now));
        joined.When(organisation => Invite(organisation, MemberRole.Administrator, organisation.Invitations.Values)).ThenRefused("already_member");
    }

    [Fact]
    public void A_sent_invitation_is_noted_once()
    {
        var invited = Registered.And(organisation => Invite(organisation, MemberRole.Member));
        invited.When(organisation => organisation.NoteSent(2, Now)).ThenRefused("invitation_unknown");
        var sent = invited.And(organisation => organisation.NoteSent(1, Now));
        Assert.Equal(Now, sent.State.Invitations[1].SentAt);
        sent.When(organisation => organisation.NoteSent(1, Now)).ThenNothing();
    }

    [Fact]
    public void An_administrator_always_remains()
    {
        var alone = Staffed(MemberRole.Administrator, MemberRole.Member);
        alone.When(organisation => organisation.ChangeRole(Claire, MemberRole.Member, Now)).ThenRefused("last_administrator");
        alone.When(organisation => organisation.Remove(Claire, Team.Organisation, Now)).ThenRefused("last_administrator");
        alone.When(organisation => organisation.Remove(Paul, Team.Organisation, Now)).Then(new MemberRemoved(Paul, Team.Organisation, Now));

        var two = alone.And(organisation => organisation.ChangeRole(Paul, MemberRole.Administrator, Now));
        two.When(organisation => organisation.ChangeRole(Paul, MemberRole.Administrator, Now)).ThenNothing();
        two.When(organisation => organisation.Remove(Claire, Team.Organisation, Now)).Then(new MemberRemoved(Claire, Team.Organisation, Now));
        two.And(organisation => organisation.Remove(Claire, Team.Organisation, Now))
            .When(organisation => organisation.Remove(Claire, Team.Organisation, Now)).ThenNothing();
    }

    [Fact]
    public void A_head_or_a_referent_always_remains()
    {
        var alone = Staffed(MemberRole.CentreHead, MemberRole.CentreSupervisor);
        alone.When(organisation => organisation.Remove(Claire, Team.Centre, Now)).ThenRefused("last_centre_manager");
        alone.When(organisation => organisation.ChangeRole(Claire, MemberRole.CentreSupervisor, Now)).ThenRefused("last_centre_manager");
        alone.When(organisation => organisation.ChangeRole(Claire, MemberRole.CentreReferent, Now)).Only<MemberRoleChanged>();
        alone.When(organisation => organisation.ChangeRole(Claire, MemberRole.Administrator, Now)).ThenRefused("member_unknown");
    }

    [Fact]
    public void Whatever_is_wished_a_team_that_was_managed_still_is_and_every_decision_is_idempotent() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Wishes().ToArbitrary(), wishes =>
        {
            var state = Staffed(MemberRole.Administrator, MemberRole.Member).State;
            foreach (var wish in wishes)
            {
                if (wish(state) is not { Refusal: null } decided) continue;
                state = decided.Events.Aggregate(state, (before, happened) => before.Evolve(happened));
                Assert.Empty(wish(state).Events);
                Assert.Contains(state.Members, member => member.Role == MemberRole.Administrator);
                Assert.Equal(state.Members.Count, state.Members.DistinctBy(member => (member.Member, member.Role.Team())).Count());
            }
        }));

    [Fact]
    public void Folding_events_in_any_order_never_throws() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Shuffle(StoredEventExamples.OfOrganisation().ToArray()).ToArbitrary(),
        events => events.Aggregate(Organisation.Initial, (state, happened) => state.Evolve(happened)) is not null));

    // Claire first, then Paul.
    private static Specification<Organisation, OrganisationEvent> Staffed(params IEnumerable<MemberRole> roles) => roles.Zip([Claire, Paul]).Aggregate(
        Centre,
        (before, member) =>
        {
            var code = InvitationCode.Of(member.Second.Value);
            return before
                .And(organisation => organisation.Invite(Person, "a@b.example", member.First, code, [], Now))
                .And(organisation => organisation.Accept(code, member.Second, Now));
        });

    private static Decision<OrganisationEvent> Invite(Organisation organisation, MemberRole role, IEnumerable<Invitation>? sameAddress = null) =>
        organisation.Invite(Person, "claire.martin@ac-reims.example", role, Code, [.. sameAddress ?? []], Now);

    private static Gen<List<Func<Organisation, Decision<OrganisationEvent>>>> Wishes()
    {
        var member = Gen.Elements(Claire, Paul, new MemberId(Guid.Empty));
        var role = Gen.Elements(Enum.GetValues<MemberRole>());
        var change = from who in member from what in role select Wish(organisation => organisation.ChangeRole(who, what, Now));
        var remove = from who in member from team in Gen.Elements(Enum.GetValues<Team>()) select Wish(organisation => organisation.Remove(who, team, Now));
        var accept = from who in member from code in member select Wish(organisation => organisation.Accept(InvitationCode.Of(code.Value), who, Now));
        return Gen.OneOf(change, remove, accept).ListOf().Select(wishes => wishes.ToList());

        static Func<Organisation, Decision<OrganisationEvent>> Wish(Func<Organisation, Decision<OrganisationEvent>> wish) => wish;
    }
}
