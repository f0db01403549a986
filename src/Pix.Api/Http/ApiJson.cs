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
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(bool))]
public sealed partial class ApiJson : JsonSerializerContext;
