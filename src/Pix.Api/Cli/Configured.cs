using Microsoft.Extensions.Configuration.Memory;

namespace Pix.Api;

/// <summary>What is configured beside the command line: <c>appsettings.json</c> of the working directory, then environment variables.</summary>
internal static class Configured
{
    // Production is said, never assumed (docs/adr/0009): without a word this is somebody's own machine.
    private const string OwnMachine = "Local";

    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
    };

    public static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
                ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
                ?? OwnMachine,
        });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        return builder;
    }

    public static PixSettings Settings() => Settings(Builder());

    public static PixSettings Settings(WebApplicationBuilder builder) =>
        PixSettings.Read(builder.Configuration, builder.Environment.IsProduction());
}
