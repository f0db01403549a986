using Pix.Domain;

namespace Pix.Testing;

/// <summary>The examples of campaigns, participations, target profiles and claims.</summary>
public static partial class StoredEventExamples
{
    public static CampaignId Campaign => new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e03"));

    private static PupilId Pupil => new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e06"));

    private static CampaignCode Code => new("QSXCRH823");

    private static CampaignSettings Settings => new(
        "Rentrée 6e B",
        "Bien chercher sur le web",
        "Bonjour à tous, ce parcours prépare notre séance du 12 janvier.",
        "Merci ! Nous en reparlons en classe.",
        new ResultButton("La séance sur l’ENT", "https://ent.example/seance-3"),
        new DateOnly(2026, 1, 31),
        new DateOnly(2026, 2, 14));

    private static TargetProfile Profile => new(
        "decouverte-college",
        "Parcours Découverte Collège",
        "Un premier pas dans sept sujets.",
        20,
        [new CappedTube(new TubeId("adresseWeb"), 3)])
    {
        Stages = [new TargetStage(0, "Premier pas", "Vous avez commencé."), new TargetStage(50, "À mi-chemin", "Continuez !")],
        Badges = [new TargetBadge(
            "bien-cherche",
            "Bien cherché",
            "Vous savez lire une adresse web.",
            [new TargetCriterion(80) { Tubes = [new CappedTube(new TubeId("adresseWeb"), 2)] }])],
    };

    private static FrozenTarget Frozen => new(
        Profile.Id,
        Profile.Name,
        Profile.DurationMinutes,
        Release,
        [new TargetedSkill(new SkillId("adresseWeb2"), new TubeId("adresseWeb"), 2, Competence, PixAmount.Of(4))],
        Profile.Stages,
        Profile.Badges);

    private static IEnumerable<LearnerEvent> OfParticipation()
    {
        yield return new CampaignJoined(
            1, Campaign, Organisation, CampaignType.Assessment, Pupil, new Personal<string>(Person, "eleve-2026-17"), At);
        yield return new CampaignImprovementStarted(1, [new SkillId("adresseWeb2")], At);
        yield return new CampaignRetried(1, [new SkillId("adresseWeb2")], At);
        yield return new CampaignReset(1, [new SkillId("adresseWeb2"), new SkillId("adresseWeb4")], At);
        yield return new ResultsShared(
            1,
            Campaign,
            1,
            SkillResults.Of([SkillResult.Validated]),
            PixAmount.Of(4),
            [new SharedCompetence(Competence, PixAmount.Of(4), 4, 0)],
            8,
            2,
            ["bien-cherche"],
            Release,
            At);
        yield return new ProfileShared(2, Campaign, 1, [new SharedCompetence(Competence, PixAmount.Of(19), 19, 2)], 19, false, 1, 8, Release, At);
    }

    private static IEnumerable<CampaignEvent> OfCampaign()
    {
        yield return new CampaignCreated(
            Organisation,
            TeachersAccount,
            TeachersAccount,
            CampaignType.Assessment,
            Code,
            Settings,
            new ExternalIdRequest("Numéro d’élève", ExternalIdType.Text),
            true,
            Frozen,
            At);
        yield return new CampaignEdited(TeachersAccount, Settings with { Name = "Rentrée 6e B et C" }, At);
        yield return new CampaignArchived(At);
        yield return new CampaignRestored(At);
    }

    private static IEnumerable<CampaignExportEvent> OfExports()
    {
        yield return new ResultsExported(CampaignDocument.ClassReport, "6B", At);
    }

    private static IEnumerable<TargetProfileEvent> OfTargetProfiles()
    {
        yield return new TargetProfileReleased(Profile, At);
        yield return new TargetProfileGranted(Profile.Id, Organisation, At);
        yield return new TargetProfileRevoked(Profile.Id, Organisation, At);
    }

    private static IEnumerable<ClaimEvent> OfClaim()
    {
        yield return new Claimed(Campaign.Value, At);
        yield return new ClaimReleased(At);
    }
}
