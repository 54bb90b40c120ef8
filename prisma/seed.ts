import { fileURLToPath } from 'node:url'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { storeZaaktypeversie } from '#lib/zaaksysteem/catalogus/store-zaaktypeversie.ts'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { type ZaaksysteemContext, zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { measureDoorlooptijden } from '#lib/zaaksysteem/doorlooptijd/measure-doorlooptijden.ts'
import { DEMO_BEHANDELAARS } from '#lib/zaaksysteem/sign-in/demo-behandelaars.ts'
import { expireAanvulling } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/expire-aanvulling.ts'
import { receiveAanvulling } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/receive-aanvulling.ts'
import { requestAanvulling } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/request-aanvulling.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import { correctStatus } from '#lib/zaaksysteem/zaak/handelingen/status/correct-status.ts'
import { reopenZaak } from '#lib/zaaksysteem/zaak/handelingen/status/reopen-zaak.ts'
import { resumeZaak } from '#lib/zaaksysteem/zaak/handelingen/stilstand/resume-zaak.ts'
import { suspendZaak } from '#lib/zaaksysteem/zaak/handelingen/stilstand/suspend-zaak.ts'
import { extendZaak } from '#lib/zaaksysteem/zaak/handelingen/verlenging/extend-zaak.ts'
import { registerZaak } from '#lib/zaaksysteem/zaak/registratie/register-zaak.ts'
import type { Handeling } from '#lib/zaaksysteem/zaak/wijziging/apply-change.ts'
import type { GezetDoor } from '#lib/zaaksysteem/zaak/wijziging/compose-act.ts'
import { TERMIJNBEWAKING } from '#lib/zaaksysteem/zaak/wijziging/compose-act.ts'
import { addBesluitbrieven } from './seed/add-besluitbrieven.ts'
import { asOf } from './seed/as-of.ts'
import { DEMO_GELDIG_VANAF, demoZaaktypen, storeDemoTeams } from './seed/demo-zaaktypen.ts'
import { expectDone } from './seed/expect-done.ts'
import type { PlannedStep, PlannedZaak } from './seed/plan-steps.ts'
import { AANTAL_ZAKEN, planZaken } from './seed/plan-zaken.ts'
import { createRandom, type Random } from './seed/random.ts'
import { seedNamens } from './seed/seed-namens.ts'
import { seedOudeZaken } from './seed/seed-oude-zaken.ts'

const SEED = 14012
const BEZWAARPAGINA = 'https://www.example.nl/bezwaar'
/** For other zaaktypen the page says that an aanvraag can cost money. */
const MET_LEGES = ['OMG-REG', 'OMG-UITG', 'APV-EVEN', 'APV-EXPL']
const INTREKKEN = {
  nl: 'Ook als u intrekt, betaalt u de helft van de leges. U kunt later opnieuw een aanvraag doen. Daarvoor betaalt u dan opnieuw.',
  en: 'If you withdraw, you still pay half of the fees. You can apply again later. You will then have to pay again.',
}

export class SeedInterruptedError extends Error {
  constructor() {
    super('The example data is incomplete, because making it was interrupted. Start with "npm run demo -- --reset".')
    this.name = 'SeedInterruptedError'
  }
}

/**
 * Fills an empty zaaksysteem with behandelaars and zaken of the months before `ctx.clock()`, through the use
 * cases and in chronological order. The same clock gives the same data.
 *
 * @returns the number of zaken made; 0 when there were zaken already
 * @throws SeedInterruptedError when an earlier run was stopped halfway: its data must be removed first
 */
export async function seed(ctx: ZaaksysteemContext): Promise<number> {
  const present = await ctx.db.zaak.count()
  if (present > 0 && present < AANTAL_ZAKEN && (await hasSeedBehandelaars(ctx))) throw new SeedInterruptedError()
  return present > 0 ? 0 : seedTown(ctx, planZaken)
}

type Plan = (random: Random, town: { now: Date; zaaktypen: readonly Zaaktype[] }) => PlannedZaak[]

export async function seedTown(ctx: ZaaksysteemContext, plan: Plan): Promise<number> {
  const random = createRandom(SEED)
  const now = ctx.clock()
  const behandelaarIds = await createBehandelaars(ctx, random)
  await storeZaaktypen(asOf(ctx, now), behandelaarIds)
  const zaken = plan(random, { now, zaaktypen: await findZaaktypen(ctx) })
  const happenings = zaken.flatMap((zaak) => [
    { at: zaak.at, happen: (then: ZaaksysteemContext) => register(then, random, zaak, behandelaarIds) },
    ...zaak.steps.map((step, index) => ({
      at: step.at,
      happen: (then: ZaaksysteemContext) =>
        take(then, random, { zaakId: zaak.id, versie: index + 1, step, behandelaarIds }),
    })),
  ])
  happenings.sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const { at, happen } of happenings) await happen(asOf(ctx, at))
  await measureDoorlooptijden(ctx)
  return zaken.length
}

