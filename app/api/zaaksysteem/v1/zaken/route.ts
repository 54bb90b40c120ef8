import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleZaken } from '#lib/zaaksysteem/zaak/api/handle-zaken.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(handleZaken)
