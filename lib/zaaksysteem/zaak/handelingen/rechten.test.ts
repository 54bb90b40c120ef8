import { expect, test } from 'vitest'
import type { Recht } from '../../rechten/mag.ts'
import { openTestZaaksysteem } from '../../test-context.ts'
import { holdZaak } from '../bewaren/hold-zaak.ts'
import { proposeRemoval } from '../bewaren/propose-vernietiging.ts'
import { removeZaak } from '../bewaren/remove-zaak.ts'
import { addNotitie } from '../notitie/add-notitie.ts'
import { registerTestZaak, TRACEPARENT } from '../test-zaak.ts'
import { type Assignment, assignZaken } from '../toewijzing/assign-zaken.ts'
import { setVertrouwelijk } from '../vertrouwelijkheid/set-vertrouwelijk.ts'
import { receiveAanvulling } from './aanvulling/receive-aanvulling.ts'
import { requestAanvulling } from './aanvulling/request-aanvulling.ts'
import { declineIntrekking } from './intrekking/decline-intrekking.ts'
import { changeStatus } from './status/change-status.ts'
import { correctStatus } from './status/correct-status.ts'
import { reopenZaak } from './status/reopen-zaak.ts'
import { resumeZaak } from './stilstand/resume-zaak.ts'
import { suspendZaak } from './stilstand/suspend-zaak.ts'
import { extendZaak } from './verlenging/extend-zaak.ts'

const ctx = await openTestZaaksysteem({ clock: () => new Date('2026-11-27T08:12:00Z') })

type Act = { zaakId: string; versie: number; gezetDoor: { behandelaarId: string }; traceparent: string }

const OP = '2026-11-27'

async function assign({ zaakId, gezetDoor }: Act, naar: Assignment['naar']) {
  const answer = await assignZaken(ctx, { zaken: [{ id: zaakId }], naar, door: gezetDoor })
  return answer.ok ? answer.uitkomsten[0]?.uitkomst : answer.reason
}

const reasonOf = async (done: Promise<{ ok: true } | { ok: false; reason: string }>) => {
  const answer = await done
  return answer.ok ? 'done' : answer.reason
}

/** Each act and its right. `ander`: another behandelaar of the team. */
const ACTS: Record<string, { recht: Recht; perform: (act: Act, ander: string) => Promise<string | undefined> }> = {
  'setting a status': {
    recht: 'behandelen',
    perform: (act) => reasonOf(changeStatus(ctx, { ...act, statustype: 'in_behandeling' })),
  },
  'correcting one': { recht: 'behandelen', perform: (act) => reasonOf(correctStatus(ctx, act)) },
  'suspending it': {
    recht: 'behandelen',
    perform: (act) => reasonOf(suspendZaak(ctx, { ...act, reden: 'overmacht', op: OP, tot: '2026-12-27' })),
  },
  'resuming it': { recht: 'behandelen', perform: (act) => reasonOf(resumeZaak(ctx, { ...act, op: OP })) },
  'extending it': { recht: 'behandelen', perform: (act) => reasonOf(extendZaak(ctx, { ...act, dagen: 1 })) },
  'asking for an aanvulling': {
    recht: 'behandelen',
    perform: (act) =>
      reasonOf(requestAanvulling(ctx, { ...act, uiterlijk: '2026-12-01', aanvullingen: [{ naam: 'Foto' }] })),
  },
  'receiving one': { recht: 'behandelen', perform: (act) => reasonOf(receiveAanvulling(ctx, { ...act, op: OP })) },
  'declining an intrekking': { recht: 'behandelen', perform: (act) => reasonOf(declineIntrekking(ctx, act)) },
  'a notitie': {
    recht: 'behandelen',
    perform: ({ zaakId, gezetDoor }) => reasonOf(addNotitie(ctx, { zaakId, tekst: 'Bel eerst.', ...gezetDoor })),
  },
  'taking it': {
    recht: 'behandelen',
    perform: (act) => assign(act, { behandelaar: { id: act.gezetDoor.behandelaarId } }),
  },
  'giving it to a colleague': {
    recht: 'behandelen',
    perform: (act, ander) => assign(act, { behandelaar: { id: ander } }),
  },
  'moving it to another team': {
    recht: 'coordineren',
    perform: (act) => assign(act, { behandelaar: null, team: 'Omgeving' }),
  },
  'reopening it': { recht: 'heropenen', perform: (act) => reasonOf(reopenZaak(ctx, act)) },
  'removing it': {
    recht: 'vernietigen',
    perform: ({ gezetDoor: door, ...act }) => reasonOf(removeZaak(ctx, { ...act, door, grond: 'vergissing' })),
  },
  'holding its destruction': {
    recht: 'vernietigen',
    perform: ({ gezetDoor: { behandelaarId: id }, zaakId, traceparent }) => {
      const actor = { soort: 'behandelaar', id, traceparent } as const
      return reasonOf(holdZaak(ctx, { zaakId, aangehouden: true, tot: null, reden: 'Rechtszaak', actor }))
    },
  },
  'proposing its removal': {
    recht: 'vernietigen',
    perform: ({ gezetDoor: { behandelaarId: id }, zaakId, versie, traceparent }) => {
      const voorstel = {
        grond: 'vergissing',
        toelichting: 'Dubbel.',
        actor: { soort: 'behandelaar', id, traceparent },
      } as const
      return reasonOf(proposeRemoval(ctx, { zaakId, versie, ...voorstel }))
    },
  },
  'making it vertrouwelijk': {
    recht: 'behandelen',
    perform: ({ gezetDoor: door, zaakId, traceparent }) =>
      reasonOf(setVertrouwelijk(ctx, { zaakId, vertrouwelijk: true, reden: 'Dreiging', door, traceparent })),
  },
}

