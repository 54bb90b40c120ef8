import { handleSessie } from '#lib/publieksportaal/sign-in/burger/handle-sessie.ts'
import { portalRoute } from '../portal-route.ts'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = portalRoute(['GET', 'POST'], handleSessie)
