using System.Text;
using Pix.Domain;
using Pix.EventStore;
using QRCoder;

namespace Pix.Api;

/// <summary><c>GET /campaigns/{campaign}/qr-code.svg</c> and <c>.png</c>: the campaign's link, to be scanned (Rule D9).</summary>
public static class ReadCampaignQrCodeEndpoint
{
    private const int PixelsPerModule = 10;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "svg", "image/svg+xml", data => Encoding.UTF8.GetBytes(new SvgQRCode(data).GetGraphic(PixelsPerModule)));
        Map(routes, "png", "image/png", data => new PngByteQRCode(data).GetGraphic(PixelsPerModule));
    }

    private static void Map(IEndpointRouteBuilder routes, string format, string mediaType, Func<QRCodeData, byte[]> draw) => routes
        .MapGet(
            $"/campaigns/{{campaign:guid}}/qr-code.{format}",
            async (Guid campaign, Aggregates<Campaign, CampaignEvent> campaigns, PixSettings settings, HttpContext http) =>
            {
                var state = (await campaigns.Load(Streams.Campaign(new CampaignId(campaign)), http.RequestAborted)).State;
                if (state.Created is not { } created) return Problems.From(Refusal.CampaignUnknown);
                using var data = QRCodeGenerator.GenerateQrCode(PublicAddress.Of(http, settings).LinkTo(created.Code), QRCodeGenerator.ECCLevel.M);
                return TypedResults.File(draw(data), mediaType, $"campagne-{created.Code}.{format}");
            })
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName($"readCampaignQrCode{char.ToUpperInvariant(format[0])}{format[1..]}")
        .WithSummary($"Le QR code du lien d’une campagne ({format.ToUpperInvariant()})")
        .Produces(StatusCodes.Status200OK, contentType: mediaType)
        .ProducesProblems(StatusCodes.Status404NotFound);
}
