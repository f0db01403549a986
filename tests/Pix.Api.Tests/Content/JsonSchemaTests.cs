using System.Text.Json;
using Xunit;

namespace Pix.Api.Tests.ContentChecks;

public sealed class JsonSchemaTests
{
    private const string Schema = """
        {
          "type": "object", "additionalProperties": false, "required": ["kind"],
          "properties": {
            "kind": { "enum": ["a", "b"] },
            "name": { "$ref": "#/$defs/word" },
            "levels": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "integer", "minimum": 1, "maximum": 8 } }
          },
          "allOf": [{ "if": { "properties": { "kind": { "const": "a" } } }, "then": { "required": ["name"] }, "else": { "properties": { "name": false } } }],
          "$defs": { "word": { "type": "string", "minLength": 1, "pattern": "^[a-z]*$" } }
        }
        """;

    [Theory]
    [InlineData("""{ "kind": "a", "name": "x", "levels": [1, 8] }""")]
    [InlineData("""{ "kind": "b" }""")]
    public void What_follows_the_schema_has_no_fault(string value) => Assert.Empty(FaultsOf(value));

    [Theory]
    [InlineData("""[]""", "$: is not of type object")]
    [InlineData("""{ }""", "$: kind is missing")]
    [InlineData("""{ "kind": "b", "more": 1 }""", "$: more is unknown")]
    [InlineData("""{ "kind": "c" }""", "$.kind: c is not one of [\"a\", \"b\"]")]
    [InlineData("""{ "kind": "a" }""", "$: name is missing")]
    [InlineData("""{ "kind": "b", "name": "x" }""", "$.name: must not be there")]
    [InlineData("""{ "kind": "a", "name": "" }""", "$.name: is too short")]
    [InlineData("""{ "kind": "a", "name": "X" }""", "$.name: X does not match ^[a-z]*$")]
    [InlineData("""{ "kind": "b", "levels": [] }""", "$.levels: has fewer than 1 items")]
    [InlineData("""{ "kind": "b", "levels": [2, 2] }""", "$.levels: repeats 2")]
    [InlineData("""{ "kind": "b", "levels": [0] }""", "$.levels[0]: is less than 1")]
    [InlineData("""{ "kind": "b", "levels": [9] }""", "$.levels[0]: is more than 8")]
    [InlineData("""{ "kind": "b", "levels": ["1"] }""", "$.levels[0]: is not of type integer")]
    public void What_does_not_is_told_with_its_place(string value, string fault) => Assert.Contains(fault, FaultsOf(value));

    private static List<string> FaultsOf(string value)
    {
        using var schema = JsonDocument.Parse(Schema);
        using var document = JsonDocument.Parse(value);
        return [.. new JsonSchema(schema.RootElement).FaultsOf(document.RootElement)];
    }
}
