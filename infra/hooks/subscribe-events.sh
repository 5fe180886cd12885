#!/bin/sh
# After the code: tells the blob triggers of new files. The webhook's key exists once the host has started with the
# triggers in it, which takes a while after a first deployment. Safe to repeat.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

tries=0
until [ -n "$(az functionapp keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$AZURE_FUNCTION_APP_NAME" \
    --query "systemKeys.blobs_extension && 'there'" --output tsv 2>/dev/null)" ]; do
  tries=$((tries + 1))
  if [ "$tries" -ge 30 ]; then
    echo "The app has not started with its blob triggers: look at its log, then run 'azd hooks run postdeploy'." >&2
    exit 1
  fi
  sleep 10
done

az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name event-subscriptions --output none \
  --template-file "$here/../event-subscriptions.bicep" \
  --parameters functionAppName="$AZURE_FUNCTION_APP_NAME" systemTopicName="$AZURE_SYSTEM_TOPIC_NAME" \
    ledgerStorageName="$AZURE_LEDGER_STORAGE_NAME"
