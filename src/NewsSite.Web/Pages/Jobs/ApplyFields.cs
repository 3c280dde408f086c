using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Applications;
using NewsSite.Jobs.Applications.Cvs;
using NewsSite.Platform.Mail;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>What somebody types who applies, as it was typed; and what is wrong with it, field by field.</summary>
public sealed class ApplyFields
{
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Letter { get; set; }
    public IFormFile? Cv { get; set; }

    /// <summary>By the question's place.</summary>
    public Dictionary<int, string?> Answers { get; set; } = [];

    /// <summary>Hidden from people; programs fill it in.</summary>
    public string? Website { get; set; }

    /// <summary>When the form was opened.</summary>
    public string? Stamp { get; set; }

    public static string NameOfAnswer(int place) => At($"{nameof(Answers)}[{place}]");

    /// <summary>A field as the form names it.</summary>
    public static string At(string field) => $"{nameof(ApplyModel.Fields)}.{field}";

    /// <summary>Checks all but the CV; what is wrong goes into the state.</summary>
    public void Check(ApplyForm form, ModelStateDictionary state, IStringLocalizer<Interface> texts)
    {
        var name = Name?.Trim() ?? "";
        if (name.Length == 0)
            state.AddModelError(At(nameof(Name)), texts["Please give your name."]);
        else if (name.Length > Application.MaxName || name.Any(char.IsControl))
            state.AddModelError(At(nameof(Name)), texts["At most {0} characters, in one line.", Application.MaxName]);
        var email = Email?.Trim() ?? "";
        if (email.Length == 0 || email.Length > 254 || Mailbox.Fault(email) is not null || !email[(email.LastIndexOf('@') + 1)..].Contains('.'))
            state.AddModelError(At(nameof(Email)), texts["This is not an e-mail address. It should look like name@example.be."]);
        if (Phone?.Trim() is { Length: > 0 } phone && (phone.Length > Application.MaxPhone || phone.Any(sign => !char.IsAsciiDigit(sign) && !" +()/.-".Contains(sign))))
            state.AddModelError(At(nameof(Phone)), texts["A telephone number has digits, spaces and a plus sign; or leave it empty."]);
        CheckLetter(form, state, texts);
        foreach (var (place, question) in form.Questions.Index())
            CheckAnswer(place, question, state, texts);
    }

    public IReadOnlyList<ApplyAnswer> Answered(ApplyForm form) =>
        [.. form.Questions.Index().Select(question => new ApplyAnswer(question.Item.Text, Answer(question.Index))).Where(answer => answer.Answer.Length > 0)];

    /// <summary>Why a file is not taken, and what to do instead.</summary>
    public static string Words(CvFault fault, IStringLocalizer<Interface> texts) =>
        fault is CvFault.TooLarge ? texts["CvFault.TooLarge", CvFile.MaxBytes / 1024 / 1024] : texts["CvFault." + fault];

    public string Answer(int place) => Answers.GetValueOrDefault(place)?.Trim() ?? "";

    private void CheckLetter(ApplyForm form, ModelStateDictionary state, IStringLocalizer<Interface> texts)
    {
        var letter = Letter?.Trim() ?? "";
        if (letter.Length > Application.MaxLetter)
            state.AddModelError(At(nameof(Letter)), texts["At most {0} characters; these are {1}.", Application.MaxLetter, letter.Length]);
        if (form.Letter == ApplyPart.Required && letter.Length == 0)
            state.AddModelError(At(nameof(Letter)), texts["Please write a few lines: the employer asks for a letter."]);
        else if (form.NeedsCvOrLetter && letter.Length == 0 && Cv is null)
            state.AddModelError(At(nameof(Letter)), texts["Please write a few lines, or add your CV."]);
        if (form.Cv == ApplyPart.Required && Cv is null)
            state.AddModelError(At(nameof(Cv)), texts["Please choose your CV: the employer asks for one."]);
    }

    private void CheckAnswer(int place, ApplyQuestion question, ModelStateDictionary state, IStringLocalizer<Interface> texts)
    {
        var answer = Answer(place);
        if (answer.Length == 0 && question.IsRequired)
            state.AddModelError(NameOfAnswer(place), texts["Please answer this question."]);
        else if (answer.Length > Application.MaxAnswer)
            state.AddModelError(NameOfAnswer(place), texts["At most {0} characters; these are {1}.", Application.MaxAnswer, answer.Length]);
        else if (answer.Length > 0 && (question.Kind == QuestionKind.Choice ? !question.Choices.Contains(answer) : question.Kind == QuestionKind.YesNo && answer is not (Yes or No)))
            state.AddModelError(NameOfAnswer(place), texts["Please choose one of the answers."]);
    }

    /// <summary>As it is sent and stored; shown in the reader's language.</summary>
    public const string Yes = "yes";

    /// <inheritdoc cref="Yes"/>
    public const string No = "no";
}
