using Pix.Testing;
using Xunit;

namespace Pix.Domain.Tests.Pupils;

public sealed class PupilTests
{
    private static readonly DateTimeOffset Tuesday = new(2026, 9, 8, 9, 0, 0, TimeSpan.Zero);
    private static readonly OrganisationId School = new(Guid.NewGuid());
    private static readonly ImportId September = new(Guid.NewGuid());
    private static readonly ImportId January = new(Guid.NewGuid());
    private static readonly PersonId Person = new(Guid.NewGuid());
    private static readonly LearnerId Account = new(Guid.NewGuid());
    private static readonly LearnerId AnotherAccount = new(Guid.NewGuid());
    private static readonly PupilFacts Zoe =
        new("INE1", "Lefèvre", null, "Zoé", null, null, PupilSex.F, new DateOnly(2012, 6, 23), "100", "051", "51454", null, "10010012110", "ST");

    private static readonly Personal<PupilFacts> Facts = new(Person, Zoe);
    private static readonly PupilImported Imported = new(School, September, Facts, "4B", Tuesday);
    private static Specification<Pupil, PupilEvent> Nobody => new([]);
    private static Specification<Pupil, PupilEvent> Pupil => new([Imported]);
    private static Specification<Pupil, PupilEvent> Attached => Pupil.And(new PupilAttached(Account, Tuesday));

    [Fact]
    public void A_list_adds_changes_keeps_and_leaves_out()
    {
        Nobody.When(pupil => pupil.Import(School, September, Facts, "4B", null, Tuesday)).Then(Imported);
        Pupil.When(pupil => pupil.Import(School, January, Facts, "4B", Zoe, Tuesday)).ThenNothing();
        Pupil.When(pupil => pupil.Import(School, January, Facts, "4C", Zoe, Tuesday)).Then(new PupilUpdated(January, Facts, "4C", Tuesday));
        Pupil.When(pupil => pupil.Import(School, January, Facts, "4B", Zoe with { PreferredLastName = "Durand" }, Tuesday)).Only<PupilUpdated>();
        Pupil.When(pupil => pupil.Disable(January, Tuesday)).Then(new PupilDisabled(January, Tuesday));
        var left = Pupil.And(new PupilDisabled(January, Tuesday));
        left.When(pupil => pupil.Disable(January, Tuesday)).ThenNothing();
        left.When(pupil => pupil.Import(School, January, Facts, "4B", Zoe, Tuesday)).Only<PupilUpdated>();
        Nobody.When(pupil => pupil.Disable(January, Tuesday)).ThenNothing();
    }

    [Fact]
    public void One_account_wins_until_it_is_detached()
    {
        Nobody.When(pupil => pupil.Attach(Account, Tuesday)).ThenRefused("pupil_unknown");
        Pupil.When(pupil => pupil.Attach(Account, Tuesday)).Then(new PupilAttached(Account, Tuesday));
        Attached.When(pupil => pupil.Attach(Account, Tuesday)).ThenNothing();
        Attached.When(pupil => pupil.Attach(AnotherAccount, Tuesday)).ThenRefused("pupil_already_attached");
        Attached.When(pupil => pupil.Detach(Tuesday)).Then(new PupilDetached(Account, Tuesday));
        Pupil.When(pupil => pupil.Detach(Tuesday)).ThenNothing();
        Attached.And(new PupilDetached(Account, Tuesday)).When(pupil => pupil.Attach(AnotherAccount, Tuesday)).Only<PupilAttached>();
        Pupil.And(new PupilDisabled(January, Tuesday)).When(pupil => pupil.Attach(Account, Tuesday)).ThenRefused("pupil_disabled");
    }

    [Fact]
    public void An_attachment_is_settled_once_both_histories_agree()
    {
        Attached.When(pupil => pupil.Settle(Account, isLinked: true, Tuesday)).Then(new PupilAttachmentSettled(Account, Tuesday));
        Attached.When(pupil => pupil.Settle(Account, isLinked: false, Tuesday)).ThenNothing();
        Attached.And(new PupilAttachmentSettled(Account, Tuesday)).When(pupil => pupil.Settle(Account, isLinked: true, Tuesday)).ThenNothing();
        Attached.And(new PupilDetached(Account, Tuesday)).When(pupil => pupil.Settle(Account, isLinked: true, Tuesday)).ThenNothing();
        Attached.And(new PupilDetached(Account, Tuesday)).When(pupil => pupil.Settle(Account, isLinked: false, Tuesday)).Only<PupilAttachmentSettled>();
    }

    [Fact]
    public void Who_was_erased_and_is_named_again_is_somebody_new_without_an_account()
    {
        Attached.When(pupil => pupil.Erase(Tuesday)).Then(new PupilErased(Person, Tuesday));
        var erased = Attached.And(new PupilErased(Person, Tuesday));
        erased.When(pupil => pupil.Erase(Tuesday)).ThenNothing();
        erased.When(pupil => pupil.Attach(AnotherAccount, Tuesday)).ThenRefused("pupil_unknown");
        var again = erased.And(pupil => pupil.Import(School, January, new Personal<PupilFacts>(new PersonId(Guid.NewGuid()), Zoe), "4B", null, Tuesday));
        Assert.Null(again.State.Learner);
        Assert.NotEqual(Person, again.State.Person);
    }

    [Fact]
    public void One_import_of_a_school_is_open_at_a_time_and_is_completed_once()
    {
        var list = new Specification<PupilImport, PupilImportEvent>(
            [new PupilFileRead(School, PupilFileFormat.Siecle, "hash", 1, Tuesday), new PupilListed(new PupilId(Guid.NewGuid()), Facts, "4B", Tuesday)]).State;
        var school = new Specification<Organisation, OrganisationEvent>(
            [new OrganisationRegistered("Collège Jeanne Barret", OrganisationKind.MiddleSchool, "0511234P", "19", true, true, Tuesday)]);
        var started = school.And(state => state.StartImport(September, list, Tuesday));
        started.When(state => state.StartImport(January, list, Tuesday)).ThenRefused("import_under_way");
        school.When(state => state.StartImport(September, PupilImport.Initial, Tuesday)).ThenRefused("import_list_incomplete");
        var counts = new ImportCounts(1, 0, 0, 0);
        school.When(state => state.CompleteImport(September, counts, Tuesday)).ThenRefused("import_unknown");
        var completed = started.And(state => state.CompleteImport(September, counts, Tuesday));
        completed.When(state => state.CompleteImport(September, counts, Tuesday)).ThenNothing();
        completed.When(state => state.StartImport(January, list, Tuesday)).Only<ImportStarted>();
    }
}
