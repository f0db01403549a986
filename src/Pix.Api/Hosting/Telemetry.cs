using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Pix.Api;

/// <summary>Traces and figures under the name <c>Pix</c>; exported by OTLP where an endpoint is configured.</summary>
public static class Telemetry
{
    /// <summary>The source's and the meter's name.</summary>
    public const string Name = "Pix";

    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly Meter Figures = new(Name);

    /// <summary>Traces: a span per use case.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>How long use cases take, in seconds, by name; its count is how many there were.</summary>
    public static Histogram<double> UseCaseDuration { get; } =
        Figures.CreateHistogram<double>("pix.use_case.duration", "s", "Duration of a use case, from validation to reply");

    /// <summary>Exports both where OTLP is configured; costs nothing otherwise.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[OtlpEndpoint] is null) return services;
        services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().AddSource(Name).AddOtlpExporter().Build());
        services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().AddMeter(Name).AddOtlpExporter().Build());
        services.AddHostedService<OtlpExport>();
        return services;
    }

    private sealed class OtlpExport(TracerProvider traces, MeterProvider figures) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.ForceFlush();
            figures.ForceFlush();
            return Task.CompletedTask;
        }
    }
}
