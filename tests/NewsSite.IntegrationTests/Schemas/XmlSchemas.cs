using System.Xml.Linq;
using System.Xml.Schema;

namespace NewsSite.IntegrationTests.Schemas;

/// <summary>Checks XML against a schema file.</summary>
internal static class XmlSchemas
{
    /// <summary>What is wrong; empty where nothing is.</summary>
    public static IReadOnlyList<string> Faults(XDocument document, string file)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, file);
        var faults = new List<string>();
        document.Validate(schemas, (_, fault) => faults.Add(fault.Message));
        return faults;
    }
}
