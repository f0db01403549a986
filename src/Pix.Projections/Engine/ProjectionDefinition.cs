using Pix.Domain;

namespace Pix.Projections;

/// <summary>
/// How a projection is made, anew for every generation. One that depends on the referential is handed the release that its generation is
/// folded under (null: none is active yet) and is rebuilt when another is activated.
/// </summary>
public sealed record ProjectionDefinition(string Name, int Version, bool DependsOnReferential, Func<Referential?, IProjection> Create);
