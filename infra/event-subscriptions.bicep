// Tells the blob triggers of new files. Deployed by the postdeploy hook, because the key of the webhook exists only once
// the deployed app has started. The key is read here and passes through no shell.
param functionAppName string
param systemTopicName string
param ledgerStorageName string

var webhook = 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs'
var key = listKeys('${app.id}/host/default', '2024-04-01').systemKeys.blobs_extension
var subscriptions = [
  {
    name: 'statement-arrived'
    functionName: 'StatementArrived'
    container: 'inbox'
  }
  {
    name: 'receivables-arrived'
    functionName: 'ReceivablesArrived'
    container: 'receivables'
  }
]

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource ledger 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: ledgerStorageName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: systemTopicName
}

// One after the other: the service refuses two changes of a topic at once.
@batchSize(1)
resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [for item in subscriptions: {
  parent: topic
  name: item.name
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: '${webhook}?functionName=Host.Functions.${item.functionName}&code=${key}'
        maxEventsPerBatch: 1
        minimumTlsVersionAllowed: '1.2'
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/${item.container}/'
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: ledger.id
          blobContainerName: 'undelivered-events'
        }
      }
    }
  }
}]
