using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace Pix.Api.Tests.Pupils;

/// <summary>A pupil of a file that a test sends; what is not said is usual.</summary>
internal sealed record Eleve(string Id, string FirstName, string LastName)
{
    public string? Ine { get; init; } = $"INE{Id}";

    public string BirthDate { get; init; } = "23/06/2012";

    public string SexCode { get; init; } = "2";

    public string BirthCity { get; init; } = "51454";

    public string? LeftOn { get; init; }

    public string? Division { get; init; } = "4B";
}

/// <summary>Files of SIECLE, as a school sends them.</summary>
internal static class SiecleXml
{
    public const string Uai = "0511234P";

    public static string Of(params IEnumerable<Eleve> pupils) => Of("UTF-8", Uai, pupils);

    public static string Of(string encoding, string uai, params IEnumerable<Eleve> pupils) => $"""
        <?xml version="1.0" encoding="{encoding}"?>
        <BEE_ELEVES VERSION="2.1"><PARAMETRES><UAJ>{uai}</UAJ></PARAMETRES><DONNEES>
        <ELEVES>
        {string.Join('\n', pupils.Select(Pupil))}
        </ELEVES>
        <STRUCTURES>
        {string.Join('\n', pupils.Where(pupil => pupil.Division is not null).Select(Structures))}
        </STRUCTURES></DONNEES></BEE_ELEVES>
        """;

    public static ByteArrayContent Xml(string text) => Xml(Encoding.UTF8.GetBytes(text));

    public static ByteArrayContent Xml(byte[] bytes) => Content(bytes, "application/xml");

    public static ByteArrayContent Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return Content(file.ToArray(), "application/zip");
    }

    public static ByteArrayContent Content(byte[] bytes, string mediaType) =>
        new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };

    private static string Pupil(Eleve pupil) => $"""
        <ELEVE ELEVE_ID="{pupil.Id}" ELENOET="1">{(pupil.Ine is null ? "" : $"<ID_NATIONAL>{pupil.Ine}</ID_NATIONAL>")}<NOM_DE_FAMILLE>{pupil.LastName}</NOM_DE_FAMILLE><PRENOM>{pupil.FirstName}</PRENOM><CODE_SEXE>{pupil.SexCode}</CODE_SEXE><DATE_NAISS>{pupil.BirthDate}</DATE_NAISS><CODE_PAYS>100</CODE_PAYS><CODE_COMMUNE_INSEE_NAISS>{pupil.BirthCity}</CODE_COMMUNE_INSEE_NAISS><CODE_MEF>10010012110</CODE_MEF><CODE_STATUT>ST</CODE_STATUT>{(pupil.LeftOn is null ? "<DATE_SORTIE/>" : $"<DATE_SORTIE>{pupil.LeftOn}</DATE_SORTIE>")}</ELEVE>
        """;

    private static string Structures(Eleve pupil) => $"""
        <STRUCTURES_ELEVE ELEVE_ID="{pupil.Id}"><STRUCTURE><CODE_STRUCTURE>4BGR1</CODE_STRUCTURE><TYPE_STRUCTURE>G</TYPE_STRUCTURE></STRUCTURE><STRUCTURE><CODE_STRUCTURE>{pupil.Division}</CODE_STRUCTURE><TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>
        """;
}
