using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Pix.Api;

/// <summary>OpenAPI 3.1 at <c>/openapi/v1.json</c>: what the API is, how to authenticate, the headers that every command takes, and examples.</summary>
public static class Documentation
{
    private const string Scheme = "bearer";

    /// <summary>Adds the document.</summary>
    public static IServiceCollection AddDocumentation(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(Describe);
        options.AddOperationTransformer(DescribeOperation);
    });

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Pix",
            Version = "1",
            Description = "Évaluer, développer et certifier ses compétences numériques. Toute erreur est un « problem details » (RFC 9457) dont le champ `code` est stable.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Scheme, Description = "Jeton donné par `token --role …`." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (operation.OperationId is not { } id) return Task.CompletedTask;
        if (context.Description.HttpMethod is not "GET") AddHeader(operation, UseCaseEndpoint.IdempotencyKey, "La même demande sous la même clé reçoit la même réponse, pour toujours.");
        if (Examples.ReadsAtPosition.Contains(id)) AddHeader(operation, MinimumPosition.Header, "Une position reçue dans Pix-Position : la lecture attend de l’avoir vue.");
        if (operation.RequestBody?.Content?.Values.FirstOrDefault() is { } body && Examples.Requests.TryGetValue(id, out var sent))
            body.Example = JsonNode.Parse(sent);
        foreach (var (status, response) in operation.Responses ?? [])
        {
            foreach (var (mediaType, content) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
            {
                var example = mediaType == "application/problem+json" ? Examples.Problem(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture)) : Examples.Reply(id);
                if (example is not null) content.Example = JsonNode.Parse(example);
            }
        }

        return Task.CompletedTask;
    }

    private static void AddHeader(OpenApiOperation operation, string name, string description)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }
}
