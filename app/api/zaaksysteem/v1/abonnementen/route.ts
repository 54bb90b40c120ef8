import { handleAbonnementen } from '#lib/zaaksysteem/abonnement/api/handle-abonnementen.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute(handleAbonnementen)
