using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Platform.Site;

/// <summary>How the site shows itself on pages, in feeds and in mails.</summary>
/// <param name="Name">Never empty.</param>
/// <param name="Logo">Null: the name stands in its place.</param>
public sealed record SiteFace(string Name, Picture? Logo = null);

/// <summary>
/// Asks for the site's face. Platform answers with the settings file; a module that lets people change the face registers its own
/// answer after it.
/// </summary>
public delegate ValueTask<SiteFace> FindSiteFace();
