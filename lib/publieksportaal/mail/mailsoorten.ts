import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { decrypt } from '#lib/platform/crypto/encryption.ts'
import { writtenDate, writtenMoment, writtenTime } from '#lib/ui/text/dates.ts'
import { herinneringTexts } from '#lib/ui/texts/mijn/herinnering.ts'
import { mailTexts } from '#lib/ui/texts/mijn/mail.ts'
import { antwoordOf, zinText } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import { findReadyBestanden, readyUntil } from '../bestand/ready-bestanden.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findHerinnering } from '../herinnering/order-herinneringen.ts'
import { findZaakOfBurger } from '../zaak/find-zaken-of-burger.ts'
import type { ZaakGegevens } from '../zaak/zaak-van-burger.ts'
import { REFUSED } from '../zaak/zaak-van-burger.ts'
import type { Bestemming, LosseMail, LosseSoort } from './claimed-mail.ts'
import { afmeldLink, bevestigingLink, type MailContent, voorkeurenLink, zaakLink } from './mail-content.ts'

export type Gemeente = { naam: string; telefoon: string }

type Soort = {
  /** the address of the citizen that it goes to; without one the mail is dropped */
  naar: Bestemming
  /** undefined when nothing is left to mail */
  compose(
    ctx: PublieksportaalContext,
    mail: LosseMail,
    gemeente: Gemeente,
  ): Promise<Omit<MailContent, 'taal'> | undefined>
}

export const MAILSOORTEN: Record<LosseSoort, Soort> = {
  bevestiging: { naar: 'te_bevestigen', compose: composeBevestiging },
  adreswijziging: { naar: 'eigen', compose: composeAdreswijziging },
  adres_gewijzigd: { naar: 'eigen', compose: composeAdresGewijzigd },
  ontvangst: { naar: 'geldig', compose: composeOntvangst },
  herinnering: { naar: 'geldig', compose: composeHerinnering },
  klaargezet: { naar: 'geldig', compose: composeKlaargezet },
}

/** Composes the link that confirms an address. An unintended recipient need do nothing. */
async function composeBevestiging(
  { env }: PublieksportaalContext,
  { taal, geheim }: LosseMail,
  { naam, telefoon }: Gemeente,
) {
  if (!geheim) return undefined
  const { aanhef, bevestiging: t, vraag } = mailTexts[taal]
  const token = decrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, geheim).toString()
  return {
    subject: t.onderwerp(naam),
    parts: [
      { text: aanhef },
      { text: t.intro(naam) },
      { button: t.bevestig, href: bevestigingLink(env, token) },
      { text: t.geldig },
      { text: t.nietVanU },
      { note: vraag(telefoon) },
    ],
  }
}

/** Warns of a request by somebody else. Neither mail names the other address: it may be a stranger's. */
async function composeAdreswijziging(
  { env }: PublieksportaalContext,
  { taal }: LosseMail,
  { naam, telefoon }: Gemeente,
) {
  const { aanhef, adreswijziging: t } = mailTexts[taal]
  return {
    subject: t.onderwerp(naam),
    parts: [
      { text: aanhef },
      { text: t.intro(naam) },
      { text: t.totDan },
      { button: t.bekijk, href: voorkeurenLink(env) },
      { text: t.nietGedaan(telefoon) },
    ],
  }
}

async function composeAdresGewijzigd(_: PublieksportaalContext, { taal }: LosseMail, { naam, telefoon }: Gemeente) {
  const { aanhef, adresGewijzigd: t, adreswijziging } = mailTexts[taal]
  return {
    subject: t.onderwerp(naam),
    parts: [{ text: aanhef }, { text: t.intro(naam) }, { text: adreswijziging.nietGedaan(telefoon) }],
  }
}

