import { isoDate } from '#lib/platform/calendar.ts'
import { findVestigingsnummer } from '../burger/identiteit.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findEmailadres } from '../mail/emailadres/emailadres.ts'
import { loadZaken } from '../zaak/find-zaken-of-burger.ts'

type Ctx = Pick<PublieksportaalContext, 'env' | 'db'>

/**
 * A record about a citizen, with names as in the glossary. The download has it as JSON, the page in words.
 */
export type Regel<Held = object> = {
  /** the cursor of the next page */
  id: string
  gegevens: Held
}

/** Returns at most `limit` records, newest first, by descending `id`. */
export type ReadOnderdeel<Held = object> = (ctx: Ctx, page: Page) => Promise<Regel<Held>[]>

type Page = { burgerId: string; na: string | undefined; limit: number }

const newestFirst = ({ limit }: Page) => ({ orderBy: { id: 'desc' }, take: limit }) as const
const after = ({ na }: Page) => na && { id: { lt: na } }
/** Selects a page of the citizen's own rows. */
const pageOf = (page: Page) => ({ where: { burgerId: page.burgerId, ...after(page) }, ...newestFirst(page) })

/** Returns at most one record, without the address of the agenda, because that grants access to it. */
const readAgenda = async ({ db }: Ctx, { burgerId, na }: Page) => {
  const select = { taal: true, aangemaaktOp: true, opgehaaldOp: true }
  const gegevens = na === undefined && (await db.agenda.findUnique({ where: { burgerId }, select }))
  return gegevens ? [{ id: burgerId, gegevens }] : []
}

/** Returns the devices and their queued pushes, without endpoints and keys: with those anybody could push. */
const readApparaten = async ({ db }: Ctx, page: Page) => {
  const rows = await db.apparaat.findMany({
    ...pageOf(page),
    select: {
      id: true,
      naam: true,
      taal: true,
      toegevoegdOp: true,
      laatstGeluktOp: true,
      pushes: { select: { zaakId: true, aangemaaktOp: true }, orderBy: { id: 'asc' } },
    },
  })
  return rows.map(({ id, pushes, ...gegevens }) => ({ id, gegevens: { ...gegevens, nogTeMelden: pushes } }))
}

/** Returns the bewijzen without the fields of their reporting, which say nothing of the citizen. */
const readBewijzen = async ({ db }: Ctx, page: Page) => {
  const rows = await db.bewijs.findMany({
    where: { burgerId: page.burgerId, ...(page.na && { id: { lt: BigInt(page.na) } }) },
    select: {
      id: true,
      zaakId: true,
      gebeurtenisId: true,
      soort: true,
      tijdstip: true,
      document: true,
      gemeldOp: true,
    },
    ...newestFirst(page),
  })
  return rows.map(({ id, ...gegevens }) => ({ id: String(id), gegevens }))
}

/** Returns one record without the hash, which is useful only with the key; the file says that it exists. */
const readBurger = async (ctx: Ctx, { burgerId, na }: Page) => {
  if (na) return []
  const burger = await ctx.db.burger.findUnique({
    where: { id: burgerId },
    select: {
      id: true,
      liveVolgnummer: true,
      pushVoortgang: true,
      pushTermijnen: true,
      herinnerAanvulling: true,
      herinnerBezwaar: true,
      portaalGebruiktOp: true,
    },
  })
  if (!burger) return []
  const { id, liveVolgnummer: aantalWijzigingen, pushVoortgang, pushTermijnen, portaalGebruiktOp } = burger
  const nummer = 'BSN of KvK-nummer alleen als code (HMAC-SHA-256 met een geheime sleutel), niet het nummer zelf'
  const herinneringenAan = { aanvulling: burger.herinnerAanvulling, bezwaar: burger.herinnerBezwaar }
  const meldingenOver = { voortgang: pushVoortgang, termijnen: pushTermijnen }
  const vestigingsnummer = await findVestigingsnummer(ctx, burgerId)
  const gegevens = { kenmerk: id, nummer, aantalWijzigingen, meldingenOver, herinneringenAan, portaalGebruiktOp }
  return [{ id, gegevens: { ...gegevens, ...(vestigingsnummer && { vestigingsnummer }) } }]
}

/** Returns at most one record. */
const readEmailadres = async (ctx: Ctx, { burgerId, na }: Page) => {
  const gegevens = na === undefined && (await findEmailadres(ctx, { burgerId }))
  return gegevens ? [{ id: burgerId, gegevens }] : []
}

/** Returns the auditregels with the burger as actor, or as the one represented. They name nobody else. */
const readAuditregels = async ({ db }: Ctx, page: Page) => {
  const { burgerId, limit } = page
  // two queries, each in the order of its own index
  const before = { actorSoort: 'burger', ...after(page) } as const
  const [did, forHim] = await Promise.all([
    db.auditregel.findMany({ where: { actor: burgerId, ...before }, ...newestFirst(page) }),
    db.auditregel.findMany({ where: { namens: burgerId, ...before }, ...newestFirst(page) }),
  ])
  const rows = [...did, ...forHim].toSorted((one, other) => (one.id > other.id ? -1 : 1)).slice(0, limit)
  return rows.map(({ id, tijdstip, handeling, uitkomst, actor, namens }) => ({
    id,
    gegevens: { tijdstip, handeling, uitkomst, door: doorOf({ actor, namens }, burgerId) },
  }))
}

function doorOf({ actor, namens }: { actor: string | null; namens: string | null }, burgerId: string) {
  if (actor !== burgerId) return 'iemand anders, voor u' as const
  return namens === null ? ('uzelf' as const) : ('u, voor iemand anders' as const)
}

