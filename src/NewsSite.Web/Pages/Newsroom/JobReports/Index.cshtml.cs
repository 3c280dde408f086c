using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Orders;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.JobReports;

/// <summary>Sold, open, expiring, revenue by month; what is counted by month can be taken along.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class IndexModel(NewsSite.Jobs.Orders.JobReports reports, PaperClock clock) : NewsroomPage
{
    public const int Months = 12;

    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? AfterTyped { get; set; }

    public JobReportTab Tab => Enum.TryParse<JobReportTab>(Show, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : JobReportTab.Sold;
    public ListKey? After => ListKey.Parse(AfterTyped);

    public IReadOnlyList<SoldLine> Sold { get; private set; } = [];
    public IReadOnlyList<RevenueLine> Revenue { get; private set; } = [];
    public OpenSums Open { get; private set; } = new(0, 0, 0, 0);
    public ListPage<PostingRow> Expiring { get; private set; } = new([], false);

    public string Next => new ListKey(Expiring.Items[^1].ClosesAt!.Value, Expiring.Items[^1].Id).ToString();

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        IEnumerable<IReadOnlyList<string>> lines = Tab switch
        {
            JobReportTab.Sold => Sold.Select(line => (string[])[Month(line.Month), line.Code, line.Package.In(Language.Default), Number(line.Orders), Euro(line.Net)]).Prepend(["month", "package", "name", "orders", "without VAT"]),
            JobReportTab.Revenue => Revenue.Select(line => (string[])[Month(line.Month), Number(line.Orders), Euro(line.Net), Euro(line.Vat), Euro(line.Total)]).Prepend(["month", "orders", "without VAT", "VAT", "with VAT"]),
            _ => [],
        };
        return await CsvFile.SendAsync(Response, $"jobs-{Tab.ToString().ToLowerInvariant()}-{Month(clock.Today)}.csv", lines, cancel);
    }

    public string Address(JobReportTab tab, string? after = null, bool asFile = false) => At("/job-reports") + QueryString.Create(new Dictionary<string, string?>
    {
        ["show"] = tab == JobReportTab.Sold ? null : tab.ToString().ToLowerInvariant(),
        ["after"] = after,
        ["handler"] = asFile ? "Csv" : null,
    }.Where(pair => pair.Value is not null));

    private async Task LoadAsync(CancellationToken cancel)
    {
        switch (Tab)
        {
            case JobReportTab.Sold:
                Sold = await reports.SoldAsync(Months, cancel);
                break;
            case JobReportTab.Revenue:
                Revenue = await reports.RevenueAsync(Months, cancel);
                break;
            case JobReportTab.Open:
                Open = await reports.OpenAsync(cancel);
                break;
            default:
                Expiring = await reports.ExpiringAsync(PageSize, After, cancel);
                break;
        }
    }

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Euro(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}

public enum JobReportTab
{
    Sold,
    Open,

    /// <summary>Postings that close soon.</summary>
    Expiring,
    Revenue,
}
