import { DEMO_BEDRIJF, DEMO_VADER, DEMO_VESTIGING } from '#demo/stage/demo-gemachtigden.ts'
import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { findZaaktype } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { mag } from '#lib/zaaksysteem/rechten/mag.ts'
import { DEMO_BEHANDELAARS } from '#lib/zaaksysteem/sign-in/demo-behandelaars.ts'
import { requestAanvulling } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/request-aanvulling.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import { registerZaak } from '#lib/zaaksysteem/zaak/registratie/register-zaak.ts'
import { asOf } from './as-of.ts'
import { expectDone } from './expect-done.ts'
import { createRandom, type Random } from './random.ts'

const SEED = 90_001

type Aanvrager = { naam: string; bsn?: string; kvkNummer?: string; vestigingsnummer?: string }
type NamensZaak = {
  aanvrager: Aanvrager
  zaaktype: string
  omschrijving: string
  /** how long ago it was submitted */
  submitted: string
  /** the aanvulling that is asked of the aanvrager; when absent the first status is set */
  asked?: { naam: string; toelichting: string }[]
}

const ZAKEN: readonly NamensZaak[] = [
  {
    aanvrager: DEMO_BEDRIJF,
    zaaktype: 'OMG-REG',
    omschrijving: 'Nieuwe gevel bakkerij, Korenmarkt 3',
    submitted: '-P10D',
    asked: [
      { naam: 'Tekening van de gevel', toelichting: 'Met de maten en de kleuren.' },
      { naam: 'Foto van de gevel nu', toelichting: 'Vanaf de overkant van de straat.' },
    ],
  },
  {
    aanvrager: DEMO_BEDRIJF,
    zaaktype: 'APV-STAND',
    omschrijving: 'Broodkraam op de zaterdagmarkt',
    submitted: '-P6D',
  },
  {
    aanvrager: DEMO_VESTIGING,
    zaaktype: 'APV-STAND',
    omschrijving: 'Verkoopwagen bij het station',
    submitted: '-P4D',
  },
  {
    aanvrager: DEMO_VADER,
    zaaktype: 'PARK-GPK',
    omschrijving: 'Parkeerkaart bestuurder',
    submitted: '-P8D',
    asked: [{ naam: 'Kopie van het rijbewijs', toelichting: 'De voorkant en de achterkant.' }],
  },
]

/** Adds the zaken of those for whom a demo person can act: a company, a vestiging of it, and a father. */
export async function seedNamens(ctx: ZaaksysteemContext): Promise<void> {
  if (await ctx.db.zaak.findFirst({ where: { aanvragerKvk: DEMO_BEDRIJF.kvkNummer } })) return
  const random = createRandom(SEED)
  const now = ctx.clock()
  const minutesAgo = ZAKEN.length * 2 + 1
  for (const [index, zaak] of ZAKEN.entries()) {
    const minutes = minutesAgo - index * 2
    const at = (ago: number) => asOf(ctx, new Date(now.getTime() - ago * MINUTE_MS))
    const id = await register(at(minutes), random, zaak)
    await act(at(minutes - 1), random, { ...zaak, id })
  }
}

async function register(ctx: ZaaksysteemContext, random: Random, zaak: NamensZaak): Promise<string> {
  const { zaaktype, omschrijving, aanvrager, submitted } = zaak
  const registered = await registerZaak(ctx, {
    id: random.uuid(ctx.clock()),
    zaaktype,
    omschrijving,
    aanvrager,
    startdatum: addToDate(dateInAmsterdam(ctx.clock()), submitted),
    traceparent: random.traceparent(),
    gebeurtenisId: random.uuid(ctx.clock()),
  })
  return expectDone(registered).id
}

async function act(
  ctx: ZaaksysteemContext,
  random: Random,
  { id: zaakId, zaaktype: name, asked }: NamensZaak & { id: string },
) {
  const { team, statustypen } = await findZaaktype(ctx, name)
  const { subject } = DEMO_BEHANDELAARS.find((one) => mag(one, 'behandelen', { team, vertrouwelijk: true })) ?? {}
  const { id: behandelaarId } = await ctx.db.behandelaar.findUniqueOrThrow({ where: { subject } })
  const handeling = {
    zaakId,
    versie: 1,
    gezetDoor: { behandelaarId },
    traceparent: random.traceparent(),
    gebeurtenisId: random.uuid(ctx.clock()),
  }
  const uiterlijk = addToDate(dateInAmsterdam(ctx.clock()), 'P14D')
  const done = asked
    ? await requestAanvulling(ctx, { ...handeling, uiterlijk, aanvullingen: asked })
    : await changeStatus(ctx, { ...handeling, statustype: String(statustypen[1]?.code) })
  expectDone<{ ok: boolean }>(done)
}
