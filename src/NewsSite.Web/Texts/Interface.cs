namespace NewsSite.Web.Texts;

/// <summary>
/// The words of the interface. The key is the English text; Interface.nl.resx and Interface.fr.resx translate it, and
/// Interface.resx holds English words for names from the code (such as Contract.Permanent). A test looks for keys that a
/// language lacks.
/// </summary>
public sealed class Interface;
