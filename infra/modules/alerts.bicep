// What calls a person. Every alert has an entry of its name in the runbook, ../README.md.
param token string
param location string
param tags object
param emails array
param bankLateDays int
param workspaceId string
param serviceBusName string
param ledgerStorageName string
param hostStorageName string
param systemTopicName string

@description('Messages that may wait in a queue for a quarter of an hour.')
param backlogMessages int = 5000

@description('Percentage of entries of a day that are matched without a person, below which somebody should look.')
param matchRateMinimum int = 60

@description('Points of percentage that the match rate may fall from one day to the next.')
param matchRateFall int = 20

var ledgerStorageId = resourceId('Microsoft.Storage/storageAccounts', ledgerStorageName)
var hostStorageId = resourceId('Microsoft.Storage/storageAccounts', hostStorageName)
var serviceBusId = resourceId('Microsoft.ServiceBus/namespaces', serviceBusName)
var eachQueue = [
  {
    name: 'EntityName'
    operator: 'Include'
    values: ['*']
  }
]
var busyAnswers = [
  {
    name: 'ResponseType'
    operator: 'Include'
    values: ['ServerBusyError', 'ServerTimeoutError', 'ClientThrottlingError']
  }
]
var metricAlerts = [
  {
    name: 'queue-backlog'
    description: 'More messages wait in a queue than the app takes.'
    severity: 2
    scope: serviceBusId
    namespace: 'Microsoft.ServiceBus/namespaces'
    metric: 'ActiveMessages'
    aggregation: 'Average'
    threshold: backlogMessages
    dimensions: eachQueue
  }
  {
    name: 'dead-letters'
    description: 'A queue has messages that failed five times or expired.'
    severity: 1
    scope: serviceBusId
    namespace: 'Microsoft.ServiceBus/namespaces'
    metric: 'DeadletteredMessages'
    aggregation: 'Maximum'
    threshold: 0
    dimensions: eachQueue
  }
  {
    name: 'bus-throttled'
    description: 'Service Bus refuses requests because there are too many.'
    severity: 2
    scope: serviceBusId
    namespace: 'Microsoft.ServiceBus/namespaces'
    metric: 'ThrottledRequests'
    aggregation: 'Total'
    threshold: 10
    dimensions: eachQueue
  }
  {
    name: 'events-undelivered'
    description: 'Event Grid gave up telling the app of a new file.'
    severity: 1
    scope: resourceId('Microsoft.EventGrid/systemTopics', systemTopicName)
    namespace: 'Microsoft.EventGrid/systemTopics'
    metric: 'DeadLetteredCount'
    aggregation: 'Total'
    threshold: 0
    dimensions: []
  }
  {
    name: 'ledger-throttled'
    description: 'The storage account of the ledger is too busy to answer.'
    severity: 2
    scope: ledgerStorageId
    namespace: 'Microsoft.Storage/storageAccounts'
    metric: 'Transactions'
    aggregation: 'Total'
    threshold: 50
    dimensions: busyAnswers
  }
  {
    name: 'host-throttled'
    description: 'The storage account of the host and its orchestrations is too busy to answer.'
    severity: 2
    scope: hostStorageId
    namespace: 'Microsoft.Storage/storageAccounts'
    metric: 'Transactions'
    aggregation: 'Total'
    threshold: 50
    dimensions: busyAnswers
  }
]
var queryAlerts = [
  {
    name: 'poison-blobs'
    description: 'A file made the blob trigger fail five times.'
    severity: 1
    frequency: 'PT5M'
    window: 'PT15M'
    range: 'PT15M'
    dimensions: []
    query: '''
      StorageQueueLogs
      | where OperationName == 'PutMessage' and StatusCode == '201'
      | where Uri has 'webjobs-blobtrigger-poison'
    '''
  }
  {
    name: 'files-quarantined'
    description: 'A file could not be read or does not add up; nothing of it is in the ledger.'
    severity: 2
    frequency: 'PT15M'
    window: 'PT15M'
    range: 'PT15M'
    dimensions: []
    query: '''
      AppMetrics
      | where Name == 'reconciliation.files' and tostring(Properties.status) == 'quarantined'
      | summarize files = sum(Sum) by format = tostring(Properties.format)
      | where files > 0
    '''
  }
  {
    name: 'cases-failed'
    description: 'An orchestration ended in an error and will not go on by itself.'
    severity: 1
    frequency: 'PT15M'
    window: 'PT15M'
    range: 'PT15M'
    dimensions: []
    query: '''
      AppRequests
      | where Success == false
      | where Name has 'AccountCase' or Name has 'FileMatching'
    '''
  }
  {
    name: 'cases-stuck'
    description: 'Accounts change, yet for an hour no case asked what is next or none of its steps succeeded.'
    severity: 1
    frequency: 'PT15M'
    window: 'PT1H'
    range: 'PT1H'
    dimensions: []
    query: '''
      AppRequests
      | where Name has_any ('AccountChanged', 'AskNextStep', 'TakeDueStep')
      | summarize changed = countif(Name has 'AccountChanged' and Success == true),
          asked = countif(Name has 'AskNextStep' and Success == true),
          taken = countif(Name has 'TakeDueStep' and Success == true),
          untaken = countif(Name has 'TakeDueStep' and Success == false)
      | where (changed > 0 and asked == 0) or (untaken > 0 and taken == 0)
    '''
  }
  {
    name: 'bank-data-late'
    description: 'The statements of a bank account end days ago. Reminders wait until they go on.'
    severity: 2
    frequency: 'PT1H'
    window: 'P1D'
    range: 'P1D'
    dimensions: [
      {
        name: 'account'
        operator: 'Include'
        values: ['*']
      }
    ]
    query: replace('''
      AppMetrics
      | where Name == 'reconciliation.bank.age'
      | summarize arg_max(TimeGenerated, Max) by account = tostring(Properties.account)
      | where Max >= LATE_DAYS
    ''', 'LATE_DAYS', string(bankLateDays))
  }
  {
    name: 'match-rate-fallen'
    description: 'Fewer payments than usual are matched without a person.'
    severity: 3
    frequency: 'PT6H'
    window: 'P1D'
    range: 'P2D'
    dimensions: []
    query: replace(replace('''
      AppMetrics
      | where Name == 'reconciliation.matches'
      | extend day = iff(TimeGenerated > ago(1d), 'last', 'before'), decision = tostring(Properties.decision)
      | summarize lastAuto = sumif(Sum, day == 'last' and decision == 'auto'), lastAll = sumif(Sum, day == 'last'),
          beforeAuto = sumif(Sum, day == 'before' and decision == 'auto'), beforeAll = sumif(Sum, day == 'before')
      | where lastAll >= 50
      | extend rate = 100.0 * lastAuto / lastAll, earlier = iff(beforeAll >= 50, 100.0 * beforeAuto / beforeAll, 0.0)
      | where rate < RATE_MINIMUM or rate < earlier - RATE_FALL
    ''', 'RATE_MINIMUM', string(matchRateMinimum)), 'RATE_FALL', string(matchRateFall))
  }
  {
    name: 'executions-failed'
    description: 'Functions fail more often than retries should leave behind.'
    severity: 2
    frequency: 'PT5M'
    window: 'PT15M'
    range: 'PT15M'
    dimensions: [
      {
        name: 'Name'
        operator: 'Include'
        values: ['*']
      }
    ]
    query: '''
      AppRequests
      | summarize failed = countif(Success == false), all = count() by Name
      | where failed >= 10 and failed * 20 > all
    '''
  }
  {
    name: 'contacts-failed'
    description: 'Letters or e-mails to debtors could not be sent.'
    severity: 2
    frequency: 'PT15M'
    window: 'PT30M'
    range: 'PT30M'
    dimensions: []
    query: '''
      AppMetrics
      | where Name == 'reconciliation.contacts' and tostring(Properties.result) == 'failed'
      | summarize contacts = sum(Sum) by channel = tostring(Properties.channel)
      | where contacts > 0
    '''
  }
  {
    name: 'app-silent'
    description: 'The timer that relays messages has not succeeded for half an hour: the app does not run.'
    severity: 1
    frequency: 'PT15M'
    window: 'PT30M'
    range: 'PT30M'
    dimensions: []
    query: '''
      AppRequests
      | where Name has 'MessagesRelayed' and Success == true
      | summarize runs = count()
      | where runs == 0
    '''
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-reconciliation-${token}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'reconcile'
    enabled: true
    emailReceivers: [for (address, i) in emails: {
      name: 'person-${i}'
      emailAddress: address
      useCommonAlertSchema: true
    }]
  }
}

resource metricRules 'Microsoft.Insights/metricAlerts@2018-03-01' = [for alert in metricAlerts: {
  name: '${alert.name}-${token}'
  location: 'global'
  tags: tags
  properties: {
    description: alert.description
    severity: alert.severity
    enabled: true
    scopes: [alert.scope]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: alert.name
          metricNamespace: alert.namespace
          metricName: alert.metric
          timeAggregation: alert.aggregation
          operator: 'GreaterThan'
          threshold: alert.threshold
          dimensions: alert.dimensions
          skipMetricValidation: true
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}]

// Validation is skipped because a table that nothing was written to yet does not exist.
resource queryRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for alert in queryAlerts: {
  name: '${alert.name}-${token}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: alert.name
    description: alert.description
    severity: alert.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: alert.frequency
    windowSize: alert.window
    overrideQueryTimeRange: alert.range
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: alert.query
          timeAggregation: 'Count'
          dimensions: alert.dimensions
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [people.id]
    }
  }
}]
