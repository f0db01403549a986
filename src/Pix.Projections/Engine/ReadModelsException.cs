namespace Pix.Projections;

/// <summary>
/// A read model cannot do what is asked: a stable <paramref name="code"/> (<c>catalogue_foreign</c>, <c>catalogue_newer</c>,
/// <c>projection_unknown</c>, <c>read_model_building</c>, <c>rebuild_failed</c>, <c>rollback_impossible</c>, <c>forget_incomplete</c>) and a sentence.
/// </summary>
public sealed class ReadModelsException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable, snake_case.</summary>
    public string Code { get; } = code;
}
