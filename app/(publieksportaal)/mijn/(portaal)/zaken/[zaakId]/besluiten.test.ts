import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { testBesluit } from '#lib/publieksportaal/test-zaak.ts'
import { ZAAK_VAN_BURGER } from '#lib/publieksportaal/zaak/test-zaak-van-burger.ts'
import { Besluiten } from './besluiten.tsx'

const { zaaktype } = ZAAK_VAN_BURGER
const [type] = zaaktype.resultaattypen

const render = (today: string) =>
  renderToStaticMarkup(
    createElement(Besluiten, {
      besluiten: [testBesluit({ besluittype: type?.code ?? '' })],
      zaaktype,
      taal: 'nl',
      today,
    }),
  )

test('before its bekendmaking a besluit shows that date, and not its content', () => {
  const before = render('2026-12-01')
  expect(before).toContain('Wij sturen u het besluit op')
  expect(before).toContain('2 december 2026')
  expect(before).not.toMatch(new RegExp(`Bekendgemaakt op|Bezwaar maken|${type?.omschrijving.nl}`))
  const after = render('2026-12-02')
  expect(after).toContain('Bekendgemaakt op')
  expect(after).toContain(type?.omschrijving.nl)
})
