import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { FlattenedSign } from 'jose'
import { describe, expect, test, vi } from 'vitest'
import { writePdf } from '#lib/platform/pdf/write-pdf.ts'
import { openTestPublieksportaal } from '../../test-context.ts'
import { getoondBestand } from '../bewijsbestand.ts'
import { signingKey } from './bewijssleutels.ts'
import { checkBewijs } from './check-bewijs.ts'
import { isAmbiguousPdf, signJson, signPdf, VORMEN } from './sign-bewijs.ts'
import { runOn, runScript } from './test-controle.ts'

const OP = new Date('2026-11-29T10:00:00Z')
const WANTED = { code: 'CSQP-YRK1', op: OP }
const SHOWN = 'VERGUNNING VERLEEND'
const has = (command: string) => spawnSync(command, ['-v']).error === undefined

const ctx = await openTestPublieksportaal({ clock: () => OP })

function bestandOf(texts: { omschrijving?: string; vragen?: string[]; bestand?: string; titel?: string }) {
  const { omschrijving = 'Dakkapel', vragen = [], bestand = 'foto.jpg', titel = 'Besluit' } = texts
  return {
    gemaaktOp: OP.toISOString(),
    code: WANTED.code,
    gemeente: 'Gemeente Voorbeeld',
    zaak: { zaaknummer: 'Z-2026-1', zaaktype: 'Omgevingsvergunning', omschrijving },
    wijzigingen: [
      {
        versie: 1,
        soort: 'registratie',
        status: 'Ontvangen',
        gebeurdOp: OP.toISOString(),
        bewijzen: [{ document: { titel } }],
      },
    ],
    inzendingen: vragen.map((tekst, index) => ({
      nummer: `AB12-CD3${index}`,
      soort: 'vraag',
      tijdstip: OP.toISOString(),
      bestanden: [{ naam: bestand }],
      tekst,
    })),
  }
}
type Bestand = ReturnType<typeof bestandOf>

/** Signs any bytes as the portal could, with the header of the older form, or another one. */
async function signAs(content: string | Uint8Array, header: object = {}, { soort = 'json' as 'json' | 'pdf' } = {}) {
  const vorm = VORMEN.find((each) => each.soort === soort) as (typeof VORMEN)[number]
  const { kid, key } = await signingKey(ctx)
  const iat = OP.getTime() / 1000
  const protectedHeader = { alg: 'ES256', kid, typ: 'bewijs+jws', iat, code: WANTED.code, ...header }
  const jws = await new FlattenedSign(Buffer.from(content)).setProtectedHeader(protectedHeader).sign(key)
  return Buffer.concat([
    Buffer.from(content),
    Buffer.from(`${vorm.before}${jws.protected}..${jws.signature}${vorm.after}`),
  ])
}
const older = (bestand: Bestand) => signAs(JSON.stringify(bestand, null, 2).slice(0, -'\n}'.length))

/**
 * Questions of a citizen that turn the file into a PDF when it is named `.pdf`: some 550 characters. The
 * first opens a stream; the second ends it, and holds the xref table that readers look for at the end.
 * `header` puts `%PDF-1.4` in the omschrijving; poppler needs none.
 */
