using Microsoft.Extensions.DependencyInjection;
using NewsSite.Platform.Site;
using Quartz;

namespace NewsSite.Platform.Scheduling;

/// <summary>Makes a list of tasks run: Quartz in memory says when, on every node; <see cref="TaskRuns"/> says who.</summary>
public static class SchedulingRegistration
{
    public static IServiceCollection AddScheduling(this IServiceCollection services, IReadOnlyList<RecurringTask> tasks)
    {
        services.AddSingleton(tasks);
        services.AddQuartz(quartz =>
        {
            foreach (var task in tasks)
            {
                quartz.ScheduleJob<TaskJob>(
                    (provider, trigger) => trigger.WithIdentity(task.Name).WithSchedule(
                        CronScheduleBuilder.Create(task.When).InTimeZone(provider.GetRequiredService<PaperClock>().Zone)),
                    (_, job) => job.WithIdentity(task.Name));
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<MissedTasks>();
        return services;
    }
}
