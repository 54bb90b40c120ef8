import { expect, test } from 'vitest'
import { countSignaleringen, findSignaleringen } from '../signalering/find-signaleringen.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { findZaakDetail } from '../zaak/detail/find-zaak-detail.ts'
import { findZaakStand } from '../zaak/detail/find-zaak-stand.ts'
import { openZaak } from '../zaak/detail/open-zaak.ts'
import { addNotitie } from '../zaak/notitie/add-notitie.ts'
import { findNotities } from '../zaak/notitie/find-notities.ts'
import { actorOf, registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import { assignZaken } from '../zaak/toewijzing/assign-zaken.ts'
import { findToewijzingen } from '../zaak/toewijzing/find-toewijzingen.ts'
import { findVertrouwelijkheden } from '../zaak/vertrouwelijkheid/find-vertrouwelijkheden.ts'
import { setVertrouwelijk } from '../zaak/vertrouwelijkheid/set-vertrouwelijk.ts'
import { countWerkvoorraad } from './count-werkvoorraad.ts'
import { exportWerkvoorraad } from './export-werkvoorraad.ts'
import { findWerkvoorraad } from './find-werkvoorraad.ts'
import { isReadable } from './find-whole-list.ts'

const ctx = await openTestZaaksysteem()

type Persoon = { id: string; team: string; rollen: string[] }
type Zaak = { id: string; identificatie: string }

const ALLES = ['behandelaar', 'coordinator', 'heropenen', 'beheerder']
const person = (team: string, rollen: string[]): Promise<Persoon> =>
  ctx.db.behandelaar.create({ data: { subject: crypto.randomUUID(), naam: 'A', team, rollen } })

/** Returns a zaak of Vergunningen with a notitie and a history of vertrouwelijkheid and toewijzing. */
async function fullZaak({ vertrouwelijk }: { vertrouwelijk: boolean }): Promise<Zaak> {
  const zaak = await registerTestZaak(ctx, { omschrijving: `Geheim ${crypto.randomUUID()}`, rollen: ['coordinator'] })
  const { id: zaakId, behandelaarId } = zaak
  const door = { behandelaarId }
  const reden = 'Er is een dreiging.'
  await addNotitie(ctx, { zaakId, tekst: 'Bel de wijkagent.', behandelaarId })
  await setVertrouwelijk(ctx, { zaakId, vertrouwelijk: true, reden, door, traceparent: TRACEPARENT })
  if (!vertrouwelijk) await setVertrouwelijk(ctx, { zaakId, vertrouwelijk, reden, door, traceparent: TRACEPARENT })
  await assignZaken(ctx, { zaken: [{ id: zaakId }], naar: { behandelaar: null }, door })
  return zaak
}

const ORDER = { sorteer: 'zaaknummer', richting: 'op' } as const
const list = async (wie: Persoon, zoek?: string) =>
  (await findWerkvoorraad(ctx, { ...ORDER, afgehandeld: false, zoek }, wie)).regels.map(({ id }) => id)

const exported = async (lezer: Persoon) => {
  const actor = { soort: 'behandelaar', id: lezer.id, traceparent: TRACEPARENT } as const
  const names: string[] = []
  const query = { ...ORDER, afgehandeld: false }
  for await (const { regels } of await exportWerkvoorraad(ctx, { query, lezer, actor })) {
    names.push(...regels.map(({ identificatie }) => identificatie))
  }
  return names
}

/** Assigns the zaak and adds a signalering without checking rights, as if the behandelaar lost them later. */
async function give(wie: Persoon, { id: zaakId }: Zaak) {
  await ctx.db.zaak.update({ where: { id: zaakId }, data: { behandelaarId: wie.id } })
  await ctx.db.signalering.create({
    data: {
      zaakId,
      behandelaarId: wie.id,
      soort: 'toegewezen',
      gegeven: crypto.randomUUID(),
      aangemaaktOp: new Date(),
    },
  })
}

/** Each door by which somebody can learn of a zaak; returns true when it shows the zaak. */
const DOORS: Record<string, (wie: Persoon, zaak: Zaak) => Promise<boolean>> = {
  'the list': async (wie, { id }) => (await list(wie)).includes(id),
  'the search for its zaaknummer': async (wie, { id, identificatie }) => (await list(wie, identificatie)).includes(id),
  'the search for a rare word': async (wie, { id }) => (await list(wie, 'geheim')).includes(id),
  'the search for its short number': async (wie, { id, identificatie }) =>
    (await list(wie, String(Number(identificatie.slice(-10))))).includes(id),
  'the counter of all zaken': async (wie) => (await countWerkvoorraad(ctx, wie)).open > 0,
  'the counter of own zaken': async (wie, zaak) => {
    await give(wie, zaak)
    return (await countWerkvoorraad(ctx, wie)).vanMij > 0
  },
  'the total of a search': async (wie, { identificatie: zoek }) =>
    (await findWerkvoorraad(ctx, { ...ORDER, afgehandeld: false, zoek }, wie)).totaal > 0,
  'the export': async (wie, { identificatie }) => (await exported(wie)).includes(identificatie),
  'its page': async (lezer, { id: zaakId }) => {
    const actor = { soort: 'behandelaar', id: lezer.id, traceparent: TRACEPARENT } as const
    const isOpened = (await openZaak(ctx, { zaakId, lezer, actor })) !== undefined
    // a refused page records no look
    expect(await ctx.db.auditregel.count({ where: { handeling: 'zaak_bekijken', actor: lezer.id } })).toBe(+isOpened)
    return isOpened
  },
  'its page for an act': async (lezer, { id }) => !!(await findZaakDetail(ctx, id, { lezer, recht: 'behandelen' })),
  'the check that it is readable': (wie, { id }) => isReadable(ctx, id, wie),
  'the stand of the zaak': async ({ id: behandelaarId }, { id: zaakId }) =>
    (await findZaakStand(ctx, { zaakId, behandelaarId })) !== undefined,
  'its notities': async (wie, { id }) => (await findNotities(ctx, id, wie)).length > 0,
  'its toewijzingen': async (wie, { id }) => (await findToewijzingen(ctx, id, wie)).length > 0,
  'its vertrouwelijkheden': async (wie, { id }) => (await findVertrouwelijkheden(ctx, id, wie)).length > 0,
  'a signalering': async (wie, zaak) => {
    await give(wie, zaak)
    const shown = (await findSignaleringen(ctx, actorOf(wie.id))).length
    expect(await countSignaleringen(ctx, wie.id)).toBe(shown)
    return shown > 0
  },
  'giving it': async ({ id: behandelaarId }, { id }) => {
    const naar = { behandelaar: { id: behandelaarId } }
    const answer = await assignZaken(ctx, { zaken: [{ id }], naar, door: { behandelaarId } })
    if (!answer.ok) throw new Error(answer.reason)
    const [regel] = answer.uitkomsten
    if (regel?.uitkomst !== 'not_found') return true
    expect(regel).toMatchObject({ identificatie: null, behandelaarNaam: null, team: null })
    return false
  },
}

const OPEN = { vertrouwelijk: false }
const VERTROUWELIJK = { vertrouwelijk: true }

const READERS = [
  ['a zaak of the own team', 'Vergunningen', ['behandelaar:Vergunningen'], OPEN, true],
  ['a vertrouwelijke zaak of the own team', 'Vergunningen', ALLES, VERTROUWELIJK, true],
  ['with a right for every team', 'Omgeving', ALLES, OPEN, true],
  [
    'with rights for another team',
    'Omgeving',
    ['behandelaar:Omgeving', 'coordinator:Parkeren', 'heropenen'],
    OPEN,
    false,
  ],
  ['vertrouwelijk, with every right', 'Omgeving', ALLES, VERTROUWELIJK, false],
  ['vertrouwelijk, with rights for its team', 'Omgeving', ['coordinator:Vergunningen'], VERTROUWELIJK, false],
  ['vertrouwelijk, and no team', '', ALLES, VERTROUWELIJK, false],
  ['of the team, without a role', 'Vergunningen', [], OPEN, false],
] as const

test.each(Object.entries(DOORS))('%s shows a zaak only to people who may read it', async (_, isSeenThrough) => {
  for (const [name, team, rollen, kind, isSeen] of READERS) {
    await ctx.db.zaak.deleteMany()
    const zaak = await fullZaak(kind)
    const wie = await person(team, [...rollen])
    expect({ name, isSeen: await isSeenThrough(wie, zaak) }).toEqual({ name, isSeen })
  }
})
