import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleHerstel } from '#lib/zaaksysteem/herstel/handle-herstel.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ id: string }>((ctx, request, { id }) =>
  handleHerstel(ctx, request, id),
)
