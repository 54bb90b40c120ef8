import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleProefbericht } from '#lib/zaaksysteem/proefbericht/handle-proefbericht.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ id: string }>(handleProefbericht)
