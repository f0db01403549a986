using System.Reflection;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;
using Xunit;

namespace Pix.Api.Tests;

public sealed class ArchitectureTests
{
    private static readonly Assembly Domain = typeof(Learner).Assembly;
    private static readonly Assembly EventStore = typeof(IEventStore).Assembly;
    private static readonly Assembly Projections = typeof(ReadModels).Assembly;
    private static readonly Assembly Api = typeof(PixServer).Assembly;

    [Fact]
    public void The_domain_references_nothing_but_the_base_library() =>
        Assert.DoesNotContain(References(Domain), name => !name.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void References_point_one_way()
    {
        Assert.Equal(["Pix.Domain"], OursIn(EventStore));
        Assert.Equal(["Pix.Domain", "Pix.EventStore"], OursIn(Projections));
        Assert.Equal(["Pix.Domain", "Pix.EventStore", "Pix.Projections"], OursIn(Api));
    }

    [Fact]
    public void The_domain_asks_nobody_for_the_time_for_chance_or_for_files()
    {
        string[] banned = ["System.IO.FileSystem", "System.Net", "System.Data", "System.Security.Cryptography", "System.Diagnostics.Process"];
        Assert.DoesNotContain(References(Domain), name => banned.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
        var members = Domain.GetTypes().SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static));
        Assert.DoesNotContain(members.OfType<FieldInfo>(), field => field.FieldType == typeof(TimeProvider) || field.FieldType == typeof(Random));
    }

    [Fact]
    public void Every_stored_event_is_sealed_named_and_in_the_past_of_one_stream()
    {
        var events = Domain.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IDomainEvent))).ToList();
        Assert.NotEmpty(events);
        Assert.All(events, type => Assert.True(type.IsSealed, type.Name));
        Assert.All(events, type => Assert.Equal($"{type.Name}.v1", type.GetCustomAttribute<StoredAsAttribute>()?.Name));
    }

    private static List<string> References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!).Order()];

    private static List<string> OursIn(Assembly assembly) => [.. References(assembly).Where(name => name.StartsWith("Pix.", StringComparison.Ordinal))];
}
