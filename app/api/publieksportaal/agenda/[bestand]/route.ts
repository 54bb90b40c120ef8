import { hasSystem } from '#lib/platform/env.ts'
import { notFoundResponse } from '#lib/platform/http/problem-json.ts'
import { handleAgenda } from '#lib/publieksportaal/agenda/handle-agenda.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'

type Context = { params: Promise<Record<string, string>> }

async function handle(request: Request, { params }: Context): Promise<Response> {
  if (!hasSystem('publieksportaal')) return notFoundResponse()
  const { bestand = '' } = await params
  return handleAgenda(publieksportaal(), request, { bestand })
}

export const GET = handle
export const HEAD = handle
export const OPTIONS = handle
export const POST = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
