#!/bin/sh
# After the resources: signing in returns to the app, and the app's identity vouches for the registration, so that no
# client secret exists. Safe to repeat.
set -eu

az ad app update --id "$AUTH_CLIENT_ID" --web-redirect-uris "$AZURE_FUNCTION_APP_URL/.auth/login/aad/callback"

credential="reconciliation-identity"
known=$(az ad app federated-credential list --id "$AUTH_CLIENT_ID" \
  --query "[?subject=='$AZURE_IDENTITY_PRINCIPAL_ID'].name | [0]" --output tsv)
if [ -z "$known" ]; then
  az ad app federated-credential list --id "$AUTH_CLIENT_ID" --query "[?name=='$credential'].name" --output tsv |
    while read -r old; do
      az ad app federated-credential delete --id "$AUTH_CLIENT_ID" --federated-credential-id "$old"
    done
  az ad app federated-credential create --id "$AUTH_CLIENT_ID" --output none --parameters "{
    \"name\": \"$credential\",
    \"issuer\": \"https://login.microsoftonline.com/$AZURE_TENANT_ID/v2.0\",
    \"subject\": \"$AZURE_IDENTITY_PRINCIPAL_ID\",
    \"audiences\": [\"api://AzureADTokenExchange\"]
  }"
fi
