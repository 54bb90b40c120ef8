import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleStatussen } from '#lib/zaaksysteem/zaak/api/handle-statussen.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ uuid: string }>((ctx, request, { uuid }) =>
  handleStatussen(ctx, request, uuid),
)
