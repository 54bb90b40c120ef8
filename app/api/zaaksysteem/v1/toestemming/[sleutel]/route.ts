import { handleToestemming } from '#lib/zaaksysteem/abonnement/handle-toestemming.ts'
import { apiRoute } from '#lib/zaaksysteem/api-route.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ sleutel: string }>(
  (ctx, request, { sleutel }) => handleToestemming(ctx, request, sleutel),
)
