using System.Collections.Immutable;

namespace Reconciliation.Domain.Recovery;

/// <summary>Whether a contact may be made now.</summary>
public abstract record ContactVerdict
{
    /// <summary>Hands this verdict to its case.</summary>
    public abstract T Match<T>(Func<ContactAllowed, T> allowed, Func<ContactNotNow, T> notNow, Func<ContactForbidden, T> forbidden);
}

/// <summary>The contact may be made.</summary>
/// <param name="Items">What it may still be about, with what is open now; never empty, maybe less than was planned.</param>
public sealed record ContactAllowed(ImmutableArray<DunnedItem> Items) : ContactVerdict
{
    /// <inheritdoc/>
    public override T Match<T>(Func<ContactAllowed, T> allowed, Func<ContactNotNow, T> notNow, Func<ContactForbidden, T> forbidden) => allowed(this);
}

/// <summary>The contact must wait.</summary>
/// <param name="At">When to ask again: after now, and allowed as far as it can be told today.</param>
/// <param name="Rule">The first rule that stands against it.</param>
public sealed record ContactNotNow(DateTimeOffset At, Hold Rule) : ContactVerdict
{
    /// <inheritdoc/>
    public override T Match<T>(Func<ContactAllowed, T> allowed, Func<ContactNotNow, T> notNow, Func<ContactForbidden, T> forbidden) => notNow(this);
}

/// <summary>The contact may not be made any more.</summary>
/// <param name="Rule">The first rule that stands against it.</param>
public sealed record ContactForbidden(Hold Rule) : ContactVerdict
{
    /// <inheritdoc/>
    public override T Match<T>(Func<ContactAllowed, T> allowed, Func<ContactNotNow, T> notNow, Func<ContactForbidden, T> forbidden) => forbidden(this);
}
