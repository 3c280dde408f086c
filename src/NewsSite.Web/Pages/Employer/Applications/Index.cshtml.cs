using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Applications;
using NewsSite.Platform.Paging;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Employer.Applications;

/// <summary>The inbox: all that people have sent to this company, the newest first.</summary>
public sealed class IndexModel(Inbox inbox) : EmployerPage
{
    private const int Size = 50;

    public ListPage<InboxItem> Applications { get; private set; } = new([], false);

    /// <summary>The job for which the list is; null: all.</summary>
    public long? Posting { get; private set; }
    public ApplicationState? State { get; private set; }
    public IReadOnlyList<InboxJob> Jobs { get; private set; } = [];
    public IReadOnlyDictionary<ApplicationState, int> Counts { get; private set; } = new Dictionary<ApplicationState, int>();
    public Paging Paging { get; private set; } = new();

    public async Task OnGetAsync([FromQuery] string? posting, [FromQuery] string? state, [FromQuery] string? before, CancellationToken cancel)
    {
        Posting = long.TryParse(posting, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        State = Enum.TryParse<ApplicationState>(state, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : null;
        var key = ListKey.Parse(before);
        Applications = await inbox.PageAsync(new InboxFilter { EmployerId = Company.EmployerId, PostingId = Posting, State = State, Before = key }, Size, cancel);
        Counts = await inbox.CountAsync(Company.EmployerId, Posting, cancel);
        Jobs = await inbox.JobsAsync(Company.EmployerId, cancel);
        Paging = Paging.Of(Address(State), Applications, key, application => application.Key);
    }

    /// <summary>The list in one state, of the same job.</summary>
    public string Address(ApplicationState? state) => At("/applications") + Query(state);

    /// <summary>The same applications as a file.</summary>
    public string Export(string file) => At("/applications/" + file) + Query(State);

    private string Query(ApplicationState? state)
    {
        var query = QueryString.Empty;
        if (Posting is { } posting)
            query = query.Add("posting", posting.ToString(CultureInfo.InvariantCulture));
        return (state is { } asked ? query.Add("state", asked.ToString().ToLowerInvariant()) : query).ToString();
    }
}
