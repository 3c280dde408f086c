using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Jobs.Orders;

internal sealed class OrderTable : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("orders");
        builder.Ignore(order => order.Price);
        builder.Ignore(order => order.Communication);
        builder.Ignore(order => order.Owed);
        builder.Ignore(order => order.HoldsPosting);
        builder.Property(order => order.Version).IsConcurrencyToken();
        builder.HasOne(order => order.Employer).WithMany().HasForeignKey(order => order.EmployerId);
        builder.HasOne(order => order.Posting).WithMany().HasForeignKey(order => order.PostingId);
        builder.HasOne(order => order.Package).WithMany().HasForeignKey(order => order.PackageId);
    }
}

internal sealed class PaymentTable : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("payments");
        builder.HasOne<Order>().WithMany().HasForeignKey(payment => payment.OrderId);
    }
}
