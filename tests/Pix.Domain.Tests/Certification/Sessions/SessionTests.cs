using Xunit;
using static Pix.Domain.Tests.Certification.Sessions.SessionScenario;

namespace Pix.Domain.Tests.Certification.Sessions;

public sealed class SessionTests
{
    [Fact]
    public void An_approved_centre_opens_a_session_with_its_two_codes()
    {
        var opened = Nothing.When(session => session.Open(Centre, true, Papers, Form, Draw(), Now)).Only<SessionOpened>();
        Assert.Equal(opened.AccessCode, Codes.SessionAccess.Read(opened.AccessCode));
        Assert.Equal(opened.SupervisorCode, Codes.Supervisor.Read(opened.SupervisorCode));
        Assert.Equal(new SessionDetails("Collège des Tilleuls, Reims", "Salle 204", new DateOnly(2026, 5, 19), new TimeOnly(14, 30)), opened.Details);
        Assert.Equal(new SessionTexts("Mme Brun", null), opened.Texts.Value);
    }

    [Fact]
    public void A_centre_that_is_not_approved_opens_none() =>
        Nothing.When(session => session.Open(Centre, false, Papers, Form, Draw(), Now)).ThenRefused("centre_not_approved");

    [Fact]
    public void A_number_that_is_taken_is_refused_so_that_another_is_drawn() =>
        Opened.When(session => session.Open(Centre, true, Papers, Form, Draw(), Now)).ThenRefused("session_number_taken");

    [Fact]
    public void Numbers_have_eight_digits() =>
        Assert.All(SessionDecisions.NumbersToTry(Draw()), number => Assert.Equal(8, number.ToString().Length));

    [Fact]
    public void An_edit_that_says_nothing_new_is_nothing() => Opened.When(session => session.Edit(1, Form, InClear, Now)).ThenNothing();

    [Fact]
    public void An_edit_counts_for_who_read_the_latest_edition()
    {
        var edited = Opened.And(session => session.Edit(1, Form with { Room = "Salle 12" }, InClear, Now));
        Assert.Equal(2, edited.State.Edition);
        edited.When(session => session.Edit(1, Form with { Room = "Salle 13" }, InClear, Now)).ThenRefused("session_edited_meanwhile", ("edition", 2));
        Assert.Equal("Salle 13", edited.And(session => session.Edit(2, Form with { Room = "Salle 13" }, InClear, Now)).State.Details!.Room);
    }

    [Fact]
    public void A_session_in_which_nobody_took_a_test_is_cancelled()
    {
        var cancelled = WithZoe.And(session => session.Cancel("Salle indisponible", AtHand(), Now));
        Assert.Equal(SessionStatus.Cancelled, cancelled.State.Status);
        cancelled.When(session => session.Cancel("Encore", AtHand(), Now)).ThenNothing();
        cancelled.When(session => session.Enrol(2)).ThenRefused("session_cancelled");
        cancelled.When(session => session.Finalise()).ThenRefused("session_cancelled");
    }

    [Fact]
    public void A_session_in_which_somebody_started_is_not_cancelled() =>
        Started.When(session => session.Cancel("Salle indisponible", AtHand(), Now)).ThenRefused("session_already_started", ("started_tests", 1));

    [Fact]
    public void A_cancellation_says_why() => Opened.When(session => session.Cancel(" ", AtHand(), Now)).ThenRefused("reason_missing");

    [Fact]
    public void Whoever_has_the_supervisors_code_supervises()
    {
        var admitted = Opened.And(session => session.AdmitSupervisor(Supervisor, " h7kq3 ", Now));
        Assert.Contains(Supervisor, admitted.State.Supervisors);
        admitted.When(session => session.AdmitSupervisor(Supervisor, SupervisorCode, Now)).ThenNothing();
        Opened.When(session => session.AdmitSupervisor(Supervisor, "H7KQ4", Now)).ThenRefused("supervisor_code_wrong");
        Nothing.When(session => session.AdmitSupervisor(Supervisor, SupervisorCode, Now)).ThenRefused("session_unknown");
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once() => Assert.Equal(
        ["session_address_required", "session_room_required", "session_date_required", "session_time_required", "session_examiner_required"],
        new SessionForm(null, " ", "", null, "", null).Faults().Select(fault => fault.Code));

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("19/05/2026")]
    [InlineData("2026-5-19")]
    public void A_date_that_does_not_exist_or_is_written_otherwise_is_a_fault(string date) =>
        Assert.Equal(["session_date_not_valid"], (Form with { Date = date }).Faults().Select(fault => fault.Code));

    [Theory]
    [InlineData("24:00")]
    [InlineData("14h30")]
    [InlineData("9:00")]
    public void A_time_that_does_not_exist_or_is_written_otherwise_is_a_fault(string time) =>
        Assert.Equal(["session_time_not_valid"], (Form with { Time = time }).Faults().Select(fault => fault.Code));
}
