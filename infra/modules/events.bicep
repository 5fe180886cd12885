// Blob events of the ledger. Who is told of them is deployed after the app: event-subscriptions.bicep.
param name string
param location string
param tags object
param ledgerStorageName string

var roles = loadJsonContent('../roles.json')

resource ledger 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: ledgerStorageName
}

resource ledgerBlobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' existing = {
  parent: ledger
  name: 'default'
}

resource undelivered 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = {
  parent: ledgerBlobs
  name: 'undelivered-events'
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    source: ledger.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource keepsUndelivered 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(undelivered.id, topic.id, roles.storageBlobDataContributor.id)
  scope: undelivered
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor.id)
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    description: 'Event Grid keeps events that it could not deliver; this container only.'
  }
}

output topicName string = topic.name
