using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Pix.Domain;

namespace Pix.Api;

/// <summary>The JSON of the API: camelCase; also what a request's digest is made of.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(RegisterLearner))]
[JsonSerializable(typeof(RegisterLearnerBody))]
[JsonSerializable(typeof(RegisteredLearner))]
[JsonSerializable(typeof(LearnerView))]
[JsonSerializable(typeof(SeeRules))]
[JsonSerializable(typeof(StartAssessment))]
[JsonSerializable(typeof(StartAssessmentBody))]
[JsonSerializable(typeof(AssessmentView))]
[JsonSerializable(typeof(ImproveCompetence))]
[JsonSerializable(typeof(ResetCompetence))]
[JsonSerializable(typeof(PresentChallenge))]
[JsonSerializable(typeof(ChallengeView))]
[JsonSerializable(typeof(AnswerChallenge))]
[JsonSerializable(typeof(AnswerBody))]
[JsonSerializable(typeof(AnswerReply))]
[JsonSerializable(typeof(CorrectionView))]
[JsonSerializable(typeof(SaveTutorial))]
[JsonSerializable(typeof(SaveTutorialBody))]
[JsonSerializable(typeof(RemoveTutorial))]
[JsonSerializable(typeof(TutorialsView))]
[JsonSerializable(typeof(ReportProblem))]
[JsonSerializable(typeof(ReportProblemBody))]
[JsonSerializable(typeof(ProblemReportView))]
[JsonSerializable(typeof(ProfileView))]
[JsonSerializable(typeof(HealthView))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(LearnerId))]
[JsonSerializable(typeof(AssessmentId))]
[JsonSerializable(typeof(ImportPupils))]
[JsonSerializable(typeof(PupilImportView))]
[JsonSerializable(typeof(PupilFaultView[]))]
[JsonSerializable(typeof(PupilsView))]
[JsonSerializable(typeof(ClassesView))]
[JsonSerializable(typeof(AttachPupil))]
[JsonSerializable(typeof(AttachPupilBody))]
[JsonSerializable(typeof(AttachedPupilView))]
[JsonSerializable(typeof(DetachPupil))]
[JsonSerializable(typeof(GiveUsername))]
[JsonSerializable(typeof(GiveUsernameBody))]
[JsonSerializable(typeof(UsernameView))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(bool))]
public sealed partial class ApiJson : JsonSerializerContext;
