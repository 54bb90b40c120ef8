import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleHerhaling } from '#lib/zaaksysteem/herstel/handle-herhaling.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ id: string }>((ctx, request, { id }) =>
  handleHerhaling(ctx, request, id),
)
