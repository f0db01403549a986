using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pix.Testing;

/// <summary>The summaries in an assembly's documentation file, as Markdown.</summary>
public sealed partial class DocComments
{
    private readonly Dictionary<string, XElement> _summaries;

    private DocComments(string assembly) => _summaries = XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{assembly}.xml"))
        .Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!);

    public static DocComments Of(Type type) => new(type.Assembly.GetName().Name!);

    /// <summary>The summary of a member by its documentation id, such as <c>T:Pix.Domain.Learner</c>.</summary>
    public string SummaryOf(string member) =>
        Spaces().Replace(string.Concat(_summaries[member].Nodes().Select(Markdown)), " ").Trim();

    private static string Markdown(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.')[^1]}`",
        XElement { Name.LocalName: "paramref" } parameter => $"`{JsonNamingPolicy.CamelCase.ConvertName(parameter.Attribute("name")!.Value)}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XText text => text.Value,
        _ => throw new NotSupportedException($"A summary holds {node}."),
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
