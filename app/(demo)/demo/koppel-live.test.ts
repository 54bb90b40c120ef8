import { expect, test } from 'vitest'
import type { DemoBezorging, DemoOntvangst } from '#lib/demo/demo-feeds.ts'
import { koppelLive } from './koppel-live.ts'

const at = (ms: number) => new Date(ms).toISOString()
const bezorging = (eventId: string, zaakId: string) => ({ eventId, zaakId }) as DemoBezorging
const ontvangst = (eventId: string, ms: number) => ({ eventId, ontvangenOp: at(ms) }) as DemoOntvangst
const seintje = (zaakId: string, versie: number, op: number) => ({ zaakId, versie, op })

test('each event gets its own message and its own change of the page', () => {
  const seen = koppelLive(
    [bezorging('e2', 'z'), bezorging('e1', 'z')],
    [ontvangst('e2', 2000), ontvangst('e1', 1000)],
    { seintjes: [seintje('z', 1, 1010), seintje('z', 2, 2010)], paginawijzigingen: [990, 1040, 1041, 2050] },
  )
  expect(seen.get('e1')).toEqual({ liveOp: 1010, paginaOp: 1040 })
  expect(seen.get('e2')).toEqual({ liveOp: 2010, paginaOp: 2050 })
})

test('a message about another zaak, or from before, is not counted', () => {
  const seen = koppelLive([bezorging('e1', 'z')], [ontvangst('e1', 1000)], {
    seintjes: [seintje('z', 1, 900), seintje('other', 1, 1010)],
    paginawijzigingen: [1020],
  })
  expect(seen.get('e1')).toEqual({ liveOp: undefined, paginaOp: undefined })
})

test('an event that the portal did not take was seen by nobody', () => {
  const seen = koppelLive([bezorging('e1', 'z')], [], { seintjes: [seintje('z', 1, 1010)], paginawijzigingen: [1020] })
  expect(seen.get('e1')).toBeUndefined()
})
