import { handleAbonnementActie } from '#lib/zaaksysteem/abonnement/api/handle-abonnement-actie.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ id: string; actie: string }>(
  handleAbonnementActie,
)
