// The Functions app on Flex Consumption. It holds no key and no connection string: every connection is its identity's.
param name string
param location string
param tags object
param identityId string
param identityClientId string
param hostStorageName string
param ledgerStorageName string
param deploymentContainer string
param serviceBusName string
param applicationInsightsName string
param workspaceId string
param authClientId string
param contactsSender string
param subnetId string
param privateNetworking bool
param allowedAddresses array
param zoneRedundant bool
param instanceMemoryMB int
param maximumInstanceCount int
param alwaysReadyDurable int
param alwaysReadyBlob int
param alwaysReadyHttp int

@description('Name of the task hub. Its tables and queues carry it; another name is another, empty hub.')
param taskHubName string = 'reconciliation'

@description('Six fields, UTC: second, minute, hour, day, month, day of the week.')
param nightlyFiguresSchedule string = '0 30 2 * * *'

@description('Six fields, UTC: second, minute, hour, day, month, day of the week.')
param accountsSweptSchedule string = '0 15 */6 * * *'

@description('Six fields, UTC: second, minute, hour, day, month, day of the week.')
param historiesPurgedSchedule string = '0 0 3 * * *'

@description('Six fields, UTC: second, minute, hour, day, month, day of the week.')
param bankDataCheckedSchedule string = '0 0 6,10,16 * * *'

@description('Six fields, UTC: second, minute, hour, day, month, day of the week.')
param messagesRelayedSchedule string = '0 */5 * * * *'

@minValue(0)
@description('Business days that a bank may take beyond the next morning before reminders wait for its file.')
param bankDataGraceDays int = 0

var alwaysReady = filter([
  {
    name: 'durable'
    instanceCount: alwaysReadyDurable
  }
  {
    name: 'blob'
    instanceCount: alwaysReadyBlob
  }
  {
    name: 'http'
    instanceCount: alwaysReadyHttp
  }
], group => group.instanceCount > 0)

var mayEnter = [for (address, i) in allowedAddresses: {
  name: 'allowed-${i}'
  action: 'Allow'
  priority: 200 + i
  ipAddress: address
}]
var eventGridMayEnter = [
  {
    name: 'event-grid'
    action: 'Allow'
    priority: 100
    tag: 'ServiceTag'
    ipAddress: 'AzureEventGrid'
  }
]

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostStorageName
}

resource ledger 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: ledgerStorageName
}

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: serviceBusName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      ipSecurityRestrictionsDefaultAction: privateNetworking ? 'Deny' : 'Allow'
      ipSecurityRestrictions: privateNetworking ? concat(eventGridMayEnter, mayEnter) : []
      scmIpSecurityRestrictionsUseMain: false
      scmIpSecurityRestrictionsDefaultAction: privateNetworking ? 'Deny' : 'Allow'
      scmIpSecurityRestrictions: privateNetworking ? mayEnter : []
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostStorage.properties.primaryEndpoints.blob}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReady
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    AZURE_CLIENT_ID: identityClientId
    AzureWebJobsStorage__blobServiceUri: hostStorage.properties.primaryEndpoints.blob
    AzureWebJobsStorage__queueServiceUri: hostStorage.properties.primaryEndpoints.queue
    AzureWebJobsStorage__tableServiceUri: hostStorage.properties.primaryEndpoints.table
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identityClientId
    Ledger__blobServiceUri: ledger.properties.primaryEndpoints.blob
    Ledger__queueServiceUri: ledger.properties.primaryEndpoints.queue
    Ledger__tableServiceUri: ledger.properties.primaryEndpoints.table
    Ledger__credential: 'managedidentity'
    Ledger__clientId: identityClientId
    ServiceBus__fullyQualifiedNamespace: '${bus.name}.servicebus.windows.net'
    ServiceBus__credential: 'managedidentity'
    ServiceBus__clientId: identityClientId
    TASKHUB_NAME: taskHubName
    NightlyFiguresSchedule: nightlyFiguresSchedule
    AccountsSweptSchedule: accountsSweptSchedule
    HistoriesPurgedSchedule: historiesPurgedSchedule
    BankDataCheckedSchedule: bankDataCheckedSchedule
    MessagesRelayedSchedule: messagesRelayedSchedule
    Access__Mode: 'EntraId'
    Contacts__Sender: contactsSender
    BankData__GraceDays: string(bankDataGraceDays)
    APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsights.properties.ConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
    WEBSITE_AUTH_AAD_ALLOWED_TENANTS: tenant().tenantId
  }
}

// Who is not signed in gets no further than health and the webhook of Event Grid, which checks its own key. The roles in
// the token are enforced by the app. Signing in needs no secret: the app's identity vouches for the registration.
resource authentication 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
    }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'Return401'
      excludedPaths: [
        '/api/health'
        '/api/health/live'
        '/api/health/ready'
        '/runtime/webhooks/blobs'
      ]
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          clientId: authClientId
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
        }
        validation: {
          allowedAudiences: [
            authClientId
            'api://${authClientId}'
          ]
        }
      }
    }
    login: {
      tokenStore: {
        enabled: false
      }
    }
  }
  dependsOn: [
    appSettings
  ]
}

// Only Entra ID may deploy.
resource noFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

resource appLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'host'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'FunctionAppLogs'
        enabled: true
      }
    ]
  }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
