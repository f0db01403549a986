using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Pix.Api.Tests.Http;

/// <summary>Every endpoint of the running application, as <c>GET /path/{parameter}</c>, constraints left out.</summary>
internal sealed class EndpointDataSourceView(WebApplication app)
{
    public IReadOnlyList<string> All =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"], Name)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static string Name(RouteEndpoint endpoint, string method) =>
        $"{method} {string.Concat(endpoint.RoutePattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(PartOf))))}";

    private static string PartOf(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        _ => part.ToString()!,
    };
}
