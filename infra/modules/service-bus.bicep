// The messages between steps. Premium where private endpoints are wanted, for Standard has none.
param name string
param location string
param tags object
param privateNetworking bool
param identityPrincipalId string
param workspaceId string

var roles = loadJsonContent('../roles.json')
var queues = [
  {
    name: 'statement-arrived'
    requiresSession: true
  }
  {
    name: 'entries-accepted'
    requiresSession: false
  }
  {
    name: 'account-changed'
    requiresSession: true
  }
  {
    name: 'contact-due'
    requiresSession: true
  }
]

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: privateNetworking
    ? { name: 'Premium', tier: 'Premium', capacity: 1 }
    : { name: 'Standard', tier: 'Standard' }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: privateNetworking ? 'Disabled' : 'Enabled'
  }
}

resource queue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [for item in queues: {
  parent: bus
  name: item.name
  properties: {
    requiresSession: item.requiresSession
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'PT10M'
    maxDeliveryCount: 5
    lockDuration: 'PT5M'
    deadLetteringOnMessageExpiration: true
  }
}]

resource busLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'operations'
  scope: bus
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'OperationalLogs'
        enabled: true
      }
    ]
  }
}

resource receives 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(bus.id, identityPrincipalId, roles.serviceBusDataReceiver.id)
  scope: bus
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.serviceBusDataReceiver.id)
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    description: 'The app takes messages from its queues and from their dead letters.'
  }
}

resource sends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(bus.id, identityPrincipalId, roles.serviceBusDataSender.id)
  scope: bus
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.serviceBusDataSender.id)
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    description: 'One step tells the next; a person has a dead letter sent again.'
  }
}

output name string = bus.name
