// Zones, private networking, an archive that nobody can change for ten years.
using 'main.bicep'

param environmentName = 'prod'
param location = 'francecentral'
param authClientId = readEnvironmentVariable('AUTH_CLIENT_ID')
param contactsSender = readEnvironmentVariable('CONTACTS_SENDER')
param alertEmails = split(readEnvironmentVariable('ALERT_EMAILS'), ',')
param privateNetworking = true
param allowedAddresses = split(readEnvironmentVariable('ALLOWED_ADDRESSES'), ',')
param zoneRedundant = true
param ledgerRedundancy = 'Standard_GZRS'
param archiveImmutable = true
param archiveRetentionDays = 3653
param softDeleteDays = 30
param instanceMemoryMB = 2048
param maximumInstanceCount = 200
param alwaysReadyDurable = 2
param alwaysReadyBlob = 1
param alwaysReadyHttp = 1
param logRetentionDays = 90
param bankLateDays = 4
