import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleZaak } from '#lib/zaaksysteem/zaak/api/handle-zaak.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ uuid: string }>((ctx, request, { uuid }) =>
  handleZaak(ctx, request, uuid),
)
