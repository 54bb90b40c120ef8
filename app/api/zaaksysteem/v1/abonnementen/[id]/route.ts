import { handleAbonnement } from '#lib/zaaksysteem/abonnement/api/handle-abonnement.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ id: string }>((ctx, request, { id }) =>
  handleAbonnement(ctx, request, id),
)
