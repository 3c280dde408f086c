using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NewsSite.IntegrationTests.Schemas;

/// <summary>
/// Checks JSON against a JSON schema, as far as the schemas go that we check against: drafts 4 to 2020-12 without the
/// keywords that none of them uses. A keyword that is not known here fails the test, so that nothing passes unread.
/// </summary>
internal sealed class JsonSchema(JsonNode root)
{
    private static readonly string[] Words =
        ["$schema", "$id", "id", "title", "description", "default", "definitions", "example", "components", "format", "readOnly", "deprecated"];

    public static JsonSchema Read(string file) => new(JsonNode.Parse(File.ReadAllText(file))!);

    /// <summary>What is wrong, each with its place; empty where nothing is.</summary>
    /// <param name="start">Where in the document the schema is, such as #/components/schemas/JobPage.</param>
    public IReadOnlyList<string> Faults(JsonNode? value, string start = "#") => [.. Check(value, Resolve(start), "$")];

    private IEnumerable<string> Check(JsonNode? value, JsonNode schema, string place)
    {
        if (schema is JsonValue flag)
            return flag.GetValue<bool>() ? [] : [$"{place} is not allowed"];
        return schema.AsObject().SelectMany(rule => Check(value, rule.Key, rule.Value!, schema.AsObject(), place));
    }

    private IEnumerable<string> Check(JsonNode? value, string keyword, JsonNode rule, JsonObject schema, string place) => keyword switch
    {
        // A schema that refers to another file allows what that file would; only the parts that are here count.
        "$ref" => rule.GetValue<string>() is ['#', ..] here ? Check(value, Resolve(here), place) : [],
        "type" => Texts(rule).Any(type => IsOf(value, type)) ? [] : [$"{place} is no {rule.ToJsonString()}"],
        "enum" => rule.AsArray().Any(known => JsonNode.DeepEquals(known, value)) ? [] : [$"{place} is none of {rule.ToJsonString()}"],
        "allOf" => rule.AsArray().SelectMany(part => Check(value, part!, place)),
        "anyOf" => rule.AsArray().Any(part => !Check(value, part!, place).Any()) ? [] : [$"{place} fits none of the choices"],
        "oneOf" => rule.AsArray().Count(part => !Check(value, part!, place).Any()) == 1 ? [] : [$"{place} does not fit exactly one of the choices"],
        "not" => Check(value, rule, place).Any() ? [] : [$"{place} is what it must not be"],
        "required" => value is JsonObject owner ? Texts(rule).Where(name => !owner.ContainsKey(name)).Select(name => $"{place} lacks {name}") : [],
        "minProperties" => value is JsonObject owner && owner.Count < rule.GetValue<int>() ? [$"{place} has too few properties"] : [],
        "properties" => value is JsonObject owner
            ? rule.AsObject().Where(property => owner.ContainsKey(property.Key)).SelectMany(property => Check(owner[property.Key], property.Value!, $"{place}.{property.Key}"))
            : [],
        "patternProperties" or "additionalProperties" => value is JsonObject owner ? CheckOthers(owner, keyword, rule, schema, place) : [],
        "items" => value is JsonArray list ? list.SelectMany((item, index) => Check(item, rule, $"{place}[{index}]")) : [],
        "uniqueItems" => value is JsonArray list && rule.GetValue<bool>() && list.Select(item => item?.ToJsonString()).Distinct().Count() < list.Count ? [$"{place} holds something twice"] : [],
        "pattern" => IsOf(value, "string") && !Regex.IsMatch(value!.GetValue<string>(), rule.GetValue<string>()) ? [$"{place} does not match {rule}"] : [],
        "minimum" => IsOf(value, "number") && Number(value) < Number(rule) ? [$"{place} is too small"] : [],
        "maximum" => IsOf(value, "number") && Number(value) > Number(rule) ? [$"{place} is too large"] : [],
        _ when Words.Contains(keyword) => keyword == "format" ? CheckFormat(value, rule.GetValue<string>(), place) : [],
        _ => throw new NotSupportedException($"The schema uses '{keyword}', which this check does not know"),
    };

    private IEnumerable<string> CheckOthers(JsonObject owner, string keyword, JsonNode rule, JsonObject schema, string place)
    {
        var patterns = schema["patternProperties"]?.AsObject().Select(pattern => pattern.Key).ToList() ?? [];
        if (keyword == "patternProperties")
        {
            return rule.AsObject().SelectMany(pattern => owner.Where(property => Regex.IsMatch(property.Key, pattern.Key))
                .SelectMany(property => Check(property.Value, pattern.Value!, $"{place}.{property.Key}")));
        }
        return owner.Where(property => schema["properties"]?.AsObject().ContainsKey(property.Key) != true && !patterns.Exists(pattern => Regex.IsMatch(property.Key, pattern)))
            .SelectMany(property => Check(property.Value, rule, $"{place}.{property.Key}"));
    }

    private static IEnumerable<string> CheckFormat(JsonNode? value, string format, string place)
    {
        if (!IsOf(value, "string"))
            return [];
        var text = value!.GetValue<string>();
        var fits = format switch
        {
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "date-time" => text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => true,
        };
        return fits ? [] : [$"{place} is no {format}: {text}"];
    }

    private JsonNode Resolve(string reference) => reference.Split('/').Skip(1).Aggregate(root, (node, name) =>
        node[name] ?? throw new InvalidOperationException($"{reference} leads nowhere"));

    private static bool IsOf(JsonNode? value, string type) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String)
            or ("number", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger(Number(value)),
        _ => false,
    };

    private static decimal Number(JsonNode? value) => decimal.Parse(value!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Texts(JsonNode rule) => rule is JsonArray list ? list.Select(text => text!.GetValue<string>()) : [rule.GetValue<string>()];
}
