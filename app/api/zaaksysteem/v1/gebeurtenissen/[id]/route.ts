import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleGebeurtenis } from '#lib/zaaksysteem/stroom/handle-gebeurtenis.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ id: string }>((ctx, request, { id }) =>
  handleGebeurtenis(ctx, request, id),
)
