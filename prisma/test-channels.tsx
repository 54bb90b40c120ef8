import { renderToStaticMarkup } from 'react-dom/server'
import { expect } from 'vitest'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { agendapuntenOf } from '#lib/publieksportaal/agenda/agendapunt.ts'
import { openTermijnen } from '#lib/publieksportaal/herinnering/order-herinneringen.ts'
import { ZAAK_VAN_BURGER } from '#lib/publieksportaal/zaak/test-zaak-van-burger.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { plainDate, writtenDate } from '#lib/ui/text/dates.ts'
import { mailTexts } from '#lib/ui/texts/mijn/mail.ts'
import { Antwoord } from '#lib/voortgang/antwoord.tsx'
import { antwoordOf } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { berichten } from '#lib/voortgang/berichten.ts'
import { ASKS, STOPS } from '#lib/voortgang/past-stappen.ts'
import { Tijdlijn } from '#lib/voortgang/tijdlijn.tsx'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import { zaakmail } from '#lib/voortgang/zaakmail.ts'
import { summarizeZaak } from '../app/(publieksportaal)/mijn/(portaal)/zaak-summary.ts'
import { ZaakFacts } from '../app/(publieksportaal)/mijn/(portaal)/zaken/[zaakId]/zaak-facts.tsx'
import { ZaakCard } from '../app/(publieksportaal)/mijn/(portaal)/zaken-list.tsx'
import { nieuwsAlsBrief } from '../app/(zaaksysteem)/balie/(signed-in)/zaken/[zaakId]/brief/nieuws-als-brief.ts'
import { type ShownZaak, toShownZaak } from '../app/(zaaksysteem)/balie/(signed-in)/zaken/[zaakId]/shown-zaak.ts'

const taal = 'nl'
const textOf = (html: string) =>
  html
    .replaceAll(/<[^<>]{1,500}>/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ([.:])/g, '$1')

/** Returns what each channel tells a citizen about a zaak at a moment. */
function readChannels(shown: ShownZaak, resource: ZaakResource, now: Date) {
  const today = dateInAmsterdam(now)
  const { statussen } = shown
  const zaak: ZaakVanBurger = { ...ZAAK_VAN_BURGER, ...shown, versie: statussen.length }
  const stand = voortgang(zaak, today)
  const nu = antwoordOf(stand, zaak, { taal, now })
  const versies = statussen.slice(-1).map(({ versie }) => versie)
  const about = { versies, neutraal: false, heeftMeerZaken: false, taal, gemeente: 'G', now } as const
  const html = {
    pagina: renderToStaticMarkup(<Antwoord voortgang={stand} {...zaak} taal={taal} now={now} />),
    kaart: renderToStaticMarkup(<ZaakCard zaak={zaak} taal={taal} now={now} />),
    tijdlijn: renderToStaticMarkup(<Tijdlijn {...zaak} stappen={stand.stappen} nu={nu} taal={taal} now={now} />),
    gegevens: renderToStaticMarkup(
      <ZaakFacts zaak={zaak} stand={stand} nu={nu} phone="14 030" taal={taal} today={today} />,
    ),
  }
  const mail = zaakmail(zaak, about)
  const told = berichten(zaak, { taal, now })
  // For the letter from the desk, the report counts by its time: now, or the last moment at which it was
  // possible.
  const gemeldOp = new Date(`${shown.opschorting?.tot ?? '2000-01-01'}T09:00:00Z`)
  const inzendingen = [{ aanvullingIds: shown.gemeld, tijdstip: gemeldOp }]
  const brief = nieuwsAlsBrief(toShownZaak(resource, inzendingen), now)
  const agenda = agendapuntenOf(
    {
      ...zaak,
      volgnummer: 1,
      isAfgerond: stand.afgerond,
    },
    today,
  )
  const texts = {
    pagina: textOf(html.pagina),
    kaart: textOf(html.kaart),
    tijdlijn: textOf(html.tijdlijn),
    gegevens: textOf(html.gegevens),
    mail: [mail.onderwerp, ...mail.delen.map((deel) => ('heading' in deel ? deel.heading : deel.text))].join(' '),
    berichten: told.map(({ titel, uitleg, teDoen }) => `${titel} ${uitleg} ${teDoen ?? ''}`).join(' '),
    brief: `${brief.kop} ${brief.tekst}`,
  }
  return { zaak, stand, nu, html, mail, told, agenda, texts, now, today, termijnen: openTermijnen(zaak, now) }
}

/**
 * Expects that page, card, tijdlijn, Gegevens, berichten, mail, letter, agenda and reminders agree on one
 * task, one date and one step.
 */
export function expectOneTruth(shown: ShownZaak, resource: ZaakResource, now: Date): void {
  const read = readChannels(shown, resource, now)
  expectOneTask(read)
  expectOneDate(read)
  expectOneStep(read)
}

type Read = ReturnType<typeof readChannels>

