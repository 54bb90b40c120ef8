import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { answerApi } from '#lib/zaaksysteem/openapi/operations.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(answerApi)