const readHerinneringen = async ({ db }: Ctx, page: Page) => {
  const rows = await db.herinnering.findMany({
    ...pageOf(page),
    select: { id: true, zaakId: true, soort: true, laatsteDag: true, tijdstip: true },
  })
  return rows.map(({ id, laatsteDag, ...gegevens }) => ({
    id,
    gegevens: { ...gegevens, laatsteDag: isoDate(laatsteDag) },
  }))
}

/**
 * Returns the inzendingen without the fields of their sending, which say nothing of the citizen, and without
 * the gemachtigde.
 */
const readInzendingen = async ({ db }: Ctx, page: Page) => {
  const rows = await db.inzending.findMany({
    ...pageOf(page),
    select: {
      id: true,
      nummer: true,
      zaakId: true,
      soort: true,
      aanvullingen: true,
      bestanden: true,
      tekst: true,
      tijdstip: true,
      teruggenomenOp: true,
      gemachtigdeId: true,
      uitkomst: true,
    },
  })
  return rows.map(({ id, gemachtigdeId, ...gegevens }) => ({
    id,
    gegevens: { ...gegevens, doorGemachtigde: gemachtigdeId !== null },
  }))
}

/** Returns the files that the zaaksysteem does not have yet, without their bytes and key. */
const readBestanden = async ({ db }: Ctx, page: Page) => {
  const rows = await db.bestand.findMany({
    ...pageOf(page),
    select: {
      id: true,
      zaakId: true,
      naam: true,
      formaat: true,
      grootte: true,
      sha256: true,
      aangemaaktOp: true,
      inzendingId: true,
    },
  })
  return rows.map(({ id, inzendingId, ...gegevens }) => ({
    id,
    gegevens: { ...gegevens, verstuurd: inzendingId !== null },
  }))
}

/** Returns the queued mails. Their texts are composed when they are sent. */
const readMails = async ({ db }: Ctx, page: Page) => {
  const rows = await db.uitgaandeMail.findMany({
    ...pageOf(page),
    select: { id: true, soort: true, zaakId: true, aangemaaktOp: true },
  })
  return rows.map(({ id, ...gegevens }) => ({ id, gegevens }))
}

/**
 * Returns the sessies of the citizen, those of his gemachtigden, and his own as a gemachtigde. Ids stay out:
 * a cookie holds them.
 */
const readSessies = async ({ db }: Ctx, page: Page) => {
  const { burgerId } = page
  const rows = await db.sessie.findMany({
    where: { OR: [{ burgerId }, { gemachtigdeId: burgerId }], ...after(page) },
    select: { id: true, gemachtigdeId: true, verlooptOp: true, beeindigdOp: true },
    ...newestFirst(page),
  })
  return rows.map(({ id, gemachtigdeId, ...gegevens }) => ({
    id,
    gegevens: { ...gegevens, door: doorOf({ actor: gemachtigdeId ?? burgerId, namens: gemachtigdeId }, burgerId) },
  }))
}

const readVerwijderdeZaken = async ({ db }: Ctx, page: Page) => {
  const rows = await db.verwijderdeZaak.findMany(pageOf(page))
  return rows.map(({ id, verwijderdOp }) => ({ id, gegevens: { kenmerk: id, verwijderdOp } }))
}

const readVerzondenMails = async ({ db }: Ctx, page: Page) => {
  const rows = await db.verzondenMail.findMany({
    ...pageOf(page),
    select: { id: true, zaakId: true, versies: true, verzondenOp: true },
  })
  return rows.map(({ id, ...gegevens }) => ({ id, gegevens }))
}

/** Returns the zaken, each with only the name of its zaaktype: its texts are the same for everybody. */
export const readZaken = async (ctx: Ctx, page: Page) => {
  const rows = await ctx.db.zaak.findMany({ ...pageOf(page), select: { id: true } })
  const zaken = await loadZaken(ctx, { burgerId: page.burgerId, ids: rows.map(({ id }) => id) })
  return zaken.map(({ id, zaaktype, gemeld: _, statussen, ...zaak }) => ({
    id,
    gegevens: {
      kenmerk: id,
      zaaktype: zaaktype.omschrijving.nl,
      ...zaak,
      // the file keeps the names that earlier downloads have
      statussen: statussen.map(({ datumStatusGezet: tijdstip, statustoelichting: toelichting, ...status }) => ({
        ...status,
        tijdstip,
        toelichting,
      })),
    },
  }))
}

/**
 * Everything that the portal holds about a citizen (AVG 15 and 20). A new table with data of a citizen needs
 * an entry here, with a title and explanation in lib/ui/texts/mijn/gegevens.ts: a test compares this list
 * with the schema.
 */
export const ONDERDELEN = {
  burger: readBurger,
  zaken: readZaken,
  inzendingen: readInzendingen,
  bestanden: readBestanden,
  bewijzen: readBewijzen,
  herinneringen: readHerinneringen,
  emailadres: readEmailadres,
  agenda: readAgenda,
  mails: readMails,
  verzondenMails: readVerzondenMails,
  apparaten: readApparaten,
  verwijderdeZaken: readVerwijderdeZaken,
  sessies: readSessies,
  handelingen: readAuditregels,
} satisfies Record<string, ReadOnderdeel>

export type OnderdeelNaam = keyof typeof ONDERDELEN
/** The fields of a record of an onderdeel. */
export type Gegevens<Naam extends OnderdeelNaam> = Awaited<ReturnType<(typeof ONDERDELEN)[Naam]>>[number]['gegevens']
