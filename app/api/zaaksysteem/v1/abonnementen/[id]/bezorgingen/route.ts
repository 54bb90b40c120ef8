import { apiRoute } from '#lib/zaaksysteem/api/api-route.ts'
import { handleBezorgingen } from '#lib/zaaksysteem/herstel/handle-bezorgingen.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = apiRoute<{ id: string }>((ctx, request, { id }) =>
  handleBezorgingen(ctx, request, id),
)
