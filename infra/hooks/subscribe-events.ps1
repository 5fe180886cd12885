# After the code: tells the blob triggers of new files. The webhook's key exists once the host has started with the
# triggers in it, which takes a while after a first deployment. Safe to repeat.
$ErrorActionPreference = 'Stop'

$there = $null
for ($tries = 0; $tries -lt 30 -and -not $there; $tries++) {
    if ($tries -gt 0) { Start-Sleep -Seconds 10 }
    $there = az functionapp keys list --resource-group $env:AZURE_RESOURCE_GROUP --name $env:AZURE_FUNCTION_APP_NAME `
        --query "systemKeys.blobs_extension && 'there'" --output tsv 2>$null
}
if (-not $there) {
    throw "The app has not started with its blob triggers: look at its log, then run 'azd hooks run postdeploy'."
}

$PSNativeCommandUseErrorActionPreference = $true
az deployment group create --resource-group $env:AZURE_RESOURCE_GROUP --name event-subscriptions --output none `
    --template-file "$PSScriptRoot/../event-subscriptions.bicep" `
    --parameters functionAppName=$env:AZURE_FUNCTION_APP_NAME systemTopicName=$env:AZURE_SYSTEM_TOPIC_NAME `
    ledgerStorageName=$env:AZURE_LEDGER_STORAGE_NAME
