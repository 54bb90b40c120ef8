import { handleToestemming } from '#lib/zaaksysteem/abonnement/api/handle-toestemming.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ sleutel: string }>(
  (ctx, request, { sleutel }) => handleToestemming(ctx, request, sleutel),
)
