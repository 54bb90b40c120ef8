import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleBewijzen } from '#lib/zaaksysteem/bewijs/handle-bewijzen.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(handleBewijzen)
