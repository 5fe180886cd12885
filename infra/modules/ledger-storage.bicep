// The ledger: files of banks, streams of accounts, what follows from them.
param name string
param location string
param tags object
param redundancy string
param privateNetworking bool
param softDeleteDays int
param archiveImmutable bool
param archiveRetentionDays int
param identityPrincipalId string
param principalId string
param workspaceId string

@description('Days after which the staged entries of a file are deleted.')
param stagingDays int = 7

@description('Days after which archived files go to the cool tier.')
param coolAfterDays int = 90

@description('Days after which archived files go to the archive tier, or to the cold tier where zones rule the archive tier out.')
param archiveAfterDays int = 730

var roles = loadJsonContent('../roles.json')
var containerNames = [
  'inbox'
  'receivables'
  'archive'
  'quarantine'
  'staging'
  'outbox'
  'figures'
  'settings'
]
var tableNames = [
  'accounts'
  'openitems'
  'entries'
  'statements'
  'summaries'
  'pending'
]
var undeliveredContainer = 'undelivered-events'
var hasArchiveTier = contains(['Standard_LRS', 'Standard_GRS', 'Standard_RAGRS'], redundancy)
var coldest = hasArchiveTier
  ? { tierToArchive: { daysAfterModificationGreaterThan: archiveAfterDays } }
  : { tierToCold: { daysAfterModificationGreaterThan: archiveAfterDays } }

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: privateNetworking ? 'Deny' : 'Allow'
    }
  }
}

// Tables have no soft delete: the account itself must not go by mistake.
resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (archiveImmutable) {
  name: 'ledger-is-kept'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'The ledger. Remove this lock only to give up the environment.'
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [for container in containerNames: {
  parent: blobs
  name: container
}]

resource undelivered 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: undeliveredContainer
}

resource archive 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = {
  parent: blobs
  name: 'archive'
}

// Unlocked: it holds, yet a person may still shorten or remove it. Locking cannot be undone and is a person's act.
resource archiveRetention 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = if (archiveImmutable) {
  parent: archive
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: archiveRetentionDays
    allowProtectedAppendWrites: false
  }
  dependsOn: [
    containers
  ]
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'staging-is-deleted'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['staging/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: stagingDays
                }
              }
              version: {
                delete: {
                  daysAfterCreationGreaterThan: stagingDays
                }
              }
            }
          }
        }
        {
          name: 'archive-gets-colder'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['archive/']
            }
            actions: {
              baseBlob: union(coldest, { tierToCool: { daysAfterModificationGreaterThan: coolAfterDays } })
            }
          }
        }
        {
          name: 'old-versions-are-deleted'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['inbox/', 'receivables/', 'figures/']
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: 90
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [
    blobs
  ]
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [for table in tableNames: {
  parent: tableService
  name: table
}]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: account
  name: 'default'
}

// The only queue here is the one for poison blobs: what is written into it is what the alert looks for.
resource queueLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'queue-writes'
  scope: queueService
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
    ]
  }
}

resource blobLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'blob-deletes'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

resource ledgerBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, identityPrincipalId, roles.storageBlobDataContributor.id)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor.id)
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    description: 'The app moves files from the inbox to archive or quarantine and writes letters and figures.'
  }
}

resource ledgerQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, identityPrincipalId, roles.storageQueueDataContributor.id)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageQueueDataContributor.id)
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    description: 'The blob trigger takes and writes its messages in queues of the account, among them those of poison blobs.'
  }
}

resource ledgerTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, identityPrincipalId, roles.storageTableDataContributor.id)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageTableDataContributor.id)
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    description: 'The app appends to the streams of accounts and keeps the index and the read models.'
  }
}

resource personBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(principalId)) {
  name: guid(account.id, principalId, roles.storageBlobDataContributor.id)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor.id)
    principalId: principalId
    description: 'The person who deploys uploads the settings and drops files to try it.'
  }
}

output name string = account.name
