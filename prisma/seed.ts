import { fileURLToPath } from 'node:url'
import { createLogger } from '#lib/platform/logger.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { type ZaaksysteemContext, zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { DEMO_BEHANDELAARS } from '#lib/zaaksysteem/sign-in/demo-behandelaars.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handeling/change-status.ts'
import { registerZaak } from '#lib/zaaksysteem/zaak/handeling/register-zaak.ts'
import { reopenZaak } from '#lib/zaaksysteem/zaak/handeling/reopen-zaak.ts'
import type { PlannedStep } from './seed/plan-steps.ts'
import { AANTAL_ZAKEN, type PlannedZaak, planZaken } from './seed/plan-zaken.ts'
import { createRandom, type Random } from './seed/random.ts'

const SEED = 14012

export class SeedInterruptedError extends Error {
  constructor() {
    super('The example data is incomplete, because making it was interrupted. Start with "npm run demo -- --reset".')
    this.name = 'SeedInterruptedError'
  }
}

/**
 * Fills an empty zaaksysteem with behandelaars and zaken of the months before `ctx.clock()`, through the use cases and
 * in chronological order. The same clock gives the same data.
 *
 * @returns how many zaken it made; 0 when there are zaken already
 * @throws SeedInterruptedError when an earlier run was stopped halfway: its data must be removed first
 */
export async function seed(ctx: ZaaksysteemContext): Promise<number> {
  const present = await ctx.db.zaak.count()
  if (present > 0 && present < AANTAL_ZAKEN && (await hasSeedBehandelaars(ctx))) throw new SeedInterruptedError()
  if (present > 0) return 0
  const random = createRandom(SEED)
  const now = ctx.clock()
  const behandelaarIds = await createBehandelaars(ctx, random)
  const zaken = planZaken(random, { now, zaaktypen: await findZaaktypen(ctx) })
  const happenings = zaken.flatMap((zaak) => [
    { at: zaak.at, happen: (then: ZaaksysteemContext) => register(then, random, zaak, behandelaarIds) },
    ...zaak.steps.map((step, index) => ({
      at: step.at,
      happen: (then: ZaaksysteemContext) =>
        take(then, random, { zaakId: zaak.id, versie: index + 1, step, behandelaarIds }),
    })),
  ])
  happenings.sort((a, b) => a.at.getTime() - b.at.getTime())
  // No behandelaar did this, so it is not logged as what they did.
  const log = createLogger('seed', undefined, 'warn')
  for (const { at, happen } of happenings) await happen({ ...ctx, log, clock: () => at })
  return zaken.length
}

/** With these and fewer zaken than the seed makes, a database was seeded halfway. */
async function hasSeedBehandelaars({ db }: ZaaksysteemContext): Promise<boolean> {
  const subject = { in: DEMO_BEHANDELAARS.map((behandelaar) => behandelaar.subject) }
  return (await db.behandelaar.count({ where: { subject } })) === DEMO_BEHANDELAARS.length
}

async function createBehandelaars({ db, clock }: ZaaksysteemContext, random: Random): Promise<Map<string, string>> {
  const rows = DEMO_BEHANDELAARS.map(({ subject, naam, team, rollen }) => {
    return { id: random.uuid(clock()), subject, naam, team, rollen: [...rollen] }
  })
  await db.behandelaar.createMany({ data: rows, skipDuplicates: true })
  const stored = await db.behandelaar.findMany({ select: { id: true, subject: true } })
  return new Map(stored.map(({ id, subject }) => [subject, id]))
}

async function register(
  ctx: ZaaksysteemContext,
  random: Random,
  zaak: PlannedZaak,
  behandelaarIds: Map<string, string>,
) {
  const registered = await registerZaak(ctx, {
    id: zaak.id,
    zaaktype: zaak.zaaktype.identificatie,
    omschrijving: zaak.omschrijving,
    aanvrager: zaak.aanvrager,
    behandelaar: zaak.behandelaar ? { id: idOf(behandelaarIds, zaak.behandelaar) } : undefined,
    traceparent: random.traceparent(),
    gebeurtenisId: random.uuid(zaak.at),
  })
  if (!registered.ok) throw new Error(`The seed cannot register a zaak: ${registered.reason}`)
}

type Taking = { zaakId: string; versie: number; step: PlannedStep; behandelaarIds: Map<string, string> }

async function take(ctx: ZaaksysteemContext, random: Random, { zaakId, versie, step, behandelaarIds }: Taking) {
  const { soort, door, at, ...status } = step
  const change = {
    ...status,
    zaakId,
    versie,
    gezetDoor: { behandelaarId: idOf(behandelaarIds, door) },
    traceparent: random.traceparent(),
    gebeurtenisId: random.uuid(at),
  }
  const taken = soort === 'heropening' ? await reopenZaak(ctx, change) : await changeStatus(ctx, change)
  if (!taken.ok) throw new Error(`The seed may not set ${status.statustype}: ${taken.reason}`)
}

function idOf(behandelaarIds: Map<string, string>, subject: string): string {
  const id = behandelaarIds.get(subject)
  if (!id) throw new Error(`There is no behandelaar ${subject}`)
  return id
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const ctx = zaaksysteem()
  const count = await seed(ctx)
  ctx.log.info({ count }, 'The zaaksysteem has been seeded')
  await ctx.close()
}
