using System.Diagnostics;
using System.Reflection;
using FluentValidation;
using MediatR;

namespace Pix.Api;

/// <summary>Runs a request's validators before its handler; throws <see cref="ValidationException"/> with everything that is wrong.</summary>
public sealed class ValidationBehavior<TRequest, TReply>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TReply>
{
    /// <inheritdoc />
    public Task<TReply> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TReply> next)
    {
        foreach (var validator in validators) validator.ValidateAndThrow(request);
        return next();
    }
}

/// <summary>A span per use case, named after its request, and its duration.</summary>
public sealed class TracingBehavior<TRequest, TReply> : IPipelineBehavior<TRequest, TReply>
{
    /// <inheritdoc />
    public async Task<TReply> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TReply> next)
    {
        using var activity = Telemetry.Source.StartActivity(typeof(TRequest).Name);
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await next();
        }
        finally
        {
            Telemetry.UseCaseDuration.Record(
                Stopwatch.GetElapsedTime(started).TotalSeconds,
                new KeyValuePair<string, object?>("use_case", typeof(TRequest).Name));
        }
    }
}

/// <summary>Registers MediatR and FluentValidation, whose own registration packages this project does without.</summary>
public static class UseCaseRegistration
{
    /// <summary>Every handler and validator of this assembly, and the pipeline around them.</summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.AddScoped<CurrentCommand>();
        services.AddScoped<TestStart>();
        services.AddScoped<SessionDesk>();
        services.AddScoped<StartBarrier>();
        services.AddScoped<JudgedTests>();
        services.AddScoped<CertificateDesk>();
        services.AddScoped<IssuedResults>();
        services.AddScoped<PupilListing>();
        services.AddScoped<AttachedAccounts>();
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TracingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        foreach (var type in Assembly.GetExecutingAssembly().GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false }))
        {
            foreach (var handled in type.GetInterfaces().Where(IsHandler)) services.AddScoped(handled, type);
        }

        foreach (var validator in AssemblyScanner.FindValidatorsInAssembly(Assembly.GetExecutingAssembly()))
            services.AddSingleton(validator.InterfaceType, validator.ValidatorType);
        return services;
    }

    private static bool IsHandler(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>);
}
