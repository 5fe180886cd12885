# After the resources: signing in returns to the app, and the app's identity vouches for the registration, so that no
# client secret exists. Safe to repeat.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

az ad app update --id $env:AUTH_CLIENT_ID --web-redirect-uris "$env:AZURE_FUNCTION_APP_URL/.auth/login/aad/callback"

$credential = 'reconciliation-identity'
$all = az ad app federated-credential list --id $env:AUTH_CLIENT_ID --output json | ConvertFrom-Json
if (-not ($all | Where-Object subject -eq $env:AZURE_IDENTITY_PRINCIPAL_ID)) {
    if ($all | Where-Object name -eq $credential) {
        az ad app federated-credential delete --id $env:AUTH_CLIENT_ID --federated-credential-id $credential
    }
    # A file, because quotes in arguments do not reach az the same way in every version of the shell.
    $file = New-TemporaryFile
    try {
        @{
            name      = $credential
            issuer    = "https://login.microsoftonline.com/$env:AZURE_TENANT_ID/v2.0"
            subject   = $env:AZURE_IDENTITY_PRINCIPAL_ID
            audiences = @('api://AzureADTokenExchange')
        } | ConvertTo-Json | Set-Content -Path $file
        az ad app federated-credential create --id $env:AUTH_CLIENT_ID --output none --parameters "@$file"
    }
    finally {
        Remove-Item $file
    }
}