function expectOneTask({ zaak, nu, stand, mail, told, agenda, texts, termijnen, now }: Read): void {
  const moet = nu.toon === 'teDoen'
  // The heading above its card says so.
  expect(summarizeZaak(zaak, { taal, now }).moetHandelen, nu.rij).toBe(moet)
  expect(mail.onderwerp === mailTexts.nl.onderwerp.moet('G'), nu.rij).toBe(moet)
  expect(
    told.some(({ moetHandelen }) => moetHandelen),
    nu.rij,
  ).toBe(moet)
  for (const [channel, text] of Object.entries(texts)) {
    if (moet) expect(text, channel).not.toContain('U hoeft nu niets te doen')
    if (nu.rij !== 'aanvullingVoorbij')
      expect(text, channel).not.toMatch(/Bel ons vandaag|misten|laatste dag is voorbij\. Wij/)
  }
  const asks = nu.rij === 'aanvullen'
  expect(told.filter(({ sturenTot }) => sturenTot).map(({ sturenTot }) => sturenTot)).toEqual(
    asks ? [stand.stilstand?.tot] : [],
  )
  expect(termijnen.filter(({ soort }) => soort === 'aanvulling')).toHaveLength(asks ? 1 : 0)
  const stil = nu.rij === 'aanvullen' || (nu.rij === 'aanvullingVoorbij' && stand.stilstand !== null)
  expect(agenda.filter(({ soort }) => soort === 'aanvulling').map(({ datum }) => datum)).toEqual(
    stil && zaak.aanvullingen.length > 0 ? [stand.stilstand?.tot] : [],
  )
  const lists = told.filter(({ aanvullingen }) => aanvullingen.length > 0).map(({ aanvullingen }) => aanvullingen)
  if (moet && nu.nogTeSturen.length > 0) expect(lists).toEqual([nu.nogTeSturen])
  for (const { id, naam } of zaak.aanvullingen) {
    const isLeft = nu.nogTeSturen.some((one) => one.id === id)
    expect(texts.tijdlijn.includes(naam), `${nu.rij} ${naam}`).toBe(isLeft && stil)
    if (!isLeft) expect(texts.brief).not.toContain(`- ${naam}`)
  }
}

function expectOneDate({ zaak, nu, stand, agenda, texts, today }: Read): void {
  const { verwacht, uiterlijk } = nu.besluit
  const at = (soort: string) => agenda.filter((punt) => punt.soort === soort).map(({ datum }) => datum)
  const stil = zaak.opschorting !== null
  expect(at('streefdatum')).toEqual(verwacht ? [verwacht] : [])
  expect(at('fataleDatum')).toEqual(uiterlijk && !stil ? [uiterlijk] : [])
  const says = (text: string, before: string, date: string) => text.includes(`${before} ${plainDate(date, taal)}`)
  const komt = stand.nogBekend ? 'Wij sturen u het besluit op' : 'Wij verwachten ons besluit op'
  if (verwacht) expect(says(texts.gegevens, komt, verwacht)).toBe(true)
  const { uiterlijkeEinddatumAfdoening: last } = zaak
  const isAhead = uiterlijk !== null && uiterlijk >= today
  expect(says(texts.gegevens, 'Wij beslissen uiterlijk', last), nu.rij).toBe(isAhead)
  expect(says(texts.gegevens, 'Wij moesten uiterlijk beslissen op', last), nu.rij).toBe(uiterlijk !== null && !isAhead)
  const comes = stand.stappen.at(-1)?.toestand === 'komt'
  if (comes) expect(says(texts.tijdlijn, 'Uiterlijk', last), nu.rij).toBe(uiterlijk !== null)
  // No channel may promise a day that the answer does not.
  const promises = [
    `U hoort uiterlijk ${writtenDate(last, taal)}`,
    `Wij beslissen uiterlijk ${writtenDate(last, taal)}`,
  ]
  for (const [channel, text] of Object.entries(texts)) {
    if (nu.hoortUiterlijk === null) for (const promise of promises) expect(text, channel).not.toContain(promise)
    if (nu.rij !== 'aanvullen') expect(text, channel).not.toContain('Stuur ons uiterlijk')
  }
  if (nu.rij !== 'aanvullen' || !stand.stilstand) return
  const { tot } = stand.stilstand
  for (const channel of ['pagina', 'tijdlijn', 'mail', 'berichten'] as const)
    expect(texts[channel], channel).toContain(`Stuur ons uiterlijk ${writtenDate(tot, taal)}`)
  expect(texts.kaart).toContain(plainDate(tot, taal))
  expect(says(texts.gegevens, 'Stuur uw informatie uiterlijk', tot)).toBe(true)
}

function expectOneStep({ nu, stand, html }: Read): void {
  const current = [...html.tijdlijn.matchAll(/aria-current="step"[\s\S]{0,600}?<h3[^<>]{0,200}>([\s\S]*?)<\/h3>/g)]
  const stap = stand.stappen.find(({ versie }) => versie === nu.stap)
  expect(current.map(([, heading]) => textOf(heading ?? '').trim())).toEqual(
    stand.afgerond ? [] : [stap?.omschrijving.nl],
  )
  const soort = stap?.soort as (typeof ASKS)[number]
  if (nu.rij === 'aanvullen' || nu.rij === 'aanvullingGemeld') expect(ASKS).toContain(soort)
  if (nu.rij === 'opgeschort' || nu.rij === 'uitstelVoorbij') expect(STOPS).toContain(soort)
  if (nu.rij === 'gebeurd') expect(nu.kop.tekst).toBe(stand.gebeurd?.antwoord.nl)
  if (nu.rij === 'vertraagd') expect(soort).toBe('vertraging_gemeld')
}
