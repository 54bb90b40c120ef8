import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleToewijzing } from '#lib/zaaksysteem/zaak/api/handle-toewijzing.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ uuid: string }>(handleToewijzing)
