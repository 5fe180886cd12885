using Microsoft.Azure.Amqp;

namespace Reconciliation.Broker.Amqp;

/// <summary>Clients close links at any time, also between a look at the link and its use.</summary>
internal static class ClosingLinks
{
    /// <summary>Uses a link; false where it is being closed.</summary>
    public static bool TryUse(this AmqpLink link, Action use)
    {
        try
        {
            if (link.IsClosing())
                return false;
            use();
            return true;
        }
        catch (Exception) when (link.IsClosing())
        {
            return false;
        }
    }
}
