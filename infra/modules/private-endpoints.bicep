// A private endpoint for each service that the app talks to, one for the app itself, and the names that lead to them.
param token string
param location string
param tags object
param networkId string
param subnetId string
param hostStorageName string
param ledgerStorageName string
param serviceBusName string
param appName string

var storageSuffix = environment().suffixes.storage
var zoneNames = {
  blob: 'privatelink.blob.${storageSuffix}'
  queue: 'privatelink.queue.${storageSuffix}'
  table: 'privatelink.table.${storageSuffix}'
  namespace: 'privatelink.servicebus.windows.net'
  sites: 'privatelink.azurewebsites.net'
}
var hostStorageId = resourceId('Microsoft.Storage/storageAccounts', hostStorageName)
var ledgerStorageId = resourceId('Microsoft.Storage/storageAccounts', ledgerStorageName)
var targets = [
  {
    name: 'host-blob'
    id: hostStorageId
    kind: 'blob'
  }
  {
    name: 'host-queue'
    id: hostStorageId
    kind: 'queue'
  }
  {
    name: 'host-table'
    id: hostStorageId
    kind: 'table'
  }
  {
    name: 'ledger-blob'
    id: ledgerStorageId
    kind: 'blob'
  }
  {
    name: 'ledger-queue'
    id: ledgerStorageId
    kind: 'queue'
  }
  {
    name: 'ledger-table'
    id: ledgerStorageId
    kind: 'table'
  }
  {
    name: 'bus'
    id: resourceId('Microsoft.ServiceBus/namespaces', serviceBusName)
    kind: 'namespace'
  }
  {
    name: 'app'
    id: resourceId('Microsoft.Web/sites', appName)
    kind: 'sites'
  }
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for zone in items(zoneNames): {
  name: zone.value
  location: 'global'
  tags: tags
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (zone, i) in items(zoneNames): {
  parent: zones[i]
  name: 'network'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: networkId
    }
  }
}]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [for target in targets: {
  name: 'pep-${target.name}-${token}'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: target.name
        properties: {
          privateLinkServiceId: target.id
          groupIds: [target.kind]
        }
      }
    ]
  }
}]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [for (target, i) in targets: {
  parent: endpoints[i]
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: target.kind
        properties: {
          privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', zoneNames[target.kind])
        }
      }
    ]
  }
  dependsOn: [
    zones
  ]
}]
