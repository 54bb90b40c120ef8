import { expect, test } from 'vitest'
import { readVerdeelForm, teamValue, zaakValue } from './read-verdeel-form.ts'
import { toVerdeelState } from './verdeel-state.ts'

const ME = '0199a000-0000-7000-8000-0000000000aa'
const COLLEGA = '0199a000-0000-7000-8000-0000000000bb'
const VRIJ = { id: '0199a000-0000-7000-8000-000000000001', behandelaarId: null, team: 'Omgeving' }
const VAN_MIJ = { id: '0199a000-0000-7000-8000-000000000002', behandelaarId: ME, team: 'Vergunning/Handhaving' }

function read(fields: [string, string][]) {
  const formData = new FormData()
  for (const [name, value] of fields) formData.append(name, value)
  return readVerdeelForm(formData, ME)
}

const both: [string, string][] = [VRIJ, VAN_MIJ].map((zaak) => ['zaak', zaakValue(zaak)])

test.each<[string, [string, string], object]>([
  ['to the behandelaar who acts', ['knop', 'mij'], { behandelaar: { id: ME } }],
  ['back to the team', ['knop', 'team'], { behandelaar: null }],
  ['to a colleague', ['naar', COLLEGA], { behandelaar: { id: COLLEGA } }],
  ['to another team', ['naar', teamValue('Parkeren en verkeer')], { behandelaar: null, team: 'Parkeren en verkeer' }],
])('zaken go %s, each with the toewijzing that was seen', (_name, field, naar) => {
  const zaken = [VRIJ, VAN_MIJ].map(({ id, ...gezien }) => ({ id, gezien }))
  expect(read([...both, field])).toEqual({ ok: true, zaken, naar })
})

test('the value of the pressed button wins over the select', () => {
  expect(read([...both, ['naar', COLLEGA], ['knop', 'mij']])).toMatchObject({ naar: { behandelaar: { id: ME } } })
})

test.each<[string, [string, string][], string]>([
  ['no zaak', [['knop', 'mij']], 'Kies eerst een of meer zaken in de lijst.'],
  ['nobody', both, 'Kies aan wie u de zaken geeft.'],
  ['an empty choice', [...both, ['naar', '']], 'Kies aan wie u de zaken geeft.'],
  ['too many', Array(501).fill(both[0]), 'Kies hoogstens 500 zaken.'],
])('with %s it says what to do', (_name, fields, text) => {
  expect(read(fields)).toEqual({ ok: false, text })
})

test.each<[string, string]>([
  ['x//Omgeving', 'mij'],
  [`${VRIJ.id}/x/Omgeving`, 'mij'],
  [`${VRIJ.id}//\0`, 'mij'],
  [zaakValue(VRIJ), 'iedereen'],
  [zaakValue(VRIJ), teamValue('\0')],
])('input that no page of ours sends is a 404: %j to %j', (zaak, naar) => {
  expect(() => read([...both, ['zaak', zaak], ['naar', naar]])).toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
})

const uitkomst = (n: number, more: object) => ({
  zaakId: VRIJ.id,
  identificatie: `ZAAK-2026-${n}`,
  behandelaarNaam: 'J. Visser',
  team: 'Omgeving',
  uitkomst: 'assigned' as const,
  ...more,
})

test('it counts the successes, and gives the reason of each refusal', () => {
  const state = toVerdeelState([
    uitkomst(1, {}),
    uitkomst(2, {}),
    uitkomst(3, { uitkomst: 'unchanged' }),
    uitkomst(4, { uitkomst: 'changed_meanwhile', behandelaarNaam: 'C. Mulder' }),
    uitkomst(5, { uitkomst: 'changed_meanwhile', behandelaarNaam: null }),
    uitkomst(6, { uitkomst: 'closed' }),
    uitkomst(7, { uitkomst: 'not_found', identificatie: null }),
    uitkomst(8, { uitkomst: 'not_permitted' }),
  ])
  expect(state.done).toEqual([
    '2 zaken zijn nu van J. Visser.',
    'De zaak was al van J. Visser. Daar is niets veranderd.',
  ])
  expect(state.refused).toEqual({
    title: '5 zaken zijn niet verdeeld',
    lines: [
      'ZAAK-2026-4: C. Mulder heeft deze zaak intussen gekregen.',
      'ZAAK-2026-5: Deze zaak is intussen van team Omgeving, zonder behandelaar.',
      'ZAAK-2026-6: Deze zaak is afgehandeld.',
      'Deze zaak bestaat niet meer.',
      'ZAAK-2026-8: Alleen een coördinator van het team mag een zaak van een collega teruggeven, of aan een ander team geven.',
    ],
  })
})

test('for one zaak it shows no number', () => {
  expect(toVerdeelState([uitkomst(1, { behandelaarNaam: null })])).toEqual({
    done: ['De zaak is nu van het team. Een collega kan hem overnemen.'],
  })
  expect(toVerdeelState([uitkomst(1, { uitkomst: 'closed' })]).refused?.lines).toEqual(['Deze zaak is afgehandeld.'])
})
