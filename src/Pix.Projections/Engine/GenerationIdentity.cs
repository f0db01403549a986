using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// What makes two generations comparable: the same log, projection, version and referential give the same rows. The referential is null for a
/// projection that does not depend on it, and before a first one is active.
/// </summary>
internal sealed record GenerationIdentity(LogIdentity Log, string Projection, int Version, ReferentialVersion? Referential);
