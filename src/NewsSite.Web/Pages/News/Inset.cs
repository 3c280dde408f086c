using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Web.Pages.News;

/// <summary>Something of elsewhere in the site that stands in an article's text, at the place of a block.</summary>
public abstract record Inset(Block Block);

/// <summary>Another article to read.</summary>
public sealed record RelatedInset(Block Block, ArticleCard Card, Section Section) : Inset(Block);

/// <summary>Open jobs that the editor asked for.</summary>
/// <param name="Title">Empty: the usual one.</param>
/// <param name="Number">Which of the article's blocks of jobs, for ids on the page.</param>
public sealed record JobsInset(Block Block, string Title, IReadOnlyList<JobCard> Jobs, Frame Frame, int Number) : Inset(Block);
