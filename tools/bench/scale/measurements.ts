import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { findZaakOfBurger, findZakenOfBurger } from '#lib/publieksportaal/zaak/find-zaken-of-burger.ts'
import { findAuditregels } from '#lib/zaaksysteem/audit/find-auditregels.ts'
import { claimBezorgingen } from '#lib/zaaksysteem/bezorging/claim/claim-bezorgingen.ts'
import {
  findAbonnementDetail,
  findAbonnementOverzicht,
} from '#lib/zaaksysteem/bezorging/overzicht/find-abonnementen.ts'
import { findBezorgingen } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorgingen.ts'
import { processBulkopdrachten } from '#lib/zaaksysteem/bulk/process-bulkopdrachten.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { distributeGebeurtenissen } from '#lib/zaaksysteem/outbox/distribute-gebeurtenissen.ts'
import type { Gerechtigde } from '#lib/zaaksysteem/rechten/mag.ts'
import { countSignaleringen, findSignaleringen } from '#lib/zaaksysteem/signalering/find-signaleringen.ts'
import { findGebeurtenissen } from '#lib/zaaksysteem/stroom/find-gebeurtenissen.ts'
import { countWerkvoorraad } from '#lib/zaaksysteem/werkvoorraad/count-werkvoorraad.ts'
import { findWerkvoorraad, type WerkvoorraadQuery } from '#lib/zaaksysteem/werkvoorraad/find-werkvoorraad.ts'
import { findZaakResource } from '#lib/zaaksysteem/zaak/api/resource/find-zaak-resource.ts'
import { findZakenPage } from '#lib/zaaksysteem/zaak/api/resource/find-zaken-page.ts'
import { findZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { openZaak } from '#lib/zaaksysteem/zaak/detail/open-zaak.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import { assignZaken } from '#lib/zaaksysteem/zaak/toewijzing/assign-zaken.ts'
import { orderBulk } from '../../load/order-bulk.ts'
import { isShort } from '../short.ts'
import { COMMON_NAME, RARE_NAME } from './town.ts'

export type Place = { zaakId: string; nummer: number; versie: number; behandelaarId: string; burgerId: string }
/** A filled pair of databases. */
export type Town = {
  zaaksysteem: ZaaksysteemContext
  portal: PublieksportaalContext
  abonnementId: string
  coordinatorId: string
  /** an open zaak with a behandelaar, which no run had before */
  takeZaak: () => Promise<Place>
}
/** `prepare` is not timed; the function that it returns is. */
type Measurement = { name: string; prepare: (town: Town) => Promise<() => Promise<unknown>> }

/** May read every zaak that is not vertrouwelijk. */
const LEZER: Gerechtigde = { team: '', rollen: ['lezer'] }
const DEFAULT = { sorteer: 'streefdatum', richting: 'op', afgehandeld: false } as const
const BULK = isShort ? 20 : 500

/** A measurement without preparation. */
function ofTown(name: string, run: (town: Town) => Promise<unknown>): Measurement {
  return { name, prepare: async (town) => () => run(town) }
}

function list(name: string, query: Partial<WerkvoorraadQuery>): Measurement {
  return ofTown(`lijst: ${name}`, async ({ zaaksysteem }) => {
    const { regels } = await findWerkvoorraad(zaaksysteem, { ...DEFAULT, ...query }, LEZER)
    // Searching an empty list costs as much as having no list.
    if (regels.length === 0 && !query.zoek) throw new Error(`There is nothing in the list ${name}`)
  })
}

/** Returns the same zaken each time. */
function firstOpen({ db }: ZaaksysteemContext) {
  return db.zaak.findMany({ where: { einddatum: null }, orderBy: { nummer: 'asc' }, take: BULK })
}

/** A measurement that needs one zaak. */
function ofZaak(name: string, run: (town: Town, place: Place) => Promise<unknown>): Measurement {
  return {
    name,
    prepare: async (town) => {
      const place = await town.takeZaak()
      return () => run(town, place)
    },
  }
}

const traced = ({ behandelaarId: id }: Pick<Place, 'behandelaarId'>) =>
  ({ soort: 'behandelaar', id, traceparent: traceparentOf(null) }) as const

export const MEASUREMENTS: readonly Measurement[] = [
  list('open', {}),
  list('open, laatst vooraan', { richting: 'af' }),
  list('op fatale datum', { sorteer: 'fataledatum' }),
  list('op zaaknummer', { sorteer: 'zaaknummer', richting: 'af' }),
  list('op zaaktype', { sorteer: 'zaaktype' }),
  list('op behandelaar', { sorteer: 'behandelaar' }),
  list('op status', { sorteer: 'status' }),
  list('afgehandeld', { afgehandeld: true, sorteer: 'zaaknummer', richting: 'af' }),
  list('afgehandeld, op status', { afgehandeld: true, sorteer: 'status' }),
  list('van niemand', { behandelaarId: null }),
  list('van een team', { team: 'Omgeving' }),
  list('van een zaaktype', { zaaktype: 'APV-STAND' }),
  list('met een status', { statustype: 'in_behandeling' }),
  list('over de fatale datum', { termijn: 'na_fataledatum', sorteer: 'fataledatum' }),
  list('deze week fataal', { termijn: 'fataal_deze_week', sorteer: 'fataledatum' }),
  list('team, zaaktype en termijn', { team: 'Vergunningen', zaaktype: 'APV-STAND', termijn: 'na_streefdatum' }),
  list('opgeschort', { opgeschort: 'ja' }),
  ofZaak('lijst: van mij', ({ zaaksysteem }, { behandelaarId }) =>
    findWerkvoorraad(zaaksysteem, { ...DEFAULT, behandelaarId }, LEZER),
  ),
  {
    name: 'lijst: tiende bladzijde',
    prepare: async ({ zaaksysteem }) => {
      let cursor: string | undefined
      for (let page = 1; page < 10; page += 1) {
        cursor = (await findWerkvoorraad(zaaksysteem, { ...DEFAULT, cursor }, LEZER)).volgende ?? undefined
      }
      return () => findWerkvoorraad(zaaksysteem, { ...DEFAULT, cursor }, LEZER)
    },
  },
  list('zoeken: naam van velen', { zoek: COMMON_NAME }),
  list('zoeken: naam van een', { zoek: RARE_NAME }),
  list('zoeken: niemand', { zoek: 'zzyzx' }),
  list('zoeken: zaaknummer', { zoek: '0000009999' }),
  list('zoeken: deel van een zaaknummer', { zoek: '9999' }),
  ofZaak('tellers van het menu', async ({ zaaksysteem }, { behandelaarId }) => {
    await Promise.all([
      countWerkvoorraad(zaaksysteem, { id: behandelaarId, ...LEZER }),
      countSignaleringen(zaaksysteem, behandelaarId),
    ])
  }),
  ofZaak('signaleringen', ({ zaaksysteem }, { behandelaarId }) =>
    findSignaleringen(zaaksysteem, traced({ behandelaarId })),
  ),
  ofZaak('zaakpagina', (town, place) =>
    openZaak(town.zaaksysteem, { zaakId: place.zaakId, lezer: LEZER, actor: traced(place) }),
  ),
  ofZaak('audittrail van een zaak', ({ zaaksysteem }, { zaakId }) => findAuditregels(zaaksysteem, { zaakId })),
  ofZaak('audittrail van een collega', (town, { behandelaarId }) =>
    findAuditregels(town.zaaksysteem, { wie: behandelaarId }),
  ),
  ofTown('audittrail', ({ zaaksysteem }) => findAuditregels(zaaksysteem)),
  ofTown('bezorgingen', ({ zaaksysteem }) => findBezorgingen(zaaksysteem)),
  ofTown('bezorgingen, mislukt', ({ zaaksysteem }) => findBezorgingen(zaaksysteem, { status: 'mislukt' })),
  ofZaak('bezorgingen van een zaak', ({ zaaksysteem }, { zaakId: zoek }) => findBezorgingen(zaaksysteem, { zoek })),
  ofTown('abonnementen', ({ zaaksysteem }) => findAbonnementOverzicht(zaaksysteem)),
  ofTown('abonnement', ({ zaaksysteem, abonnementId }) => findAbonnementDetail(zaaksysteem, abonnementId)),
  {
    name: 'handeling: volgende status',
    prepare: async (town) => {
      for (;;) {
        const { zaakId, versie, behandelaarId } = await town.takeZaak()
        const offered = (await findZaakDetail(town.zaaksysteem, zaakId, { lezer: LEZER }))?.offered
        const statustype = offered?.[0]?.code
        if (!statustype) continue
        const act = { zaakId, versie, statustype, gezetDoor: { behandelaarId }, traceparent: traceparentOf(null) }
        return () => changeStatus(town.zaaksysteem, act)
      }
    },
  },
  ofTown('nummeren', ({ zaaksysteem }) => distributeGebeurtenissen(zaaksysteem)),
  ofTown('claim van 32', ({ zaaksysteem }) => claimBezorgingen(zaaksysteem, { limit: 32 })),
  {
    name: `verdelen van ${BULK}`,
    prepare: async ({ zaaksysteem }) => {
      const zaken = await firstOpen(zaaksysteem)
      const team = zaken.every((zaak) => zaak.team === 'Omgeving') ? 'Vergunningen' : 'Omgeving'
      return () => assignZaken(zaaksysteem, { zaken, naar: { behandelaar: null, team }, door: { taak: 'bench' } })
    },
  },
  {
    name: `bulk van ${BULK}`,
    prepare: async ({ zaaksysteem, coordinatorId: behandelaarId }) => {
      const zaken = await firstOpen(zaaksysteem)
      const today = dateInAmsterdam(zaaksysteem.clock())
      const suspension = { reden: 'overmacht', op: today, tot: addToDate(today, 'P14D'), toelichting: 'Overmacht.' }
      const act = zaken.every(({ opschorting }) => opschorting)
        ? ({ handeling: 'hervatten', invoer: { op: today } } as const)
        : ({ handeling: 'opschorten', invoer: suspension } as const)
      const zaakIds = zaken.map(({ id }) => id)
      await orderBulk(zaaksysteem, { behandelaarId, zaakIds, ...act })
      return () => processBulkopdrachten(zaaksysteem)
    },
  },
  ofTown('API: bladzijde zaken', ({ zaaksysteem }) => findZakenPage(zaaksysteem, { limiet: 100 })),
  ofZaak('API: zaak', ({ zaaksysteem }, { zaakId }) => findZaakResource(zaaksysteem, zaakId)),
  {
    name: 'API: gebeurtenissen',
    prepare: async ({ zaaksysteem }) => {
      const { rows } = await zaaksysteem.pool.query<{ last: number }>('select max(sequence) as last from gebeurtenis')
      return () => findGebeurtenissen(zaaksysteem, { vanaf: (rows[0]?.last ?? 0) - 100, limiet: 100 })
    },
  },
  ofZaak('portaal: mijn zaken', ({ portal }, { burgerId }) => findZakenOfBurger(portal, { burgerId })),
  ofZaak('portaal: zaak', ({ portal }, { burgerId, zaakId }) => findZaakOfBurger(portal, { burgerId, zaakId })),
]
