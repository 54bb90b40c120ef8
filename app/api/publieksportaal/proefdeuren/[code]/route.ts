import { answerProefdeur } from '#lib/publieksportaal/proefdeur/answer-proefdeur.ts'
import { receiverRoute } from '#lib/publieksportaal/receiver/receiver-route.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = receiverRoute(answerProefdeur)
