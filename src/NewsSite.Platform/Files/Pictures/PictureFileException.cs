namespace NewsSite.Platform.Files.Pictures;

/// <summary>A file that is not taken as a picture; the message says what is wrong with it and what to do.</summary>
public sealed class PictureFileException(string message) : Exception(message);
