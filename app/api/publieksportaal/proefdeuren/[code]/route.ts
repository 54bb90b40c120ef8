import { answerReceiver } from '#lib/publieksportaal/openapi/operations.ts'
import { receiverRoute } from '#lib/publieksportaal/receiver/receiver-route.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = receiverRoute(answerReceiver)
