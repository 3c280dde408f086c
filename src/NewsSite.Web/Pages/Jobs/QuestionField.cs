using NewsSite.Jobs.Applications;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>A question of the employer in the form.</summary>
/// <param name="Place">Among the questions.</param>
/// <param name="Lang">The advert's language; null: the page's.</param>
public sealed record QuestionField(int Place, ApplyQuestion Question, string Answer, string? Lang)
{
    public string Name => ApplyFields.NameOfAnswer(Place);

    public string Id => $"question-{Place}";
}
