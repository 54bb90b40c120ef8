import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleDoorlooptijden } from '#lib/zaaksysteem/doorlooptijd/handle-doorlooptijden.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(handleDoorlooptijden)
