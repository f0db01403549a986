using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// Read model <c>campaigns</c>: campaigns, who takes part, what they sent, and, counted at every sending, how each topic of a target stands. Of
/// what was not sent it holds only where it stands: progress is <c>participations</c>'. It depends on no release, for what was sent is frozen.
/// Names are in clear, and go with an erasure; counts stay.
/// </summary>
public sealed class CampaignsProjection : IProjection
{
    internal const string ProjectionName = "campaigns";
    private const int CurrentVersion = 1;
    private const int CampaignsInMemory = 1024;
    private const int PeopleInMemory = 8192;

    private readonly CampaignTables _campaigns;
    private readonly ParticipantTables _participants;
    private readonly PupilTables _pupils;

    /// <summary>Names are opened with this reader.</summary>
    public CampaignsProjection(PersonalReader personal)
        : this(personal, CampaignsInMemory, PeopleInMemory)
    {
    }

    internal CampaignsProjection(PersonalReader personal, int campaignsInMemory, int peopleInMemory)
    {
        _campaigns = new CampaignTables(campaignsInMemory);
        _participants = new ParticipantTables(personal, peopleInMemory);
        _pupils = new PupilTables(personal, peopleInMemory);
    }

    /// <inheritdoc />
    public string Name => ProjectionName;

    /// <inheritdoc />
    public int Version => CurrentVersion;

    /// <inheritdoc />
    public string Schema => CampaignTables.Schema + ParticipantTables.Schema + PupilTables.Schema;

    /// <inheritdoc />
    public string Indexes => CampaignTables.Indexes + ParticipantTables.Indexes + PupilTables.Indexes;

    /// <inheritdoc />
    public IReadOnlySet<Type> Handles { get; } = new HashSet<Type>
    {
        typeof(CampaignCreated), typeof(CampaignEdited), typeof(CampaignArchived), typeof(CampaignRestored),
        typeof(LearnerRegistered), typeof(CampaignJoined), typeof(AssessmentStarted), typeof(AssessmentCompleted),
        typeof(CampaignImprovementStarted), typeof(CampaignRetried), typeof(ResultsShared), typeof(ProfileShared), typeof(PersonErased),
        typeof(PupilImported), typeof(PupilUpdated), typeof(PupilDisabled), typeof(PupilAttached), typeof(PupilDetached), typeof(PupilErased),
        typeof(ImportCompleted),
    };

    /// <inheritdoc />
    public bool HoldsPersonalData => true;

    /// <inheritdoc />
    public bool MustFlush => _campaigns.MustFlush || _participants.MustFlush || _pupils.MustFlush;

    /// <summary>Its definition: names are opened with this reader.</summary>
    public static ProjectionDefinition Definition(PersonalReader personal) =>
        new(ProjectionName, CurrentVersion, DependsOnReferential: false, _ => new CampaignsProjection(personal));

    /// <inheritdoc />
    public void Open(ReadModelTables tables)
    {
        _campaigns.Open(tables);
        _participants.Open(tables);
        _pupils.Open(tables);
    }

    /// <inheritdoc />
    public void Apply(RecordedEvent recorded)
    {
        switch (recorded.Event)
        {
            case CampaignEvent happened when Streams.IsCampaign(recorded.Stream, out var campaign):
                _campaigns.Apply(campaign, happened);
                break;
            case LearnerEvent happened when Streams.IsLearner(recorded.Stream, out var learner):
                Count(happened, _participants.Apply(learner, happened));
                break;
            case PupilEvent happened when Streams.IsPupil(recorded.Stream, out var pupil):
                _pupils.Apply(pupil, happened);
                break;
            case ImportCompleted completed:
                _pupils.Complete(completed.Import);
                break;
        }
    }

    /// <inheritdoc />
    public void Flush(ReadModelTransaction transaction)
    {
        _campaigns.Flush(transaction);
        _participants.Flush(transaction);
        _pupils.Flush(transaction);
    }

    /// <inheritdoc />
    public void Forget(PersonId person, ReadModelTransaction transaction)
    {
        _participants.Forget(person, transaction);
        _pupils.Forget(person, transaction);
    }

    // What a campaign counts follows from what its participation became; an event that no participation took counts for nothing.
    private void Count(LearnerEvent happened, (ParticipationRow? Before, ParticipationRow? After) change)
    {
        if (change.After is not { } after || ReferenceEquals(change.Before, after)) return;
        switch (happened)
        {
            case CampaignJoined when change.Before is null:
                _campaigns.Change(after.Campaign, campaign => campaign.Participants++);
                break;
            case ResultsShared or ProfileShared:
                _campaigns.Change(after.Campaign, campaign => campaign.Receive(after.Sent!, change.Before?.Sent));
                break;
        }
    }
}
