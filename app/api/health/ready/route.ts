import type { Pool } from 'pg'
import { hasSystem } from '#lib/platform/env.ts'
import { onlyGet } from '#lib/platform/http/every-method.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'

export const dynamic = 'force-dynamic'

/**
 * 200 when the database of every enabled system responds, else 503. Names the failing system, but not the
 * error.
 */
async function check() {
  const checks: Record<string, 'pass' | 'fail'> = {}
  if (hasSystem('zaaksysteem')) checks.zaaksysteem = await answers(zaaksysteem().pool)
  if (hasSystem('publieksportaal')) checks.publieksportaal = await answers(publieksportaal().pool)
  const ready = Object.values(checks).every((check) => check === 'pass')
  return jsonResponse({ status: ready ? 'pass' : 'fail', checks }, { status: ready ? 200 : 503 })
}

async function answers(pool: Pool): Promise<'pass' | 'fail'> {
  return pool.query('select 1').then(
    () => 'pass',
    () => 'fail',
  )
}

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = onlyGet(check)
