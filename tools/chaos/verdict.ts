import { setTimeout as sleep } from 'node:timers/promises'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { MisbehavingSink } from './misbehaving-sink.ts'
import type { OpenPage } from './open-page.ts'

/** Longer than the time between two heartbeats, which bring a page the changes whose hint was lost. */
const CATCH_UP_WITHIN_MS = 30_000
const POLL_MS = 100

/** A condition that must hold when all bezorgingen have ended. `broken` lists the violations. */
export type Check = { name: string; broken: string[] }

/** Checks that the sequence is 1, 2, 3 … without gaps or duplicates, and that every event is numbered. */
export async function checkSequence({ pool }: ZaaksysteemContext): Promise<Check> {
  const { rows } = await pool.query<{ sequence: number | null }>('select sequence from gebeurtenis order by sequence')
  const broken = rows.flatMap(({ sequence }, index) => (sequence === index + 1 ? [] : `${sequence} on ${index + 1}`))
  return { name: `the sequence of ${rows.length} events has no gap`, broken }
}

/**
 * Checks that each published event reached the sink, and that the events of each zaak arrived in order,
 * ignoring repeats.
 */
export function checkSink(sink: MisbehavingSink, published: readonly string[]): Check[] {
  const ids = new Set(sink.taken.map(({ id }) => id))
  const missing = published.filter((id) => !ids.has(id))
  const lastOf = new Map<string, number>()
  const seen = new Set<string>()
  const disorder: string[] = []
  for (const { id, subject, sequence } of sink.taken) {
    if (seen.has(id)) continue
    seen.add(id)
    if (sequence < (lastOf.get(subject) ?? 0)) disorder.push(`${sequence} of ${subject}`)
    lastOf.set(subject, sequence)
  }
  return [
    { name: `"${sink.name}" got every event (${sink.taken.length - seen.size} of them again)`, broken: missing },
    { name: `"${sink.name}" got them in order for each zaak`, broken: disorder },
  ]
}

/** Checks that the portal has exactly the statuses of the zaaksysteem: every one once, and no other. */
export async function checkReadModel(
  zaaksysteem: ZaaksysteemContext,
  portal: PublieksportaalContext,
  zaakIds: readonly string[],
): Promise<Check> {
  const steps = `
    select zaak_id || ' ' || versie || ' ' || statuscode || ' ' || gebeurtenis_id as step
    from status where zaak_id = any ($1::uuid[])`
  const { rows: theirs } = await portal.pool.query<{ step: string }>(steps, [zaakIds])
  const { rows: ours } = await zaaksysteem.pool.query<{ step: string }>(steps, [zaakIds])
  const shown = new Set(theirs.map(({ step }) => step))
  const taken = new Set(ours.map(({ step }) => step))
  const broken = [...shown, ...taken].filter((step) => !shown.has(step) || !taken.has(step))
  return { name: `the portal shows the ${taken.size} steps of ${zaakIds.length} zaken, each once`, broken }
}

/** Checks that every requested change happened exactly once, whatever was killed during the request. */
export async function checkChanges({ db }: ZaaksysteemContext, versies: Map<string, number>): Promise<Check> {
  const zaken = await db.zaak.findMany({
    where: { id: { in: [...versies.keys()] } },
    select: { id: true, versie: true },
  })
  const broken = zaken.flatMap(({ id, versie }) => (versie === versies.get(id) ? [] : `${id} has versie ${versie}`))
  return { name: 'every change that was asked for happened once', broken }
}

/** Checks that every page gets the newest versie of each zaak of its citizen within the limit. */
export async function checkPages(
  pages: { page: OpenPage; zaakIds: string[] }[],
  versies: Map<string, number>,
): Promise<Check> {
  const behind = () =>
    pages.flatMap(({ page, zaakIds }) => zaakIds.filter((zaakId) => page.versies.get(zaakId) !== versies.get(zaakId)))
  const startMs = performance.now()
  while (behind().length > 0 && performance.now() < startMs + CATCH_UP_WITHIN_MS) await sleep(POLL_MS)
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1)
  return { name: `the ${pages.length} open pages show it all, ${seconds} s after the last bezorging`, broken: behind() }
}

/** Prints the result of each check. Returns true when all hold. */
export function report(checks: readonly Check[]): boolean {
  for (const { name, broken } of checks) {
    console.log(`${broken.length === 0 ? 'holds ' : 'BROKEN'}  ${name}`)
    for (const one of broken.slice(0, 5)) console.log(`          ${one}`)
  }
  return checks.every(({ broken }) => broken.length === 0)
}
