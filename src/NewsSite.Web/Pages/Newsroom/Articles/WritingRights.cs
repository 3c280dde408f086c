using NewsSite.Newsroom.Articles;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>Who may do what with one article: editors everything, whoever started it until an editor has called it ready.</summary>
public static class WritingRights
{
    public static bool MaySee(this CurrentUser me, DeskArticle article) => me.May(Policies.Edit) || article.OwnerId == me.Id;

    public static bool MayWrite(this CurrentUser me, DeskArticle article) =>
        article.State != ArticleState.Binned && (me.May(Policies.Edit) || (article.OwnerId == me.Id && article.IsOpenToOwner));
}
