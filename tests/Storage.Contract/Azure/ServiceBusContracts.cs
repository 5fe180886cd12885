namespace Reconciliation.Storage.Contract.Azure;

public sealed class ServiceBusMessagesTests : MessagesContract
{
    protected override async Task<IStorageUnderTest> OpenAsync() => new ServiceBusUnderTest(await QueuesUnderTest.OpenAsync());
}
