import { expect, test } from 'vitest'
import { cleanNaam, naamVanTitel } from './clean-naam.ts'

test.each([
  ['tekening.pdf', 'tekening.pdf'],
  ['Plattegrond begane grond (2).PDF', 'Plattegrond begane grond (2).PDF'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\J\\tekening.pdf', 'tekening.pdf'],
  ['..\\..\\x.pdf', 'x.pdf'],
  // shown as exe.pdf.gpj by a program that applies the mark
  ['foto\u202Egpj.fdp.exe', 'fotogpj.fdp.exe.pdf'],
  ['a\u200Bb\u2066c.pdf', 'abc.pdf'],
  ['regel\r\nSet-Cookie: x.pdf', 'regelSet-Cookie_ x.pdf'],
  ['nul\u0000.pdf', '_nul.pdf'],
  ['CON.pdf', '_CON.pdf'],
  ['aux.1.pdf', '_aux.1.pdf'],
  ['tekening.html', 'tekening.html.pdf'],
  ['tekening.pdf.', 'tekening.pdf'],
  ['tekening . . ', 'tekening.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['.pdf', 'pdf.pdf'],
  ['', 'bestand.pdf'],
  ['...', 'bestand.pdf'],
  ['<script>"?*|.pdf', '_script_____.pdf'],
  ['a\u0308.pdf', 'ä.pdf'],
  ['half\uD83D.pdf', 'half\uFFFD.pdf'],
  [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(100)}.pdf`],
])('%j becomes %j', (naam, clean) => {
  expect(cleanNaam(naam, 'application/pdf')).toBe(clean)
})

test('a name gets the extension of its format', () => {
  expect(cleanNaam('foto.jpeg', 'image/jpeg')).toBe('foto.jpeg')
  expect(cleanNaam('foto.png', 'image/jpeg')).toBe('foto.png.jpg')
  expect(cleanNaam('lijst.csv', 'text/plain')).toBe('lijst.csv')
})

test('without a known format a name keeps its extension', () => {
  expect(cleanNaam('../Besluit.dwg')).toBe('Besluit.dwg')
  expect(cleanNaam('Brief van 3 mei. Vergunning')).toBe('Brief van 3 mei. Vergunning')
  expect(cleanNaam('\u202E')).toBe('bestand')
})

test.each([
  ['Aanvraag en/of melding', 'Aanvraag en-of melding.pdf'],
  ['Bezwaar 2026/11\\12', 'Bezwaar 2026-11-12.pdf'],
  ['../../etc/passwd', '-..-etc-passwd.pdf'],
  ['Besluit: ja?', 'Besluit_ ja_.pdf'],
  ['...', 'bestand.pdf'],
  ['.verborgen', 'verborgen.pdf'],
  ['NUL', '_NUL.pdf'],
  ['LPT1.brief', '_LPT1.brief.pdf'],
  ['regel\r\nSet-Cookie: x', 'regelSet-Cookie_ x.pdf'],
  ['Dakkapel 🏠', 'Dakkapel 🏠.pdf'],
])('the title %j gives the file name %j, without losing text', (titel, naam) => {
  expect(naamVanTitel(titel, 'application/pdf')).toBe(naam)
})

test('a name is cut to the length that a file system allows, and never within a character', () => {
  for (const one of ['🏠', '界', 'é', 'a']) {
    const naam = cleanNaam(one.repeat(300), 'application/pdf')
    expect(Buffer.byteLength(naam), one).toBeLessThanOrEqual(255)
    expect(naam.isWellFormed(), one).toBe(true)
    expect([...naam].length, one).toBeGreaterThan(60)
  }
})
