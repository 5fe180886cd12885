#!/bin/sh
# Before the resources: the app registration that people and banks sign in with, and its roles. Safe to repeat.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

if [ -z "${AUTH_CLIENT_ID:-}" ]; then
  name="reconciliation-${AZURE_ENV_NAME}"
  AUTH_CLIENT_ID=$(az ad app list --display-name "$name" --query "[0].appId" --output tsv)
  if [ -z "$AUTH_CLIENT_ID" ]; then
    AUTH_CLIENT_ID=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg \
      --enable-id-token-issuance true --query appId --output tsv)
  fi
  azd env set AUTH_CLIENT_ID "$AUTH_CLIENT_ID"
fi

az ad app update --id "$AUTH_CLIENT_ID" --app-roles "@$here/../entra/app-roles.json" --identifier-uris "api://$AUTH_CLIENT_ID"
# Tokens of version 2, which is the issuer that the app's authentication expects.
az rest --method PATCH --uri "https://graph.microsoft.com/v1.0/applications(appId='$AUTH_CLIENT_ID')" \
  --headers Content-Type=application/json --body "@$here/../entra/application.json"
az ad sp show --id "$AUTH_CLIENT_ID" --output none 2>/dev/null || az ad sp create --id "$AUTH_CLIENT_ID" --output none
# Nobody without a role gets a token.
az ad sp update --id "$AUTH_CLIENT_ID" --set appRoleAssignmentRequired=true
