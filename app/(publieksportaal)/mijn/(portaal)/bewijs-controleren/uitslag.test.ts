import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Controle, Ondertekend } from '#lib/publieksportaal/bewijs/handtekening/check-bewijs.ts'
import { Uitslag } from './uitslag.tsx'

const OP = new Date('2026-11-29T10:00:00Z')
const ONDERTEKEND: Ondertekend = {
  soort: 'json',
  gemaaktOp: OP,
  code: 'CSQP-YRK1',
  inhoud: {
    gemeente: 'Gemeente Voorbeeld',
    zaak: { zaaknummer: 'Z-2026-1', zaaktype: 'Omgevingsvergunning', omschrijving: 'Dakkapel <b>' },
    wijzigingen: [
      { versie: 1, soort: 'registratie', status: 'Ontvangen', gebeurdOp: new Date('2026-11-20T08:30:00Z') },
    ],
    inzendingen: [{ nummer: 'AB12-CD34', soort: 'vraag', tijdstip: new Date('2026-11-21T08:30:00Z') }],
  },
}

function shown(controle: Controle, taal: 'nl' | 'en' = 'nl') {
  const answered = { ref: () => {}, tabIndex: -1 } as never
  const props = { controle, titels: ['Ontvangen'], taal, gemeente: 'Gemeente Nu', answered }
  return renderToStaticMarkup(createElement(Uitslag, props))
    .replaceAll(/<[^<>]{1,500}>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

test('a genuine bewijs shows its signed content: the zaak, each change with its date, when it was made and by whom', () => {
  const text = shown({ ok: true, isOuder: false, ondertekend: ONDERTEKEND })
  for (const part of [
    'Dit bewijs is echt',
    'Code: CSQP-YRK1',
    'Dakkapel &lt;b&gt;',
    'Zaaknummer Z-2026-1',
    'Soort zaak Omgevingsvergunning',
    'Gemaakt door Gemeente Voorbeeld',
    'Gemaakt op 29 november 2026, 11:00',
    'Soort bestand JSON',
    '20 november 2026, 09:30: Ontvangen',
    '21 november 2026, 09:30: Vraag (AB12-CD34)',
  ])
    expect(text).toContain(part)
  expect(text).not.toContain('oudere vorm')
})

test('a bewijs in the older form is called genuine and older, not false, and shows the same content', () => {
  const text = shown({ ok: true, isOuder: true, ondertekend: ONDERTEKEND })
  for (const part of ['Dit bewijs is echt', 'Het heeft een oudere vorm', 'Het blijft geldig', 'Ontvangen'])
    expect(text).toContain(part)
})

test('a PDF of the older form says that its pages are what was signed, and claims nothing about them', () => {
  const text = shown({ ok: true, isOuder: true, ondertekend: { ...ONDERTEKEND, soort: 'pdf', inhoud: undefined } })
  expect(text).toContain('Van een PDF in de oudere vorm kunnen wij hier niet laten zien wat erin staat')
  expect(text).toContain('Gemaakt door Gemeente Nu')
  expect(text).not.toContain('Wijzigingen')
})

test('a bewijs that is also another valid document is not called genuine, and shows what was signed', () => {
  const controle: Controle = { ok: false, reason: 'ambiguous', ondertekend: ONDERTEKEND }
  for (const [taal, titel] of [
    ['nl', 'Vertrouw alleen op wat hieronder staat'],
    ['en', 'Rely only on what is written below'],
  ] as const) {
    const text = shown(controle, taal)
    expect(text).toContain(titel)
    expect(text).toContain('Z-2026-1')
    expect(text).not.toMatch(/is echt|is genuine/)
  }
})

test('a changed bewijs shows none of its content', () => {
  const text = shown({ ok: false, reason: 'changed' })
  expect(text).toContain('Dit bestand is veranderd')
  expect(text).not.toContain('ondertekend')
})
