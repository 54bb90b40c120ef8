import { Readable } from 'node:stream'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { storeBestand } from '#lib/zaaksysteem/bestand/store-bestand.ts'
import { createZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { readZaaksysteemEnv } from '#lib/zaaksysteem/env.ts'
import { openTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { findZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { ADD_DOCUMENT_TO_ZAAK } from '#lib/zaaksysteem/zaak/handelingen/document/add-document.ts'
import { performHandeling } from '#lib/zaaksysteem/zaak/handelingen/perform-handeling.ts'
import { LEZER, registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { type Bezwaar, findBezwaren } from '#lib/zaaksysteem/zaak/wijziging/documenten.ts'
import { Documenten } from './documenten.tsx'

const TODAY = '2026-11-25'
const ctx = await openTestZaaksysteem({ clock: () => new Date(`${TODAY}T09:00:00Z`) })
const { id: zaakId, change } = await registerTestZaak(ctx)
const stored = await storeBestand(ctx, { zaakId, naam: 'brief', bytes: Readable.from([Buffer.from('Geachte heer')]) })
const wish = { bestand: stored.ok ? stored.bestand.id : '', titel: 'Brief', informatieobjecttype: 'brief' }
await performHandeling(ctx, ADD_DOCUMENT_TO_ZAAK, { ...change, versie: 1, ...wish })
const zaak = (await findZaakDetail(ctx, zaakId, { lezer: LEZER })) ?? expect.fail()

type Given = { bezwaren?: Record<string, Bezwaar>; nietGeopend?: 'weg' | 'druk' }
function pageOf({ bezwaren = {}, nietGeopend }: Given) {
  const rest = { mayTreat: false, maxMb: 1, fout: undefined, terug: undefined, today: TODAY }
  return renderToStaticMarkup(createElement(Documenten, { ...rest, zaak, bezwaren, nietGeopend }))
}

test.each<[Bezwaar | undefined, string]>([
  [undefined, 'Leest het sinds'],
  ['zonder_scanner', 'Leest het sinds'],
  ['niet_gescand', 'Leest het nu niet'],
  ['besmet', 'Leest het nu niet'],
])('a document with the warning %s shows: %s', (bezwaar, lezing) => {
  const [document] = zaak.alleDocumenten
  const bezwaren = bezwaar && document ? { [document.id]: bezwaar } : {}
  expect(pageOf({ bezwaren }).match(/Leest het (?:sinds|nu niet)/g)).toEqual([lezing])
})

test('a document that did not open shows whom to tell', () => {
  expect(pageOf({ nietGeopend: 'weg' })).toMatch(
    /role="alert".*Dit document is niet te openen\..*Meld dit aan de beheerder\./,
  )
  expect(pageOf({ nietGeopend: 'druk' })).toMatch(/role="alert".*te veel documenten tegelijk/)
  expect(pageOf({})).not.toContain('niet te openen')
})

test('the page of a zaak with documents renders while the object store is down', async () => {
  const s3 = { URL: 'http://127.0.0.1:9/bestanden', REGION: 'eu', ACCESS_KEY_ID: 'x', SECRET_ACCESS_KEY: 'x' }
  const down = Object.fromEntries(Object.entries(s3).map(([name, value]) => [`ZAAKSYSTEEM_S3_${name}`, value]))
  const without = createZaaksysteemContext(readZaaksysteemEnv({ ...ctx.variables, ...down }), { clock: ctx.clock })
  try {
    const found = (await findZaakDetail(without, zaak.id, { lezer: LEZER })) ?? expect.fail()
    expect(found.alleDocumenten).toMatchObject([{ titel: 'Brief', grootte: 12 }])
    expect(await findBezwaren(without, found.alleDocumenten)).toEqual({
      [found.alleDocumenten[0]?.id ?? '']: 'zonder_scanner',
    })
  } finally {
    await without.close()
  }
})
