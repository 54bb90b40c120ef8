import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { readZaken } from '#lib/publieksportaal/gegevens/onderdelen.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { openTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { findBerichtenOfBurger } from '#lib/publieksportaal/zaak/find-berichten-of-burger.ts'
import { findZaakOfBurger } from '#lib/publieksportaal/zaak/find-zaken-of-burger.ts'
import { Antwoord } from '#lib/voortgang/antwoord.tsx'
import { antwoordOf } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { Tijdlijn } from '#lib/voortgang/tijdlijn.tsx'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import { BerichtCard } from './berichten/bericht-card.tsx'
import { toLiveZaak } from './live-zaak.tsx'
import { summarizeZaak } from './zaak-summary.ts'
import { groupZaken } from './zaken-list.tsx'

const NOW = new Date('2027-03-01T12:00:00Z')
const ctx = await openTestPublieksportaal({ clock: () => NOW })

/** Stores the zaak, optionally with other data of its zaaktype, and returns it as read from the database. */
async function stored(zaak: ZaakResource, gegevens?: object) {
  await storeZaak(ctx, zaak)
  const { burgerId } = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaak.uuid } })
  if (gegevens) await ctx.db.zaaktype.updateMany({ where: { versie: zaak.zaaktype.versie }, data: { gegevens } })
  const read = await findZaakOfBurger(ctx, { burgerId, zaakId: zaak.uuid })
  if (!read) throw new Error('it was stored just now')
  return { burgerId, zaak: read }
}

test.each<[string, number, object | undefined]>([
  ['whose zaaktype lacks its statuscode', 1, undefined],
  ['whose zaaktype has no data', 2, {}],
])('a zaak %s renders in the list, on its page, in Berichten and among the gegevens', async (_, versie, gegevens) => {
  const known = testZaak()
  const strange = testZaak({ statuscodes: ['ontvangen', 'unknown_here'] })
  const { burgerId, zaak: other } = await stored(known)
  const { zaak } = await stored({ ...strange, zaaktype: { ...strange.zaaktype, versie } }, gegevens)

  expect(summarizeZaak(zaak, { taal: 'nl', now: NOW })).toMatchObject({
    antwoord: 'Er is iets veranderd in uw zaak.',
    moetHandelen: false,
  })
  expect(groupZaken({ open: [zaak, other], afgerond: [], now: NOW }).nieuw).toEqual([zaak, other])
  expect(renderToStaticMarkup(toLiveZaak(zaak, { taal: 'en', now: NOW }).announcement)).toBe(
    'Something has changed in <span lang="nl">Dakkapel aan de achterkant</span>.',
  )

  const stand = voortgang(zaak, dateInAmsterdam(NOW))
  const page = renderToStaticMarkup(createElement(Antwoord, { ...zaak, voortgang: stand, taal: 'nl', now: NOW }))
  expect(page).toContain('Kijk later nog eens, of bel ons.')
  expect(page).not.toMatch(/U hoeft nu niets te doen|Onze excuses/)
  const { stappen } = stand
  const nu = antwoordOf(stand, zaak, { taal: 'nl', now: NOW })
  const tijdlijn = renderToStaticMarkup(createElement(Tijdlijn, { ...zaak, stappen, nu, taal: 'nl', now: NOW }))
  expect(tijdlijn).toContain('Uw zaak is gewijzigd')

  const { berichten } = await findBerichtenOfBurger(ctx, { burgerId })
  const cards = berichten.map((bericht) =>
    renderToStaticMarkup(createElement(BerichtCard, { bericht, taal: 'nl', now: NOW })),
  )
  expect(cards.filter((card) => card.includes('Uw zaak is gewijzigd')).length).toBeGreaterThan(0)
  expect(cards).not.toContain('')

  const kenmerken = (await readZaken(ctx, { burgerId, na: undefined, limit: 10 })).map(({ id }) => id)
  expect(kenmerken).toContain(zaak.id)
})

test('a besluit with an unknown resultaat still shows the last day to object', async () => {
  const zaak = testZaak({ statuscodes: ['ontvangen', 'unknown_here'] })
  const besluit = { datum: '2027-02-20', bekendmakingsdatum: '2027-02-22', uiterlijkeReactiedatum: '2027-04-05' }
  const { zaak: read } = await stored({ ...zaak, einddatum: '2027-02-20', besluit })
  const page = renderToStaticMarkup(
    createElement(Antwoord, { ...read, voortgang: voortgang(read, dateInAmsterdam(NOW)), taal: 'nl', now: NOW }),
  )
  expect(page).toContain('bezwaar maken tot en met')
})
