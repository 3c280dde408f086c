using NewsSite.Newsroom.FrontPage;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages;

/// <summary>What stands between header and footer of the front page, for readers and for its preview.</summary>
public sealed record FrontView(FrontPage Front, Frame Frame, TopJobsBlock TopJobs);
