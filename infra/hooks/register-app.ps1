# Before the resources: the app registration that people and banks sign in with, and its roles. Safe to repeat.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$clientId = $env:AUTH_CLIENT_ID
if (-not $clientId) {
    $name = "reconciliation-$env:AZURE_ENV_NAME"
    $clientId = az ad app list --display-name $name --query "[0].appId" --output tsv
    if (-not $clientId) {
        $clientId = az ad app create --display-name $name --sign-in-audience AzureADMyOrg `
            --enable-id-token-issuance true --query appId --output tsv
    }
    azd env set AUTH_CLIENT_ID $clientId
}

az ad app update --id $clientId --app-roles "@$PSScriptRoot/../entra/app-roles.json" --identifier-uris "api://$clientId"
# Tokens of version 2, which is the issuer that the app's authentication expects.
az rest --method PATCH --uri "https://graph.microsoft.com/v1.0/applications(appId='$clientId')" `
    --headers Content-Type=application/json --body "@$PSScriptRoot/../entra/application.json"
$known = az ad sp list --filter "appId eq '$clientId'" --query "[0].id" --output tsv
if (-not $known) {
    az ad sp create --id $clientId --output none
}
# Nobody without a role gets a token.
az ad sp update --id $clientId --set appRoleAssignmentRequired=true
