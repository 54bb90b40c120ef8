import { after } from 'next/server'
import { handleAbonnementActie } from '#lib/zaaksysteem/abonnement/api/handle-abonnement-actie.ts'
import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ id: string; actie: string }>(
  (ctx, request, params) => handleAbonnementActie(ctx, request, { ...params, afterResponse: after }),
)
