import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleInzending } from '#lib/zaaksysteem/inzending/handle-inzending.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ uuid: string }>(handleInzending)
