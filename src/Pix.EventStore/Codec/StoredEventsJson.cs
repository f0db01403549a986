using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>The JSON of every stored event: camelCase, enumerations as texts, null members and what is computed left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false,
    Converters =
    [
        typeof(CompetenceCodeConverter),
        typeof(TubeIdConverter),
        typeof(SkillIdConverter),
        typeof(ChallengeIdConverter),
        typeof(TutorialIdConverter),
        typeof(PersonIdConverter),
        typeof(ReferentialVersionConverter),
        typeof(PersonalConverter<string>),
        typeof(PersonalConverter<PersonName>),
        typeof(CamelCaseEnumConverter<AnswerStatus>),
        typeof(CamelCaseEnumConverter<AssessmentPurpose>),
        typeof(CamelCaseEnumConverter<ProblemCategory>),
        typeof(CamelCaseEnumConverter<ChallengeType>),
        typeof(CamelCaseEnumConverter<ChallengeStatus>),

        // Organisations.
        typeof(OrganisationIdConverter),
        typeof(MemberIdConverter),
        typeof(CamelCaseEnumConverter<OrganisationKind>),
        typeof(CamelCaseEnumConverter<MemberRole>),
        typeof(CamelCaseEnumConverter<Team>),

        // Campaigns.
        typeof(CampaignIdConverter),
        typeof(PupilIdConverter),
        typeof(CampaignCodeConverter),
        typeof(SkillResultsConverter),
        typeof(PixAmountConverter),
        typeof(CamelCaseEnumConverter<CampaignType>),
        typeof(CamelCaseEnumConverter<ExternalIdType>),

        // Pupils.
        typeof(LearnerIdConverter),
        typeof(ImportIdConverter),
        typeof(PersonalConverter<PupilFacts>),
        typeof(CamelCaseEnumConverter<PupilSex>),
        typeof(CamelCaseEnumConverter<PupilFileFormat>),
        typeof(CamelCaseEnumConverter<LoginKind>),
    ])]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(PersonName))]
[JsonSerializable(typeof(LogCreated))]
[JsonSerializable(typeof(ReleaseOpened))]
[JsonSerializable(typeof(CompetenceReleased))]
[JsonSerializable(typeof(AttachmentReleased))]
[JsonSerializable(typeof(ReferentialReleased))]
[JsonSerializable(typeof(ReferentialActivated))]
[JsonSerializable(typeof(LearnerRegistered))]
[JsonSerializable(typeof(RulesOfTheGameSeen))]
[JsonSerializable(typeof(AssessmentStarted))]
[JsonSerializable(typeof(ChallengePresented))]
[JsonSerializable(typeof(AnswerRecorded))]
[JsonSerializable(typeof(AssessmentCompleted))]
[JsonSerializable(typeof(CompetenceReset))]
[JsonSerializable(typeof(ImprovementStarted))]
[JsonSerializable(typeof(TutorialSaved))]
[JsonSerializable(typeof(TutorialRemoved))]
[JsonSerializable(typeof(TutorialFoundUseful))]
[JsonSerializable(typeof(ProblemReported))]
[JsonSerializable(typeof(PersonErased))]
[JsonSerializable(typeof(CampaignJoined))]
[JsonSerializable(typeof(CampaignImprovementStarted))]
[JsonSerializable(typeof(CampaignRetried))]
[JsonSerializable(typeof(ResultsShared))]
[JsonSerializable(typeof(ProfileShared))]
[JsonSerializable(typeof(CampaignCreated))]
[JsonSerializable(typeof(CampaignEdited))]
[JsonSerializable(typeof(CampaignArchived))]
[JsonSerializable(typeof(CampaignRestored))]
[JsonSerializable(typeof(TargetProfileReleased))]
[JsonSerializable(typeof(TargetProfileGranted))]
[JsonSerializable(typeof(TargetProfileRevoked))]
[JsonSerializable(typeof(Claimed))]
[JsonSerializable(typeof(ClaimReleased))]
[JsonSerializable(typeof(OrganisationRegistered))]
[JsonSerializable(typeof(CentreApproved))]
[JsonSerializable(typeof(MemberInvited))]
[JsonSerializable(typeof(InvitationSent))]
[JsonSerializable(typeof(InvitationAccepted))]
[JsonSerializable(typeof(InvitationCancelled))]
[JsonSerializable(typeof(MemberRoleChanged))]
[JsonSerializable(typeof(MemberRemoved))]
[JsonSerializable(typeof(PupilFacts))]
[JsonSerializable(typeof(PupilImported))]
[JsonSerializable(typeof(PupilUpdated))]
[JsonSerializable(typeof(PupilDisabled))]
[JsonSerializable(typeof(PupilAttached))]
[JsonSerializable(typeof(PupilDetached))]
[JsonSerializable(typeof(PupilErased))]
[JsonSerializable(typeof(PupilFileRead))]
[JsonSerializable(typeof(PupilListed))]
[JsonSerializable(typeof(ImportStarted))]
[JsonSerializable(typeof(ImportCompleted))]
[JsonSerializable(typeof(PupilLinked))]
[JsonSerializable(typeof(PupilUnlinked))]
[JsonSerializable(typeof(LoginGiven))]
public sealed partial class StoredEventsJson : JsonSerializerContext
{
    /// <summary>The contract of a type that stands in events.</summary>
    public static JsonTypeInfo<T> TypeOf<T>() =>
        (JsonTypeInfo<T>)(Default.GetTypeInfo(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} stands in no stored event."));
}
