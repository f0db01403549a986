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

        // Certification sessions.
        typeof(SessionIdConverter),
        typeof(CandidateIdConverter),
        typeof(CertificationIdConverter),
        typeof(OrganisationIdConverter),
        typeof(PupilIdConverter),
        typeof(LearnerIdConverter),
        typeof(PersonalConverter<CandidateIdentity>),
        typeof(PersonalConverter<SessionTexts>),
        typeof(CamelCaseEnumConverter<CandidateSex>),
        typeof(CamelCaseEnumConverter<IdentityDocument>),
        typeof(CamelCaseEnumConverter<JoiningWay>),
        typeof(CamelCaseEnumConverter<IssueCategory>),
        typeof(CamelCaseEnumConverter<IssueSubcategory>),
        typeof(CamelCaseEnumConverter<AbortReason>),
        typeof(CamelCaseEnumConverter<SessionPaper>),
        typeof(PixAmountConverter),

        // Organisations.
        typeof(MemberIdConverter),
        typeof(CamelCaseEnumConverter<OrganisationKind>),
        typeof(CamelCaseEnumConverter<MemberRole>),
        typeof(CamelCaseEnumConverter<Team>),

        // Campaigns.
        typeof(CampaignIdConverter),
        typeof(CampaignCodeConverter),
        typeof(SkillResultsConverter),
        typeof(CamelCaseEnumConverter<CampaignType>),
        typeof(CamelCaseEnumConverter<ExternalIdType>),
        typeof(CamelCaseEnumConverter<CampaignDocument>),

        // Pupils.
        typeof(ImportIdConverter),
        typeof(PersonalConverter<PupilFacts>),
        typeof(CamelCaseEnumConverter<PupilSex>),
        typeof(CamelCaseEnumConverter<PupilFileFormat>),
        typeof(CamelCaseEnumConverter<LoginKind>),

        // Certifications.
        typeof(PersonalConverter<CertifiedIdentity>),
        typeof(PersonalConverter<ExtraTime>),
        typeof(CamelCaseEnumConverter<CertificationEnd>),
        typeof(CamelCaseEnumConverter<IssueResolution>),
        typeof(CamelCaseEnumConverter<QuestionDecisionCause>),
        typeof(CamelCaseEnumConverter<ScoringEmitter>),
        typeof(CamelCaseEnumConverter<ScoringStatus>),
        typeof(CamelCaseEnumConverter<CompetenceVerdict>),
        typeof(CamelCaseEnumConverter<MarkReason>),
        typeof(CamelCaseEnumConverter<ScoringFindingKind>),
        typeof(CamelCaseEnumConverter<JuryVerdict>),
    ])]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(PersonName))]
[JsonSerializable(typeof(LogCreated))]
[JsonSerializable(typeof(LogCopyStarted))]
[JsonSerializable(typeof(LogCopied))]
[JsonSerializable(typeof(LogRestored))]
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
[JsonSerializable(typeof(CandidateIdentity))]
[JsonSerializable(typeof(SessionTexts))]
[JsonSerializable(typeof(SessionOpened))]
[JsonSerializable(typeof(SessionEdited))]
[JsonSerializable(typeof(SessionCancelled))]
[JsonSerializable(typeof(SupervisorAdmitted))]
[JsonSerializable(typeof(CandidateEnrolled))]
[JsonSerializable(typeof(CandidateCorrected))]
[JsonSerializable(typeof(CandidateWithdrawn))]
[JsonSerializable(typeof(CandidateSignedIn))]
[JsonSerializable(typeof(CandidateLinked))]
[JsonSerializable(typeof(CandidateAuthorised))]
[JsonSerializable(typeof(CandidateStarted))]
[JsonSerializable(typeof(IncidentReported))]
[JsonSerializable(typeof(IncidentWithdrawn))]
[JsonSerializable(typeof(SessionFinalised))]
[JsonSerializable(typeof(FinalisationCompleted))]
[JsonSerializable(typeof(JuryOfficerAssigned))]
[JsonSerializable(typeof(DeliberationHeld))]
[JsonSerializable(typeof(ResultsPublished))]
[JsonSerializable(typeof(PublicationAnnounced))]
[JsonSerializable(typeof(ResultsUnpublished))]
[JsonSerializable(typeof(SessionPaperIssued))]
[JsonSerializable(typeof(CertifiedIdentity))]
[JsonSerializable(typeof(ExtraTime))]
[JsonSerializable(typeof(CertificationStarted))]
[JsonSerializable(typeof(CertificationStartBarred))]
[JsonSerializable(typeof(CertificationResumed))]
[JsonSerializable(typeof(CertificationQuestionPresented))]
[JsonSerializable(typeof(CertificationFocusLost))]
[JsonSerializable(typeof(CertificationAnswerRecorded))]
[JsonSerializable(typeof(CertificationEnded))]
[JsonSerializable(typeof(IssueReported))]
[JsonSerializable(typeof(ChallengeNeutralised))]
[JsonSerializable(typeof(ChallengeRestored))]
[JsonSerializable(typeof(ChallengeSkippedAutomatically))]
[JsonSerializable(typeof(AnswerAccepted))]
[JsonSerializable(typeof(AutomaticJuryHeld))]
[JsonSerializable(typeof(CertificationScored))]
[JsonSerializable(typeof(IdentityCorrected))]
[JsonSerializable(typeof(JuryDecisionRecorded))]
[JsonSerializable(typeof(CertificateRevoked))]
[JsonSerializable(typeof(DossierRead))]
[JsonSerializable(typeof(CandidateErased))]
[JsonSerializable(typeof(ErasureDeferred))]
[JsonSerializable(typeof(DeferredErasureCompleted))]
[JsonSerializable(typeof(CampaignJoined))]
[JsonSerializable(typeof(CampaignImprovementStarted))]
[JsonSerializable(typeof(CampaignRetried))]
[JsonSerializable(typeof(CampaignReset))]
[JsonSerializable(typeof(ResultsShared))]
[JsonSerializable(typeof(ProfileShared))]
[JsonSerializable(typeof(CampaignCreated))]
[JsonSerializable(typeof(CampaignEdited))]
[JsonSerializable(typeof(CampaignArchived))]
[JsonSerializable(typeof(CampaignRestored))]
[JsonSerializable(typeof(ResultsExported))]
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
[JsonSerializable(typeof(PupilAttachmentSettled))]
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
