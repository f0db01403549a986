using Pix.Projections;

namespace Pix.Api;

/// <summary>The documentation's examples about pupils.</summary>
internal static class PupilExamples
{
    private static readonly Guid Organisation = new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e10");
    private static readonly Guid Pupil = new("0195a3c2-7d1e-5b60-9d4f-2f6c1a8b3e20");
    private static readonly Guid Learner = new("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e01");
    private static readonly DateTimeOffset At = new(2026, 1, 6, 9, 30, 0, TimeSpan.Zero);
    private static readonly PupilImportView Started =
        new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e21"), "started", 104, At, null, null, null, null, null, 3, 1, 0);

    public static IEnumerable<string> ReadsAtPosition { get; } = ["readPupils", "readClasses", "attachPupil"];

    public static Dictionary<string, string> Requests { get; } = new()
    {
        ["attachPupil"] = $$"""{ "organisationId": "{{Organisation}}", "firstName": "Zoé", "lastName": "Lefèvre", "birthDate": "2012-06-23" }""",
        ["giveUsername"] = $$"""{ "organisationId": "{{Organisation}}" }""",
    };

    public static Dictionary<string, string> Replies { get; } = new()
    {
        ["importPupils"] = Examples.Json(Started),
        ["readPupilImport"] = Examples.Json(
            Started with { State = "completed", CompletedAt = At, Added = 4, Updated = 12, Unchanged = 88, Disabled = 2, Left = null, WithoutIne = null, WithoutDivision = null }),
        ["readPupils"] = Examples.Json(new PageView<PupilOnPage>(
            [new PupilOnPage(Pupil, "4B", "Lefèvre", null, "Zoé", new DateOnly(2012, 6, 23), true, Learner, 3, false, At)], 1, 25, 26)),
        ["readClasses"] = Examples.Json(new ClassesView([new ClassView("4B", 26, 19)])),
        ["attachPupil"] = Examples.Json(new AttachedPupilView(Pupil, Organisation)),
        ["giveUsername"] = Examples.Json(new UsernameView("zoe.lefevre2306")),
    };
}
