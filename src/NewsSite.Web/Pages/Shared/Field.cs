using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace NewsSite.Web.Pages.Shared;

/// <summary>What is wrong with a field of a form.</summary>
public static class Field
{
    public static IEnumerable<string> Errors(ModelStateDictionary state, string name) =>
        state.TryGetValue(name, out var entry) ? entry.Errors.Select(error => error.ErrorMessage) : [];
}
