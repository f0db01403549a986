namespace Pix.Domain;

/// <summary>A test that begins; its completion comes with it when nothing is left to ask (Rule D4).</summary>
internal sealed record StartedTest(AssessmentStarted Start, AssessmentCompleted? Completion) : IEnumerable<LearnerEvent>
{
    public IEnumerator<LearnerEvent> GetEnumerator()
    {
        yield return Start;
        if (Completion is not null) yield return Completion;
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
