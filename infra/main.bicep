// Everything that the Functions app needs, in one resource group of its own.
// Event subscriptions need the app's running host, so hooks/ deploys them afterwards: event-subscriptions.bicep.
targetScope = 'subscription'

@minLength(1)
@maxLength(40)
@description('Name of the environment, for example dev or prod. Part of every name and of the tag azd-env-name.')
param environmentName string

@minLength(1)
@description('Region of every resource.')
@metadata({
  azd: {
    type: 'location'
  }
})
param location string

@minLength(36)
@description('Client id of the app registration that people and banks sign in with. The preprovision hook makes it where there is none.')
param authClientId string

@minLength(3)
@description('Address that e-mails to debtors come from.')
param contactsSender string

@description('Addresses that alerts are sent to.')
param alertEmails array = []

@description('Object id of a person or pipeline that may read and write files of the ledger directly. Empty: nobody.')
param principalId string = ''

@description('Private endpoints for storage and Service Bus (then Premium), and closed firewalls.')
param privateNetworking bool = false

@description('Address ranges that reach the app where privateNetworking is on, for example an office and a deployment agent.')
param allowedAddresses array = []

@description('Spreads instances of the app over zones.')
param zoneRedundant bool = false

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_RAGRS', 'Standard_GZRS', 'Standard_RAGZRS'])
@description('How often the ledger is stored. The archive tier exists without zones only; with zones old files go to the cold tier.')
param ledgerRedundancy string = 'Standard_LRS'

@description('Whether files in the archive can neither be changed nor deleted until archiveRetentionDays have passed.')
param archiveImmutable bool = false

@minValue(1)
@maxValue(146000)
@description('Days that an archived statement is kept unchangeable. 3653 days are the 10 years of art. L123-22 C. com. for accounting documents.')
param archiveRetentionDays int = 3653

@minValue(1)
@maxValue(365)
@description('Days that deleted or overwritten blobs can be brought back.')
param softDeleteDays int = 7

@allowed([512, 2048, 4096])
@description('Memory of an instance in MB.')
param instanceMemoryMB int = 2048

@minValue(40)
@maxValue(1000)
@description('Most instances that the app may grow to.')
param maximumInstanceCount int = 40

@minValue(1)
@description('Instances that are always ready for orchestrations. Durable Functions on Flex Consumption need one.')
param alwaysReadyDurable int = 1

@minValue(0)
@description('Instances that are always ready for files.')
param alwaysReadyBlob int = 0

@minValue(0)
@description('Instances that are always ready for the API.')
param alwaysReadyHttp int = 0

@minValue(30)
@maxValue(730)
@description('Days that logs are kept.')
param logRetentionDays int = 30

@minValue(1)
@description('Days without a statement after which an account of a bank counts as late. Weekends and bank holidays are inside it.')
param bankLateDays int = 4

@description('A key vault for secrets of channels that have no managed identity, such as an SMTP password. Nothing needs one as it is.')
param deployKeyVault bool = false

var tags = { 'azd-env-name': environmentName }
var token = toLower(uniqueString(subscription().id, environmentName, location))
var deploymentContainer = 'app-package'

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-reconciliation-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-reconciliation-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    retentionDays: logRetentionDays
    identityPrincipalId: identity.outputs.principalId
  }
}

module network 'modules/network.bicep' = if (privateNetworking) {
  name: 'network'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  name: 'host-storage'
  scope: group
  params: {
    name: 'sthost${token}'
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    privateNetworking: privateNetworking
    deploymentContainer: deploymentContainer
    identityPrincipalId: identity.outputs.principalId
  }
}

module ledgerStorage 'modules/ledger-storage.bicep' = {
  name: 'ledger-storage'
  scope: group
  params: {
    name: 'stledger${token}'
    location: location
    tags: tags
    redundancy: ledgerRedundancy
    privateNetworking: privateNetworking
    softDeleteDays: softDeleteDays
    archiveImmutable: archiveImmutable
    archiveRetentionDays: archiveRetentionDays
    identityPrincipalId: identity.outputs.principalId
    principalId: principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module bus 'modules/service-bus.bicep' = {
  name: 'service-bus'
  scope: group
  params: {
    name: 'sb-reconciliation-${token}'
    location: location
    tags: tags
    privateNetworking: privateNetworking
    identityPrincipalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module events 'modules/events.bicep' = {
  name: 'events'
  scope: group
  params: {
    name: 'evgt-ledger-${token}'
    location: location
    tags: tags
    ledgerStorageName: ledgerStorage.outputs.name
  }
}

module keyVault 'modules/key-vault.bicep' = if (deployKeyVault) {
  name: 'key-vault'
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    privateNetworking: privateNetworking
    identityPrincipalId: identity.outputs.principalId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    name: 'func-reconcile-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostStorageName: hostStorage.outputs.name
    ledgerStorageName: ledgerStorage.outputs.name
    deploymentContainer: deploymentContainer
    serviceBusName: bus.outputs.name
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    workspaceId: monitoring.outputs.workspaceId
    authClientId: authClientId
    contactsSender: contactsSender
    subnetId: privateNetworking ? network!.outputs.appSubnetId : ''
    privateNetworking: privateNetworking
    allowedAddresses: allowedAddresses
    zoneRedundant: zoneRedundant
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyDurable: alwaysReadyDurable
    alwaysReadyBlob: alwaysReadyBlob
    alwaysReadyHttp: alwaysReadyHttp
  }
}

module privateEndpoints 'modules/private-endpoints.bicep' = if (privateNetworking) {
  name: 'private-endpoints'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
    hostStorageName: hostStorage.outputs.name
    ledgerStorageName: ledgerStorage.outputs.name
    serviceBusName: bus.outputs.name
    appName: app.outputs.name
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    emails: alertEmails
    bankLateDays: bankLateDays
    workspaceId: monitoring.outputs.workspaceId
    serviceBusName: bus.outputs.name
    ledgerStorageName: ledgerStorage.outputs.name
    hostStorageName: hostStorage.outputs.name
    systemTopicName: events.outputs.topicName
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    serviceBusName: bus.outputs.name
  }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_APP_NAME string = app.outputs.name
output AZURE_FUNCTION_APP_URL string = app.outputs.url
output AZURE_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
output AZURE_LEDGER_STORAGE_NAME string = ledgerStorage.outputs.name
output AZURE_SYSTEM_TOPIC_NAME string = events.outputs.topicName
output AZURE_SERVICE_BUS_NAME string = bus.outputs.name
output AZURE_KEY_VAULT_NAME string = deployKeyVault ? keyVault!.outputs.name : ''
