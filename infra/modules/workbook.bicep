// One page for operations: what waits, what failed, what is late, how well payments are matched.
param location string
param tags object
param workspaceId string
param serviceBusName string

var serviceBusId = resourceId('Microsoft.ServiceBus/namespaces', serviceBusName)
var page = replace(replace(loadTextContent('../workbook.json'), 'WORKSPACE_ID', workspaceId), 'SERVICE_BUS_ID', serviceBusId)

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'reconciliation')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Reconciliation'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: page
    version: 'Notebook/1.0'
  }
}