const PEOPLE: [rollen: string[], rechten: Recht[]][] = [
  [['lezer'], []],
  [['behandelaar:Vergunningen'], ['behandelen']],
  [['coordinator'], ['behandelen', 'coordineren']],
  [['lezer', 'heropenen:Vergunningen'], ['heropenen']],
  [['beheerder'], ['behandelen', 'beheren', 'vernietigen']],
  [['archivaris'], ['vernietigen']],
  [['behandelaar:Omgeving', 'coordinator:Omgeving', 'heropenen'], []],
  [[], []],
]

const REFUSED = ['not_found', 'not_permitted']

async function attempt(
  perform: (act: Act, ander: string) => Promise<string | undefined>,
  { team, rollen, vertrouwelijk = false }: { team: string; rollen: string[]; vertrouwelijk?: boolean },
) {
  const { id: zaakId, behandelaarId: ander } = await registerTestZaak(ctx)
  await ctx.db.zaak.update({ where: { id: zaakId }, data: { vertrouwelijk, behandelaarId: null } })
  const data = { subject: crypto.randomUUID(), naam: 'A', team, rollen }
  const { id: behandelaarId } = await ctx.db.behandelaar.create({ data })
  const before = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaakId } })
  const done = await perform({ zaakId, versie: 1, gezetDoor: { behandelaarId }, traceparent: TRACEPARENT }, ander)
  if (REFUSED.includes(done ?? '')) {
    expect(await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaakId } })).toEqual(before)
    expect(await ctx.db.auditregel.count({ where: { zaakId, actor: behandelaarId } })).toBe(0)
  }
  return done
}

test.each(Object.entries(ACTS))('%s needs its right for the team of the zaak', async (_, { recht, perform }) => {
  for (const [rollen, rechten] of PEOPLE) {
    const done = await attempt(perform, { team: 'Vergunningen', rollen })
    expect({ rollen, isDone: !REFUSED.includes(done ?? '') }).toEqual({ rollen, isDone: rechten.includes(recht) })
  }
})

test.each(Object.entries(ACTS))('%s: a vertrouwelijke zaak of another team is not found', async (_, { perform }) => {
  const rollen = ['behandelaar', 'coordinator', 'heropenen', 'beheerder']
  expect(await attempt(perform, { team: 'Omgeving', rollen, vertrouwelijk: true })).toBe('not_found')
  const own = await attempt(perform, { team: 'Vergunningen', rollen, vertrouwelijk: true })
  expect(REFUSED).not.toContain(own)
})
