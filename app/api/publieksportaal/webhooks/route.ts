import { handleWebhook } from '#lib/publieksportaal/receiver/handle-webhook.ts'
import { receiverRoute } from '#lib/publieksportaal/receiver/receiver-route.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = receiverRoute(handleWebhook)