function attack({ header }: { header: boolean }): Bestand {
  const omschrijving = header ? 'Dakkapel %PDF-1.4' : 'Dakkapel'
  const of = (...vragen: string[]) => bestandOf({ omschrijving, vragen })
  const written = (...vragen: string[]) => JSON.stringify(of(...vragen), null, 2)
  const base = Math.max(written().indexOf('%PDF'), 0)
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>> endobj ',
    '<</Type/Pages/Kids[3 0 R]/Count 1>> endobj ',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>> endobj ',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj ',
    '<</Length LEN>>stream ',
  ]
  const [before = ''] = written('@@').split('@@')
  let first = ''
  const offsets = objects.map((body, index) => {
    const at = before.length + first.length - base
    first += `${index + 1} 0 obj${body}`
    return at
  })
  const page = `BT /F1 24 Tf 72 700 Td (${SHOWN}) Tj ET `
  const whole = written(first, `${page}@@`)
  const start = whole.indexOf('\n', whole.indexOf('stream')) + 1
  first = first.replace('LEN', String(whole.indexOf('@@') - start).padStart(3))
  const end = `${page}endstream endobj `
  const xref = written(first, `${end}@@`).indexOf('@@') - base
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n  `).join('')
  const table = `xref 0 6 0000000000 65535 f  ${rows}trailer<</Size 6/Root 1 0 R>> startxref ${xref} %%EOF`
  return of(first, `${end}${table}`)
}

const readAsPdf = async (file: Uint8Array) =>
  (await runOn({ 'bewijs.pdf': file }, 'pdftotext', ['bewijs.pdf', '-'])).stdout

describe.each([{ header: true }, { header: false }])(
  'a bewijs with the objects of a PDF in questions, %o',
  (options) => {
    test('is JSON, holds no mark of another format, and shows the typed text', async () => {
      const bestand = attack(options)
      const file = await signJson(ctx, bestand, WANTED)
      expect(file.toString('latin1')).toMatch(/^\{/)
      expect(file.toString('latin1')).not.toMatch(/[%<]/)
      expect(JSON.parse(file.toString())).toMatchObject(bestand)
      const ondertekend = { soort: 'json', gemaaktOp: OP, code: WANTED.code, inhoud: getoondBestand.parse(bestand) }
      expect(await checkBewijs(ctx, file)).toEqual({ ok: true, isOuder: false, ondertekend })
    })

    test.skipIf(!has('pdftotext'))('opens in no PDF reader, unlike the older form', async () => {
      expect(await readAsPdf(await older(attack(options)))).toContain(SHOWN)
      expect(await readAsPdf(await signJson(ctx, attack(options), WANTED))).toBe('')
    })

    test('in the older form is refused by page and script, and the page shows the signed content', async () => {
      const bestand = attack(options)
      const file = await older(bestand)
      const ondertekend = { soort: 'json', gemaaktOp: OP, code: WANTED.code, inhoud: getoondBestand.parse(bestand) }
      expect(await checkBewijs(ctx, file)).toEqual({ ok: false, reason: 'ambiguous', ondertekend })
      expect(await runScript(ctx, file)).toEqual({ code: 1, stdout: '' })
    })
  },
)

const MARKS = ['%PDF-1.4', '%!PS', '<html', '<ScRiPt>', '<!DOCTYPE html>', '<?php', 'PK\x03\x04', 'PK\x05\x06', '<<']
test('no text field of a person brings a mark of another format into the JSON', async () => {
  const typed = fc
    .array(fc.oneof(fc.constantFrom(...MARKS), fc.string({ unit: 'binary', maxLength: 20 })))
    .map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(typed, typed, typed, typed, async (omschrijving, vraag, naam, titel) => {
      const bestand = bestandOf({ omschrijving, vragen: [vraag], bestand: naam, titel })
      const file = await signJson(ctx, bestand, WANTED)
      expect(MARKS.filter((mark) => file.includes(mark))).toEqual([])
      expect(JSON.parse(file.toString())).toMatchObject(JSON.parse(JSON.stringify(bestand)))
      expect((await checkBewijs(ctx, file)).ok).toBe(true)
    }),
    { numRuns: 50 },
  )
})

describe('a bewijs that was downloaded before its form was signed', () => {
  const bestand = bestandOf({ vragen: ['Wanneer hoor ik iets? 50% is klaar.'] })

  test('stays genuine for page and script, which report its age and the signed content', async () => {
    for (let round = 0; round < 8; round++) {
      const file = await older(bestand)
      const ondertekend = { soort: 'json', gemaaktOp: OP, code: WANTED.code, inhoud: getoondBestand.parse(bestand) }
      expect(await checkBewijs(ctx, file)).toEqual({ ok: true, isOuder: true, ondertekend })
      if (round > 0) continue
      const { stdout, code } = await runScript(ctx, file)
      expect(code).toBe(0)
      expect(stdout).toContain(`genuine, of an older form ${OP.toISOString()} ${WANTED.code}\n`)
      expect(stdout).toContain('"omschrijving": "Dakkapel"')
    }
  })

  test('as a PDF stays genuine, and its pages are reported as unknown', async () => {
    const file = await signAs(await pdfOf(), {}, { soort: 'pdf' })
    const ondertekend = { soort: 'pdf', gemaaktOp: OP, code: WANTED.code, inhoud: undefined }
    expect(await checkBewijs(ctx, file)).toEqual({ ok: true, isOuder: true, ondertekend })
    expect((await runScript(ctx, file)).stdout).toMatch(/^genuine, of an older form .+\nThe pages are signed\.\n$/)
  })
})

const pdfOf = (more: Partial<Parameters<typeof writePdf>[0]> = {}) =>
  writePdf({ titel: 'Bewijs', auteur: 'Gemeente', op: OP, blokken: [{ soort: 'kop', tekst: 'Bewijs' }], ...more })

test('a signature is valid only for the form that it names, and only for a bewijs', async () => {
  const content = JSON.stringify(bestandOf({}), null, 2).slice(0, -'\n}'.length)
  const cty = 'application/json'
  expect((await checkBewijs(ctx, await oneWithLowS(() => signAs(content, { cty })))).ok).toBe(true)
  const pdf = await pdfOf()
  for (const make of [
    () => signAs(content, { cty: 'application/pdf' }),
    () => signAs(content, { cty: 'text/html' }),
    () => signAs(content, { cty, typ: 'JWT' }),
    () => signAs(` ${content}`, { cty }),
    () => signAs(`%PDF-1.4 ${content}`),
    () => signAs(pdf, { cty }, { soort: 'pdf' }),
    () => signAs(Buffer.concat([Buffer.from('PK\x03\x04'), pdf]), {}, { soort: 'pdf' }),
    () => signAs(content, { cty: 'application/pdf' }, { soort: 'pdf' }),
  ]) {
    const file = await oneWithLowS(make)
    expect(await checkBewijs(ctx, file), `${make}`).toEqual({ ok: false, reason: 'changed' })
    expect(await runScript(ctx, file), `${make}`).toEqual({ code: 1, stdout: '' })
  }
})

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const signatureOf = (file: Buffer) => /\.\.([\w-]{86})/.exec(file.toString('latin1'))?.[1] as string
const sOf = (file: Buffer) => BigInt(`0x${Buffer.from(signatureOf(file), 'base64url').subarray(32).toString('hex')}`)
/** Returns the other valid signature for the same key and file. */
function withOtherS(file: Buffer) {
  const bytes = Buffer.from(signatureOf(file), 'base64url')
  bytes.write((ORDER - sOf(file)).toString(16).padStart(64, '0'), 32, 'hex')
  return Buffer.from(file.toString('latin1').replace(signatureOf(file), bytes.toString('base64url')), 'latin1')
}
/** Half of the signatures of a library have a low s. */
async function oneWithLowS(make: () => Promise<Buffer>): Promise<Buffer> {
  const file = await make()
  return sOf(file) <= ORDER / 2n ? file : withOtherS(file)
}

test('the portal signs with the low s, and the high s is refused', async () => {
  const pdf = await pdfOf()
  for (let round = 0; round < 20; round++) {
    const file = await (round % 2 ? signPdf(ctx, pdf, WANTED) : signJson(ctx, bestandOf({}), WANTED))
    expect(sOf(file) <= ORDER / 2n).toBe(true)
    expect((await checkBewijs(ctx, file)).ok).toBe(true)
    expect(await checkBewijs(ctx, withOtherS(file))).toEqual({ ok: false, reason: 'changed' })
    if (round < 2) expect(await runScript(ctx, withOtherS(file))).toEqual({ code: 1, stdout: '' })
  }
})

describe('a PDF', () => {
  const typed = MARKS.join(' ')
  const hostile = () =>
    pdfOf({
      titel: `Bewijs ${typed}`,
      auteur: typed,
      blokken: [
        { soort: 'kop', tekst: typed },
        { soort: 'tabel', kolommen: [{ naam: typed, deel: 1 }], rijen: [[typed]] },
      ],
      inhoud: getoondBestand.parse(bestandOf({ omschrijving: typed })),
    })

  test('holds no mark of another format, whatever was typed, and shows the signed content beside its pages', async () => {
    const file = await signPdf(ctx, await hostile(), WANTED)
    expect(file.toString('latin1')).toMatch(/^%PDF-1\.7\n/)
    expect(file.toString('latin1', 1)).not.toMatch(/%PDF|%!PS|<html|<script|<!doctype|<\?php/i)
    const inhoud = getoondBestand.parse(bestandOf({ omschrijving: typed }))
    const ondertekend = { soort: 'pdf', gemaaktOp: OP, code: WANTED.code, inhoud }
    expect(await checkBewijs(ctx, file)).toEqual({ ok: true, isOuder: false, ondertekend })
    const { stdout } = await runScript(ctx, file)
    expect(stdout).toContain(JSON.stringify(typed))
  })

  test.each(['%PDF-1.4', '<HTML', '<script', '<!doctype', 'PK\x01\x02PK\x05\x06'])(
    'with %j in it is not signed',
    async (mark) => {
      const pdf = Buffer.concat([await pdfOf(), Buffer.from(`% ${mark}\n`)])
      await expect(signPdf(ctx, pdf, WANTED)).rejects.toThrow('another document')
    },
  )

  test('with a mark by chance in its compressed bytes is compressed again, and signed', async () => {
    const chance = vi.spyOn(VORMEN[1], 'isForeign').mockReturnValueOnce(true)
    await expect(signPdf(ctx, await pdfOf(), WANTED)).rejects.toThrow('another document')
    chance.mockReset().mockReturnValueOnce(true)
    const document = { titel: 'Bewijs', auteur: 'Gemeente', op: OP, blokken: [{ soort: 'kop', tekst: SHOWN } as const] }
    const pdf = await writePdf(document, isAmbiguousPdf)
    expect(chance).toHaveBeenCalledTimes(2)
    chance.mockRestore()
    expect(pdf.equals(await writePdf(document))).toBe(false)
    expect((await checkBewijs(ctx, await signPdf(ctx, pdf, WANTED))).ok).toBe(true)
    if (has('pdftotext')) expect((await readAsPdf(pdf)).trim()).toBe(SHOWN)
  })

  test.skipIf(!has('python3'))('followed by a ZIP is refused, and without one is no ZIP for Python', async () => {
    const file = await signPdf(ctx, await hostile(), WANTED)
    const end = Buffer.alloc(22)
    end.write('PK\x05\x06', 'latin1')
    const withZip = Buffer.concat([file, end])
    expect((await checkBewijs(ctx, withZip)).ok).toBe(false)
    expect(await runScript(ctx, withZip)).toEqual({ code: 1, stdout: '' })
    const isZip = async (bytes: Uint8Array) =>
      (await runOn({ f: bytes }, 'python3', ['-c', 'import zipfile; print(zipfile.is_zipfile("f"))'])).stdout.trim()
    expect([await isZip(withZip), await isZip(file)]).toEqual(['True', 'False'])
  })

  test.skipIf(!has('pdftotext'))('shows the typed text in another reader, and nothing else', async () => {
    const file = await signPdf(ctx, await pdfOf({ blokken: [{ soort: 'kop', tekst: SHOWN }] }), WANTED)
    expect((await readAsPdf(file)).trim()).toBe(SHOWN)
  })
})
