using System.Xml;
using Pix.Domain;

namespace Pix.Api;

/// <summary>What a SIECLE file holds: who is present, each with the class that the file gives them, or null, and how many are not.</summary>
internal sealed record SiecleContent(IReadOnlyList<(SiecleRecord Record, string? Division)> Present, int Left, int WithoutIne);

/// <summary>
/// Reads <c>ElevesSansAdresse.xml</c> (Rules 10.2 to 10.4) once from end to end: what it keeps is a compact record for each pupil who is present.
/// The file is hostile until it is read: no DTD, no entity of its own, no resolver, and bounds on its depth, its texts and its pupils.
/// </summary>
internal sealed class SiecleReader
{
    private const int Deepest = 16;
    private const int LongestText = 255;
    private const int MostPupils = 200_000;

    private readonly XmlReader _xml;
    private readonly string? _externalId;
    private readonly List<SiecleRecord> _present = [];
    private readonly Dictionary<string, string> _divisions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private string? _school;
    private int _left;
    private int _withoutIne;

    private SiecleReader(XmlReader xml, string? externalId) => (_xml, _externalId) = (xml, externalId);

    /// <summary>Reads a file that must be this school's; throws what is refused.</summary>
    public static SiecleContent Read(Stream file, string? externalId)
    {
        try
        {
            using var text = new StretchGuard(FileEncoding.Open(file), '<');
            using var xml = XmlReader.Create(text, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                IgnoreWhitespace = true,
            });
            return new SiecleReader(xml, externalId).Read();
        }
        catch (XmlException invalid)
        {
            throw new RefusedException(Refusal.PupilFileInvalid(invalid.LineNumber));
        }
    }

    private SiecleContent Read()
    {
        while (Next())
        {
            if (_xml.NodeType != XmlNodeType.Element) continue;
            if (_xml.Depth == 0 && _xml.LocalName != "BEE_ELEVES") throw new RefusedException(Refusal.PupilFileInvalid(Line));
            if (_xml is { Depth: 2, LocalName: "UAJ" }) ReadSchool();
            else if (_xml is { Depth: 3, LocalName: "ELEVE" }) ReadPupil();
            else if (_xml is { Depth: 3, LocalName: "STRUCTURES_ELEVE" }) ReadStructures();
        }

        if (_school is null) throw new RefusedException(Refusal.UaiMismatched);
        return new SiecleContent([.. _present.Select(record => (record, DivisionOf(record)))], _left, _withoutIne);
    }

    private int Line => ((IXmlLineInfo)_xml).LineNumber;

    private string? DivisionOf(SiecleRecord record) =>
        record.Place.FileId is { } id ? _divisions.GetValueOrDefault(id) : null;

    private bool Next()
    {
        if (!_xml.Read()) return false;
        return _xml.Depth <= Deepest ? true : throw new RefusedException(Refusal.PupilFileInvalid(Line));
    }

    private void ReadSchool()
    {
        _school = ReadText();
        if (!SiecleRules.IsOf(_school, _externalId)) throw new RefusedException(Refusal.UaiMismatched);
    }

    private void ReadPupil()
    {
        var record = new SiecleRecord(new PupilPlace(Line, _xml.GetAttribute("ELEVE_ID")));
        foreach (var (name, value) in Fields()) record = With(record, name, value);
        if (!string.IsNullOrWhiteSpace(record.LeftOn)) _left++;
        else if (!record.IsPresent()) _withoutIne++;
        else if (_present.Count < MostPupils) _present.Add(record);
        else throw new RefusedException(Refusal.PupilFileTooMany(MostPupils));
    }

    private void ReadStructures()
    {
        var id = _xml.GetAttribute("ELEVE_ID");
        var structures = new List<SiecleStructure>();
        var structure = new SiecleStructure(null, null);
        foreach (var (name, value) in Fields())
        {
            if (name == "STRUCTURE") structure = new SiecleStructure(null, null);
            else if (name == "TYPE_STRUCTURE") structure = structure with { Type = value };
            else if (name == "CODE_STRUCTURE") structure = structure with { Code = value };
            if (structure is { Type: not null, Code: not null })
            {
                structures.Add(structure);
                structure = new SiecleStructure(null, null);
            }
        }

        if (id is not null && SiecleRules.Division(structures) is { } division) _divisions.TryAdd(id, division);
    }

    // Every element inside the current one, with its text when it has one.
    private IEnumerable<(string Name, string? Value)> Fields()
    {
        if (_xml.IsEmptyElement) yield break;
        var depth = _xml.Depth;
        var name = string.Empty;
        while (Next() && _xml.Depth > depth)
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                name = _xml.LocalName;
                yield return (name, null);
            }
            else if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                yield return (name, TextOfNode());
            }
        }
    }

    private string? ReadText()
    {
        if (_xml.IsEmptyElement || !Next()) return null;
        return _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? TextOfNode() : null;
    }

    // One object for each text that many pupils share: codes, classes, towns.
    private string? TextOfNode()
    {
        var text = _xml.Value.Trim();
        if (text.Length == 0) return null;
        if (text.Length > LongestText) throw new RefusedException(Refusal.PupilFileInvalid(Line));
        if (_texts.TryGetValue(text, out var known)) return known;
        if (_texts.Count < MostPupils) _texts.Add(text);
        return text;
    }

    private static SiecleRecord With(SiecleRecord record, string name, string? value) => value is null ? record : name switch
    {
        "ID_NATIONAL" => record with { Ine = value },
        "NOM_DE_FAMILLE" => record with { LastName = value },
        "NOM_USAGE" => record with { PreferredLastName = value },
        "PRENOM" => record with { FirstName = value },
        "PRENOM2" => record with { MiddleName = value },
        "PRENOM3" => record with { ThirdName = value },
        "CODE_SEXE" => record with { SexCode = value },
        "DATE_NAISS" => record with { BirthDate = value },
        "CODE_PAYS" => record with { BirthCountryCode = value },
        "CODE_DEPARTEMENT_NAISS" => record with { BirthDepartmentCode = value },
        "CODE_COMMUNE_INSEE_NAISS" => record with { BirthCityCode = value },
        "VILLE_NAISS" => record with { BirthCity = value },
        "CODE_MEF" => record with { MefCode = value },
        "CODE_STATUT" => record with { Status = value },
        "DATE_SORTIE" => record with { LeftOn = value },
        _ => record,
    };
}
