import { handleAgenda } from '#lib/publieksportaal/agenda/handle-agenda.ts'
import { portalRoute } from '../../portal-route.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = portalRoute(
  ['GET', 'HEAD'],
  (ctx, request, { bestand = '' }) => handleAgenda(ctx, request, { bestand }),
)
