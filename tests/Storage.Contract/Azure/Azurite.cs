using Reconciliation.Emulator;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>The emulator of Azure Storage, one for all tests of a run.</summary>
public sealed class Azurite : AzuriteEmulator, IAsyncLifetime;

/// <summary>The tests that share the emulator.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<Azurite>
{
    public const string Name = "Azurite";
}