/** Leaves out the names of the things asked, because they are words of a behandelaar. */
async function composeOntvangst(
  ctx: PublieksportaalContext,
  { burgerId, inzendingId, taal, afmeldcode }: LosseMail,
  { naam, telefoon }: Gemeente,
) {
  const { env, db, clock } = ctx
  const inzending =
    inzendingId && (await db.inzending.findFirst({ where: { id: inzendingId, burgerId }, include: { zaak: true } }))
  if (!inzending || inzending.teruggenomenOp) return undefined
  const { soort, nummer, tijdstip, gemachtigdeId, terugTeNemenTot: tot, zaak, uitkomst } = inzending
  const { gevoelig, identificatie } = zaak.gegevens as ZaakGegevens
  const { ontvangst: t, ...mail } = mailTexts[taal]
  const moment = writtenMoment(tijdstip, { taal })
  const aantal = (inzending.bestanden as unknown[]).length
  const isRefused = uitkomst === REFUSED
  const nog = soort === 'aanvulling' ? await nogTeSturen(ctx, { burgerId, zaakId: zaak.id, taal }) : null
  const gezegd = nog ? t.deel((inzending.aanvullingen as unknown[]).length) : t.wat[soort]
  const wat = [aantal > 0 ? t.bestanden(aantal) : gezegd, nog].filter(Boolean).join(' ')
  return {
    subject: (isRefused ? t.geweigerd.onderwerp : t.onderwerp)(naam),
    parts: [
      { text: mail.aanhef },
      { text: (isRefused ? t.geweigerd.uitleg : t.ontvangen)(moment) },
      ...(gevoelig ? [] : [{ text: isRefused ? t.zaak(identificatie) : `${wat} ${t.zaak(identificatie)}` }]),
      ...(gemachtigdeId === null ? [] : [{ text: t.doorAnder }]),
      ...(tot && tot > clock() ? [{ text: t.terugTot(writtenTime(tot)) }] : []),
      { text: t.nummer(nummer) },
      { button: mail.bekijk, href: zaakLink(env, zaak.id) },
      { text: mail.inloggen },
      { text: t.bel(telefoon) },
      { note: mail.waarom, link: mail.afmelden, href: afmeldLink(env, afmeldcode) },
    ],
  }
}

/**
 * Returns the number of things still to send and their last day, in the words of the page; null for none.
 */
async function nogTeSturen(
  ctx: PublieksportaalContext,
  { taal, ...ofZaak }: { burgerId: string; zaakId: string; taal: LosseMail['taal'] },
): Promise<string | null> {
  const zaak = await findZaakOfBurger(ctx, ofZaak)
  const now = ctx.clock()
  const nu = zaak && antwoordOf(voortgang(zaak, dateInAmsterdam(now)), zaak, { taal, now })
  return nu?.rij === 'aanvullen' ? `${zinText(nu.kop, taal)} ${mailTexts[taal].ontvangst.nog}` : null
}

/** Reminds of a last day; nothing once it was done. Does not name a gevoelige zaak. */
async function composeHerinnering(
  ctx: PublieksportaalContext,
  { burgerId, herinneringId, taal, afmeldcode }: LosseMail,
  { naam, telefoon }: Gemeente,
) {
  const found = herinneringId && (await findHerinnering(ctx, { herinneringId, burgerId }))
  if (!found) return undefined
  const { zaak, termijn } = found
  const { mail: t, laatsteDag, watDoen } = herinneringTexts[taal]
  const mail = mailTexts[taal]
  const { soort } = termijn
  return {
    subject: t.onderwerp(naam),
    parts: [
      { text: mail.aanhef },
      ...(zaak.gevoelig
        ? [{ text: t.neutraal }]
        : [
            { text: `${t.intro(zaak.identificatie)} ${laatsteDag[soort](writtenDate(termijn.laatsteDag, taal))}` },
            { text: watDoen[soort] },
          ]),
      { button: mail.bekijk, href: zaakLink(ctx.env, zaak.id) },
      { text: mail.inloggen },
      { text: zaak.gevoelig ? mail.vraag(telefoon) : mail.bel(telefoon) },
      { note: t.waarom, link: mail.afmelden, href: afmeldLink(ctx.env, afmeldcode) },
    ],
  }
}

/**
 * Reminds of unsent files; nothing once they were sent or removed. File names are words of the citizen and
 * stay out.
 */
async function composeKlaargezet(
  ctx: PublieksportaalContext,
  { burgerId, zaakId, taal, afmeldcode }: LosseMail,
  { naam, telefoon }: Gemeente,
) {
  const { herinnerAanvulling } = await ctx.db.burger.findUniqueOrThrow({ where: { id: burgerId } })
  const zaak = zaakId && herinnerAanvulling && (await findZaakOfBurger(ctx, { burgerId, zaakId }))
  const tot = zaak && readyUntil(await findReadyBestanden(ctx, { burgerId, zaakId: zaak.id }))
  if (!zaak || !tot || tot <= ctx.clock()) return undefined
  const { klaargezet: t, ...mail } = mailTexts[taal]
  const { waarom } = herinneringTexts[taal].mail
  return {
    subject: t.onderwerp(naam),
    parts: [
      { text: mail.aanhef },
      ...(zaak.gevoelig
        ? [{ text: t.neutraal }]
        : [{ text: t.nietVerstuurd(zaak.identificatie) }, { text: t.tot(writtenMoment(tot, { taal })) }]),
      { button: mail.bekijk, href: zaakLink(ctx.env, zaak.id) },
      { text: mail.inloggen },
      { text: zaak.gevoelig ? mail.vraag(telefoon) : mail.bel(telefoon) },
      { note: waarom, link: mail.afmelden, href: afmeldLink(ctx.env, afmeldcode) },
    ],
  }
}
