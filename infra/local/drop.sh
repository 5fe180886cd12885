#!/bin/sh
# Drops files into the emulated inbox and tells the app of them as Event Grid would:
#   infra/local/drop.sh statement.xml ...
# Receivables: CONTAINER=receivables FUNCTION=ReceivablesArrived infra/local/drop.sh receivables.csv
set -eu
container=${CONTAINER:-inbox}
function=${FUNCTION:-StatementArrived}

for file in "$@"; do
  name=$(basename "$file")
  az storage blob upload --connection-string UseDevelopmentStorage=true --overwrite --no-progress --output none \
    --container-name "$container" --name "$name" --file "$file"
  curl --fail --silent --show-error \
    --header 'aeg-event-type: Notification' --header 'Content-Type: application/json' \
    "http://localhost:7071/runtime/webhooks/blobs?functionName=Host.Functions.$function" --data "[{
      \"id\": \"$name\",
      \"eventType\": \"Microsoft.Storage.BlobCreated\",
      \"eventTime\": \"$(date -u +%Y-%m-%dT%H:%M:%SZ)\",
      \"topic\": \"local\",
      \"subject\": \"/blobServices/default/containers/$container/blobs/$name\",
      \"dataVersion\": \"\",
      \"metadataVersion\": \"1\",
      \"data\": {
        \"api\": \"PutBlob\",
        \"contentType\": \"application/octet-stream\",
        \"blobType\": \"BlockBlob\",
        \"url\": \"http://127.0.0.1:10000/devstoreaccount1/$container/$name\"
      }
    }]"
done
