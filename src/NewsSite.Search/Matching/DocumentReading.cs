using NewsSite.Search.Documents;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Search.Matching;

/// <summary>Tells a run what a document has, as <see cref="DocumentWords"/> reads it.</summary>
internal static class DocumentReading
{
    public static void Read(SearchDocument document, Lexicon lexicon, DocumentRun run)
    {
        ReadWords(Fields.Title, document.Title);
        ReadWords(Fields.By, document.By);
        ReadWords(Fields.Lead, document.Lead);
        ReadWords(Fields.Filed, document.Filed);
        ReadWords(Fields.Body, document.Body);
        foreach (var facet in document.Facets)
            run.AddFacet(facet);
        foreach (var place in document.Places)
            run.AddPlace(place);

        void ReadWords(Fields field, string text)
        {
            var reader = new WordReader(text);
            while (reader.Read())
            {
                var word = lexicon.Analyse(reader.Word, document.Language);
                run.AddWord(word.Stem, field, reader.Position);
                for (var part = 0; part < word.Parts.Count; part++)
                    run.AddWord(word.Parts[part].Stem, field, reader.Position + part);
            }
        }
    }
}
