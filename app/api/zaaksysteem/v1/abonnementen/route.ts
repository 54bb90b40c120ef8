import { after } from 'next/server'
import { hasSystem } from '#lib/platform/env.ts'
import { problemResponse } from '#lib/platform/problem-json.ts'
import { handleAbonnementen } from '#lib/zaaksysteem/abonnement/handle-abonnementen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'

async function handle(request: Request): Promise<Response> {
  if (hasSystem('zaaksysteem')) return handleAbonnementen(zaaksysteem(), request, { afterResponse: after })
  return problemResponse({ status: 404, code: 'not_found', title: 'Not found', detail: 'There is nothing here.' })
}

export const GET = handle
export const HEAD = handle
export const OPTIONS = handle
export const POST = handle
export const PUT = handle
export const PATCH = handle
export const DELETE = handle
