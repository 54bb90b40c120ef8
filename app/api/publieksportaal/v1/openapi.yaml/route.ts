import { handleOpenapi } from '#lib/publieksportaal/openapi/handle-openapi.ts'
import { receiverRoute } from '#lib/publieksportaal/receiver/receiver-route.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = receiverRoute((ctx, request) =>
  handleOpenapi(ctx, request, 'yaml'),
)
