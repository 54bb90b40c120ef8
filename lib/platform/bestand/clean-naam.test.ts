import { expect, test } from 'vitest'
import { cleanNaam } from './clean-naam.ts'

test.each([
  ['tekening.pdf', 'tekening.pdf'],
  ['Plattegrond begane grond (2).PDF', 'Plattegrond begane grond (2).PDF'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\J\\tekening.pdf', 'tekening.pdf'],
  ['..\\..\\x.pdf', 'x.pdf'],
  // shown as exe.pdf.gpj where the mark works
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

test('a name ends as its bytes say', () => {
  expect(cleanNaam('foto.jpeg', 'image/jpeg')).toBe('foto.jpeg')
  expect(cleanNaam('foto.png', 'image/jpeg')).toBe('foto.png.jpg')
  expect(cleanNaam('lijst.csv', 'text/plain')).toBe('lijst.csv')
})

test('a name of which nobody knows the bytes ends as it does', () => {
  expect(cleanNaam('../Besluit.dwg')).toBe('Besluit.dwg')
  expect(cleanNaam('Brief van 3 mei. Vergunning')).toBe('Brief van 3 mei. Vergunning')
  expect(cleanNaam('\u202E')).toBe('bestand')
})
