import { v7 } from 'uuid'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { OPDRACHTREGEL } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { storeZaaktypeversie } from '#lib/zaaksysteem/catalogus/store-zaaktypeversie.ts'
import type { ZaaktypeGegevens } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { registerZaak } from '#lib/zaaksysteem/zaak/registratie/register-zaak.ts'
import { DEMO_GELDIG_VANAF, demoZaaktypen } from '../../prisma/seed/demo-zaaktypen.ts'
import { expectDone } from '../../prisma/seed/expect-done.ts'
import { DEMO_VERKEER } from '../stage/demo-burgers.ts'
import { VERKEER_MOMENT } from '../stage/verkeer.ts'

/**
 * A zaaktype for the traffic alone, so that it affects no team's list and no doorlooptijd of another
 * zaaktype.
 */
const ZAAKTYPE = 'DEMO-VERKEER'
const TEAM = 'Verkeer van de demo'
/** Changes per zaak, after which it is replaced. Many, because these changes need no fetch by the portal. */
const STAPPEN = 40
const AT_ONCE = 40
const GEZET_DOOR = { client: 'demoverkeer' }

type VerkeerZaak = { id: string; versie: number; stap: number }

const stap = (nummer: number) => `stap_${nummer}`

/** An ordinary zaaktype whose zaken go through many steps. */
function gegevens(): ZaaktypeGegevens {
  const like = demoZaaktypen().find(({ identificatie }) => identificatie === 'APV-STAND')?.gegevens
  const [first, second] = like?.statustypen ?? []
  const last = like?.statustypen.at(-1)
  if (!like || !first || !second || !last) throw new Error('There is no zaaktype to make that of the traffic like')
  const between = Array.from({ length: STAPPEN }, (_, index) => ({
    ...second,
    code: stap(index + 1),
    omschrijving: { nl: `Stap ${index + 1}`, en: `Step ${index + 1}` },
  }))
  const statustypen = [first, ...between, last].map((one, index) => ({ ...one, volgnummer: index + 1 }))
  return {
    ...like,
    omschrijving: { nl: TEAM, en: 'Traffic of the demo' },
    team: TEAM,
    toontDoorlooptijd: false,
    statustypen,
  }
}

/**
 * Zaken of a citizen without a story, with one change in flight each. They close at their last step and are
 * replaced; zaken left open by earlier traffic are reused.
 */
export async function openVerkeerZaken(ctx: ZaaksysteemContext) {
  await ctx.db.team.createMany({ data: [{ code: TEAM, naam: TEAM }], skipDuplicates: true })
  const zaaktype = { identificatie: ZAAKTYPE, versie: 0, gegevens: gegevens(), geldigVanaf: DEMO_GELDIG_VANAF }
  await storeZaaktypeversie(ctx, { ...zaaktype, actor: OPDRACHTREGEL })
  const open = await ctx.db.zaak.findMany({ where: { zaaktype: ZAAKTYPE, einddatum: null }, take: AT_ONCE })
  const free = open.map(toVerkeerZaak)
  while (free.length < AT_ONCE) free.push(await register(ctx))

  return {
    /** Changes the zaak that waited longest; undefined when each has a change in flight. */
    use<T>(make: (change: ReturnType<typeof nextChange>) => Promise<T>): Promise<T> | undefined {
      const zaak = free.shift()
      if (!zaak) return undefined
      const made = make(nextChange(zaak))
      made
        .then(() => (zaak.stap < STAPPEN ? advanced(zaak) : register(ctx)))
        // A behandelaar may have changed the zaak meanwhile.
        .catch(() => readAgain(ctx, zaak))
        .catch(() => zaak)
        .then((next) => free.push(next))
      return made
    },
  }
}

function toVerkeerZaak({ id, versie, statustype }: { id: string; versie: number; statustype: string }): VerkeerZaak {
  return { id, versie, stap: Number(statustype.split('_')[1]) || 0 }
}

function nextChange({ id, versie, stap: before }: VerkeerZaak) {
  const change = { zaakId: id, versie, gezetDoor: GEZET_DOOR }
  if (before < STAPPEN) return { ...change, statustype: stap(before + 1) }
  return { ...change, statustype: 'besluit_genomen', resultaat: 'ingetrokken' }
}

const advanced = ({ id, versie, stap: before }: VerkeerZaak) => ({ id, versie: versie + 1, stap: before + 1 })

async function readAgain(ctx: ZaaksysteemContext, { id }: VerkeerZaak): Promise<VerkeerZaak> {
  const found = await ctx.db.zaak.findUnique({ where: { id } })
  return found && !found.einddatum ? toVerkeerZaak(found) : register(ctx)
}

async function register(ctx: ZaaksysteemContext): Promise<VerkeerZaak> {
  const { naam, bsn } = DEMO_VERKEER
  const registered = await registerZaak(ctx, {
    id: v7({ msecs: VERKEER_MOMENT }),
    zaaktype: ZAAKTYPE,
    omschrijving: TEAM,
    aanvrager: { naam, bsn },
    gezetDoor: GEZET_DOOR,
    traceparent: traceparentOf(null),
  })
  const { id, versie } = expectDone(registered)
  return { id, versie, stap: 0 }
}
