import { expect, test, vi } from 'vitest'
import type { Veld } from '#lib/ui/form/labels.ts'
import { HANDELINGSPADEN, pageOf } from './handelingen.ts'
import type { VeldenContext } from './handelingspagina.ts'

vi.mock('#lib/zaaksysteem/env.ts', () => ({ zaaksysteemEnv: () => ({ ZAAKSYSTEEM_FORMULIERHOSTS: [] }) }))

const CONTEXT: VeldenContext = {
  redenen: [],
  maxVerlenging: 0,
  uiterlijkeEinddatum: '2026-04-01',
  ontbrekend: [],
  resultaattypen: [],
  besluittypen: [],
  besluiten: [],
  isAfgehandeld: false,
  informatieobjecttypen: [],
  documenten: [],
  losseBestanden: [],
  today: '2026-03-10',
  owed: null,
  gegevens: { omschrijving: 'Dakkapel', startdatum: '2026-03-02', naam: 'A. de Boer', adres: '', telefoonnummer: '' },
}

test('each day that an act asks for offers today or another usual day, except a day ahead and a correction', () => {
  const flat = (velden: Veld[]): Veld[] =>
    velden.flatMap((veld) => (veld.soort === 'groep' || veld.soort === 'bij' ? flat(veld.velden) : veld))
  const without = HANDELINGSPADEN.flatMap((pad) =>
    flat(pageOf(pad).velden(CONTEXT)).flatMap((veld) =>
      veld.soort === 'datum' && !veld.value && !veld.gebruikelijk ? `${pad}: ${veld.name}` : [],
    ),
  )
  expect(without).toEqual([
    'beslissen: vervaldatum',
    'opschorten: tot',
    'vertraging-melden: verwacht',
    'besluit-vastleggen: vervaldatum',
    'besluit-corrigeren: besluitdatum',
    'besluit-corrigeren: bekendmakingsdatum',
    'besluit-corrigeren: ingangsdatum',
    'besluit-corrigeren: vervaldatum',
    'document-toevoegen: zichtbaarVanaf',
  ])
})