/** A database with these behandelaars but fewer zaken than the seed makes was seeded halfway. */
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

/**
 * Stores the zaaktypen, as a new gemeente would first: with the URLs of its own pages and the cost of
 * withdrawing.
 */
async function storeZaaktypen(ctx: ZaaksysteemContext, behandelaarIds: Map<string, string>) {
  const beheerder = DEMO_BEHANDELAARS.find(({ rollen }) => rollen.includes('beheerder'))
  if (!beheerder) throw new Error('There is no beheerder')
  const actor = { soort: 'behandelaar', id: idOf(behandelaarIds, beheerder.subject) } as const
  await storeDemoTeams(ctx)
  const present = await findZaaktypen(ctx)
  for (const { identificatie, gegevens } of demoZaaktypen()) {
    const versie = present.find((zaaktype) => zaaktype.identificatie === identificatie)?.versie ?? 0
    const intrekken = MET_LEGES.includes(identificatie) ? INTREKKEN : null
    const own = { ...gegevens, bezwaar: BEZWAARPAGINA, intrekken }
    await storeZaaktypeversie(ctx, { identificatie, versie, gegevens: own, geldigVanaf: DEMO_GELDIG_VANAF, actor })
  }
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
    vertrouwelijk: zaak.vertrouwelijk,
    behandelaar: zaak.behandelaar ? { id: idOf(behandelaarIds, zaak.behandelaar) } : undefined,
    traceparent: random.traceparent(),
    gebeurtenisId: random.uuid(zaak.at),
  })
  expectDone(registered)
}

type Taking = { zaakId: string; versie: number; step: PlannedStep; behandelaarIds: Map<string, string> }

async function take(ctx: ZaaksysteemContext, random: Random, { zaakId, versie, step, behandelaarIds }: Taking) {
  const { at, toelichting } = step
  const taken = await perform(ctx, step, {
    toelichting,
    zaakId,
    versie,
    gezetDoor: gezetDoor(step, behandelaarIds),
    traceparent: random.traceparent(),
    gebeurtenisId: random.uuid(at),
  })
  expectDone({ ...taken, step })
}

function gezetDoor({ soort, door }: PlannedStep, behandelaarIds: Map<string, string>): GezetDoor {
  return soort === 'aanvulling_verlopen' ? { taak: TERMIJNBEWAKING } : { behandelaarId: idOf(behandelaarIds, door) }
}

function perform(ctx: ZaaksysteemContext, step: PlannedStep, act: Handeling): Promise<{ ok: boolean }> {
  switch (step.soort) {
    case 'statuswijziging':
      return changeStatus(ctx, {
        ...act,
        statustype: step.statustype,
        resultaat: step.resultaat,
        eerdereBesluiten: step.eerdereBesluiten,
      })
    case 'heropening':
      return reopenZaak(ctx, act)
    case 'correctie':
      return correctStatus(ctx, act)
    case 'opschorting':
      return suspendZaak(ctx, { ...act, reden: step.reden, op: step.op, tot: step.tot })
    case 'hervatting':
      return resumeZaak(ctx, { ...act, op: step.op })
    case 'verlenging':
      return extendZaak(ctx, { ...act, dagen: step.dagen })
    case 'aanvullingsverzoek':
      return requestAanvulling(ctx, { ...act, uiterlijk: step.uiterlijk, aanvullingen: step.aanvullingen })
    case 'aanvulling_ontvangen':
      return receiveAanvulling(ctx, { ...act, op: step.op })
    case 'aanvulling_verlopen':
      return expireAanvulling(ctx, act)
  }
}

function idOf(behandelaarIds: Map<string, string>, subject: string): string {
  const id = behandelaarIds.get(subject)
  if (!id) throw new Error(`There is no behandelaar ${subject}`)
  return id
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const ctx = zaaksysteem()
  const count = await seed(ctx)
  await seedNamens(ctx)
  await seedOudeZaken(ctx)
  if (count > 0) await addBesluitbrieven(ctx)
  ctx.log.info({ count }, 'The zaaksysteem has been seeded')
  await ctx.close()
}
