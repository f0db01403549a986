using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Pix.EventStore.Tests;

/// <summary>A test of a contract: discovered for every engine that is there.</summary>
[XunitTestCaseDiscoverer("Pix.EventStore.Tests.ContractFactDiscoverer", "Pix.EventStore.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractFactAttribute : FactAttribute;

/// <summary>A test of a contract with several sets of data: discovered for every engine that is there.</summary>
[XunitTestCaseDiscoverer("Pix.EventStore.Tests.ContractTheoryDiscoverer", "Pix.EventStore.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractTheoryAttribute : TheoryAttribute;

/// <summary>
/// Tests that run on a server that somebody started, and named in a variable. While the variable is not set they are not there: neither run
/// nor skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnServerAttribute : Attribute
{
    public const string Variable = "PIX_TEST_EVENTSTOREDB";

    public static string ConnectionString =>
        Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"{Variable} names no server.");

    internal static bool IsThere(ITestMethod method) =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable))
        || !method.TestClass.Class.GetCustomAttributes(typeof(OnServerAttribute)).Any();
}

public sealed class ContractFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        OnServerAttribute.IsThere(testMethod) ? base.Discover(discoveryOptions, testMethod, factAttribute) : [];
}

public sealed class ContractTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        OnServerAttribute.IsThere(testMethod) ? base.Discover(discoveryOptions, testMethod, theoryAttribute) : [];
}
