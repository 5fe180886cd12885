// A place to try things: cheap, open to the internet, nothing kept for long.
using 'main.bicep'

param environmentName = 'dev'
param location = 'francecentral'
param authClientId = readEnvironmentVariable('AUTH_CLIENT_ID')
param contactsSender = readEnvironmentVariable('CONTACTS_SENDER', 'recouvrement@example.com')
param principalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param ledgerRedundancy = 'Standard_LRS'
param archiveImmutable = false
param softDeleteDays = 7
param maximumInstanceCount = 40
param logRetentionDays = 30
