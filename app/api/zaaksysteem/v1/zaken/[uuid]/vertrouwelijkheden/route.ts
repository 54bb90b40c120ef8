import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleVertrouwelijkheid } from '#lib/zaaksysteem/zaak/api/handle-vertrouwelijkheid.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ uuid: string }>(handleVertrouwelijkheid)
