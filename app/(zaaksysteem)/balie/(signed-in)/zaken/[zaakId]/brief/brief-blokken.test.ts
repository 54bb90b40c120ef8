import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { resumeExpired } from '#lib/zaaksysteem/upkeep/resume-expired.ts'
import { findZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { requestAanvulling } from '#lib/zaaksysteem/zaak/handelingen/aanvulling/request-aanvulling.ts'
import { sendBrief } from '#lib/zaaksysteem/zaak/handelingen/brief/send-brief.ts'
import { changeGegevens } from '#lib/zaaksysteem/zaak/handelingen/gegevens/change-gegevens.ts'
import { LEZER, registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { toShownZaak } from '../shown-zaak.ts'
import { briefBlokken } from './brief-blokken.ts'
import { nieuwsAlsBrief } from './nieuws-als-brief.ts'
import { briefFields } from './write-brief.ts'

let now = new Date('2026-11-25T09:00:00Z')
const ctx = await openTestZaaksysteem({ clock: () => now })

async function letter(zaakId: string) {
  const zaak = (await findZaakDetail(ctx, zaakId, { lezer: LEZER })) ?? expect.fail()
  return JSON.stringify(briefBlokken(zaak, nieuwsAlsBrief(toShownZaak(zaak.resource, zaak.inzendingen), now), now))
}

test('the letter has the newest change as the citizen reads it in Dutch, the name and address, and never the BSN', async () => {
  const { id, change, identificatie } = await registerTestZaak(ctx)
  const initiator = { adres: 'Kerkplein 1\n1234 AB Voorbeeld' }
  await changeGegevens(ctx, { ...change, versie: 1, aanleiding: 'Gebeld.', initiator })
  const aanvullingen = [{ naam: 'Een plattegrond', toelichting: 'Met maten.' }]
  await requestAanvulling(ctx, { ...change, versie: 2, uiterlijk: '2026-12-09', aanvullingen, toelichting: 'Zie wet.' })
  const text = await letter(id)
  for (const part of [
    '"J. de Vries","Kerkplein 1","1234 AB Voorbeeld"',
    'Wij hebben meer informatie nodig',
    'Een plattegrond: Met maten.',
    '9 december 2026',
    'Toelichting: Zie wet.',
    identificatie,
  ]) {
    expect(text, part).toContain(part)
  }
  expect(text).not.toContain('999990342')
  await sendBrief(ctx, { ...change, versie: 3, op: '2026-11-25' })
  expect(await letter(id)).toBe(text)
})

test('a letter does not call late an aanvulling reported in time, but does one reported after the last day', async () => {
  const { id, change } = await registerTestZaak(ctx)
  await requestAanvulling(ctx, { ...change, versie: 1, uiterlijk: '2026-12-09', aanvullingen: [{ naam: 'Een foto' }] })
  const [foto] = await ctx.db.aanvulling.findMany({ where: { zaakId: id } })
  const said = { zaakId: id, client: 'portaal', soort: 'aanvulling' as const, aanvullingIds: [foto?.id as string] }
  const say = async (moment: string) => {
    await ctx.db.inzending.deleteMany()
    const tijdstip = new Date(moment)
    await ctx.db.inzending.create({ data: { ...said, id, kenmerk: 'k', tijdstip, ontvangenOp: tijdstip } })
    return letter(id)
  }
  now = new Date('2026-12-10T09:00:00Z')
  expect(await say('2026-12-09T22:59:00Z')).toContain('U stuurde dit op tijd. Wij gaan na of alles er is.')
  expect(await say('2026-12-09T23:00:00Z')).toContain('Bel ons vandaag.')
  await resumeExpired(ctx)
  expect(await letter(id)).toContain('Bel ons vandaag.')
  now = new Date('2026-11-25T09:00:00Z')
})

test('a letter that asks for an aanvulling says where to send it, the consequence, and that the term is suspended', async () => {
  const { id, change } = await registerTestZaak(ctx)
  const aanvullingen = [{ naam: 'Een plattegrond' }]
  await requestAanvulling(ctx, { ...change, versie: 1, uiterlijk: '2026-12-09', aanvullingen })
  const zaak = (await findZaakDetail(ctx, id, { lezer: LEZER })) ?? expect.fail()
  const read = (inleveren: { nl: string; en: string } | null) => {
    const resource = { ...zaak.resource, zaaktype: { ...zaak.resource.zaaktype, inleveren } }
    return nieuwsAlsBrief(toShownZaak(resource, zaak.inzendingen), now).tekst
  }
  const balie = 'Breng het naar de balie, Raadhuisplein 1 in Voorbeeld.'
  expect(read({ nl: balie, en: '' })).toContain(`Zo levert u dit in: ${balie} Zet uw zaaknummer erbij.`)
  const text = read(null)
  expect(text).toContain('Stuur het ons via Mijn zaken, of bel ons om te vragen waar u het kunt inleveren.')
  expect(text).toContain('Krijgen wij niet alles op tijd? Dan kunnen wij besluiten uw aanvraag niet te behandelen.')
  expect(text).toContain('De beslistermijn van uw aanvraag staat stil vanaf donderdag 26 november 2026.')
})

test('the typed text keeps its paragraphs and lists, under its heading', async () => {
  const { id } = await registerTestZaak(ctx)
  const zaak = (await findZaakDetail(ctx, id, { lezer: LEZER })) ?? expect.fail()
  const tekst = 'Wij hebben uw brief.\nDank u.\n \n- Een plattegrond\n- Een foto\n\n- geen lijst\nmaar tekst'
  const blokken = briefBlokken(zaak, { kop: 'Ontvangen', tekst }, now)
  expect(blokken.slice(3, -2)).toEqual([
    { soort: 'kop', tekst: 'Ontvangen' },
    { soort: 'alinea', tekst: 'Geachte J. de Vries,' },
    { soort: 'alinea', tekst: 'Wij hebben uw brief.\nDank u.' },
    { soort: 'lijst', punten: ['Een plattegrond', 'Een foto'] },
    { soort: 'alinea', tekst: '- geen lijst\nmaar tekst' },
  ])
})

test('unprintable characters are an error at their field, which names them', () => {
  const read = briefFields.safeParse({ kop: 'Uw dakkapel 🏠', tekst: 'Geachte 王,\nŞule krijgt € 5,00.' })
  expect(read.error?.issues.map(({ path, message }) => [...path, message])).toEqual([
    ['kop', 'Deze tekens kunnen wij niet afdrukken: 🏠. Schrijf het anders.'],
    ['tekst', 'Deze tekens kunnen wij niet afdrukken: 王. Schrijf het anders.'],
  ])
})
