import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleGebeurtenissen } from '#lib/zaaksysteem/stroom/handle-gebeurtenissen.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(handleGebeurtenissen)
