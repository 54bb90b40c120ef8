import { expect, test } from 'vitest'
import type { DemoBezorging, DemoOntvangst } from '#demo/stage/demo-feeds.ts'
import { matchLive } from './match-live.ts'

const at = (ms: number) => new Date(ms).toISOString()
const bezorging = (eventId: string, zaakId: string) => ({ eventId, zaakId }) as DemoBezorging
const ontvangst = (eventId: string, ms: number) => ({ eventId, ontvangenOp: at(ms) }) as DemoOntvangst
const message = (zaakId: string, versie: number, at: number) => ({ zaakId, versie, at })

test('each event is matched with its own message and its own page change', () => {
  const seen = matchLive([bezorging('e2', 'z'), bezorging('e1', 'z')], [ontvangst('e2', 2000), ontvangst('e1', 1000)], {
    messages: [message('z', 1, 1010), message('z', 2, 2010)],
    pageChanges: [990, 1040, 1041, 2050],
  })
  expect(seen.get('e1')).toEqual({ messageAt: 1010, pageChangedAt: 1040 })
  expect(seen.get('e2')).toEqual({ messageAt: 2010, pageChangedAt: 2050 })
})

test('a message about another zaak, or from before the event, is ignored', () => {
  const seen = matchLive([bezorging('e1', 'z')], [ontvangst('e1', 1000)], {
    messages: [message('z', 1, 900), message('other', 1, 1010)],
    pageChanges: [1020],
  })
  expect(seen.get('e1')).toEqual({ messageAt: undefined, pageChangedAt: undefined })
})

test('an event that the portal did not store has no message and no page change', () => {
  const seen = matchLive([bezorging('e1', 'z')], [], { messages: [message('z', 1, 1010)], pageChanges: [1020] })
  expect(seen.get('e1')).toBeUndefined()
})
