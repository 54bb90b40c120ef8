import { z } from 'zod'
import { VERTROUWELIJKHEDEN } from '#lib/contract/zaak-resource.ts'
import { cleanNaam, naamVanTitel } from '#lib/platform/bestand/clean-naam.ts'
import { FORMATEN, type Formaat } from '#lib/platform/bestand/formaten.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { withoutOverrides } from '#lib/platform/json/parse-json.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { DocumentVanBurger, ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import { type Registratie, readPages, readRegistratie } from './call-registratie.ts'
import { findZgwZaak, readSoorten, uuidOf, type ZgwZaak } from './zgw-zaak.ts'

/** For all calls together; short, because a page waits for them. */
const TIMEOUT_MS = 4_000
/** The newest documents that are read; AT_ONCE is the page size of each Documenten API. */
const MOST_DOCUMENTEN = 1_000
const AT_ONCE = 100
const MOST_BESLUITEN = 50
const FORMAAT = /^[a-z]{1,40}\/[a-z0-9.+-]{1,80}$/
/** Removed from titles, as in the zaaksysteem: line breaks and characters that change the text direction. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

const datum = z.iso.date().nullish()
const zaakRelatie = z.object({ zaak: z.string(), informatieobject: z.string(), registratiedatum: z.string() })
const besluitRelatie = z.object({ besluit: z.string(), informatieobject: z.string() })
const besluitSchema = z.object({ url: z.string(), zaak: z.string(), verzenddatum: datum, publicatiedatum: datum })
const documentSchema = z.object({
  url: z.string(),
  titel: z.string(),
  versie: z.int().positive(),
  status: z.enum(['definitief', 'gearchiveerd']),
  vertrouwelijkheidaanduiding: z.enum(VERTROUWELIJKHEDEN),
  locked: z.literal(false),
  /** the address of its bytes, never called; without one the document has no bytes */
  inhoud: z.string().min(1),
  formaat: z.string().catch(''),
  bestandsnaam: z.string().catch(''),
  bestandsomvang: z.int().positive().nullish(),
  creatiedatum: z.iso.date(),
  ontvangstdatum: datum,
  verzenddatum: datum,
  informatieobjecttype: z.string(),
  _expand: z
    .object({ informatieobjecttype: z.object({ omschrijving: z.string() }) })
    .optional()
    .catch(undefined),
})
type Besluit = z.infer<typeof besluitSchema>

/** The reason why documents are missing. */
export type Onvolledig = 'onbereikbaar' | 'te_veel'

/**
 * Adds to the zaak the documents in the ZGW registratie, if configured, that its citizen may read. Reads them
 * each time and stores nothing, so that a document withdrawn there disappears here at once.
 *
 * @param only the id of the one wanted document; the registratie is asked only when the zaaksysteem lacks it
 */
export async function withZgwDocumenten(
  ctx: Registratie & Pick<PublieksportaalContext, 'log'>,
  zaak: ZaakVanBurger,
  only?: string,
): Promise<{ zaak: ZaakVanBurger; onvolledig: Onvolledig | null }> {
  if (!ctx.env.PUBLIEKSPORTAAL_ZGW_BRONORGANISATIE || zaak.documenten.some(({ id }) => id === only)) {
    return { zaak, onvolledig: null }
  }
  try {
    const { documenten, isAll } = await readDocumenten(ctx, zaak.identificatie, only)
    const all = [...zaak.documenten, ...documenten].sort((one, other) => one.datum.localeCompare(other.datum))
    return { zaak: { ...zaak, documenten: all }, onvolledig: isAll ? null : 'te_veel' }
  } catch (err) {
    ctx.log.warn({ err }, 'The ZGW registratie could not be read, and its documents are not shown')
    return { zaak, onvolledig: 'onbereikbaar' }
  }
}

async function readDocumenten(
  ctx: Registratie,
  identificatie: string,
  only: string | undefined,
): Promise<{ documenten: DocumentVanBurger[]; isAll: boolean }> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const today = dateInAmsterdam(ctx.clock())
  const zaak = await findZgwZaak(ctx, { identificatie, signal })
  if (!zaak) return { documenten: [], isAll: true }

  const relatiesCall = { api: 'ZAKEN', path: '/zaakinformatieobjecten', query: { zaak: zaak.url }, signal } as const
  const [relaties, soorten, besluitenOf] = await Promise.all([
    readRegistratie(ctx, relatiesCall, z.array(zaakRelatie)),
    readSoorten(ctx, { zaak, signal }),
    readBesluitdocumenten(ctx, { zaak, signal }),
  ])
  const richtingen = Map.groupBy(soorten, ({ informatieobjecttype }) => informatieobjecttype)
  const newest = relaties
    .filter((relatie) => relatie.zaak === zaak.url)
    .sort((one, other) => other.registratiedatum.localeCompare(one.registratiedatum))
    .map(({ informatieobject }) => uuidOf(informatieobject))
  const all = [...new Set([...besluitenOf.keys(), ...newest])].filter((id) => id !== '' && (only ?? id) === id)
  const wanted = all.slice(0, MOST_DOCUMENTEN)
  const hoogste = VERTROUWELIJKHEDEN.indexOf(ctx.env.PUBLIEKSPORTAAL_ZGW_VERTROUWELIJKHEID)
  const readable = VERTROUWELIJKHEDEN.slice(0, hoogste + 1)
  const found = await Promise.all(
    Array.from({ length: Math.ceil(wanted.length / AT_ONCE) }, (_, index) => {
      const uuids = wanted.slice(index * AT_ONCE, (index + 1) * AT_ONCE)
      const body = { uuid__in: uuids, expand: ['informatieobjecttype'] }
      const call = { api: 'DOCUMENTEN', path: '/enkelvoudiginformatieobjecten/_zoek', body, signal } as const
      // null for a document that may not be read, has no bytes or lacks required fields
      return readPages(ctx, call, documentSchema.nullable().catch(null))
    }),
  )
  const documenten = found.flat().flatMap((document) => {
    if (!document || !readable.includes(document.vertrouwelijkheidaanduiding)) return []
    const id = uuidOf(document.url)
    if (!wanted.includes(id) || (document.verzenddatum ?? '') > today) return []
    const held = besluitenOf.get(id)
    const besluit = held?.find((one) => (bekendgemaakt(one) ?? '9999') <= today)
    const richting = richtingen.get(document.informatieobjecttype) ?? []
    const isForAanvrager = held ? besluit : richting.length > 0 && richting.every((one) => one.richting !== 'intern')
    return isForAanvrager ? [toDocument(document, id, besluit)] : []
  })
  return { documenten, isAll: wanted.length === all.length }
}

/** Returns the besluiten in each document; nobody reads it before one of them is bekendgemaakt (Awb 3:41). */
async function readBesluitdocumenten(
  ctx: Registratie,
  { zaak, signal }: { zaak: ZgwZaak; signal: AbortSignal },
): Promise<Map<string, Besluit[]>> {
  const call = { api: 'BESLUITEN', path: '/besluiten', query: { zaak: zaak.url }, signal } as const
  const besluiten = (await readPages(ctx, call, besluitSchema)).filter((besluit) => besluit.zaak === zaak.url)
  if (besluiten.length > MOST_BESLUITEN) throw new Error('A zaak has too many besluiten')
  const held = await Promise.all(
    besluiten.map(async (besluit) => {
      const query = { besluit: besluit.url }
      const call = { api: 'BESLUITEN', path: '/besluitinformatieobjecten', query, signal } as const
      const relaties = await readRegistratie(ctx, call, z.array(besluitRelatie))
      return relaties
        .filter((relatie) => relatie.besluit === besluit.url)
        .map(({ informatieobject }) => ({ id: uuidOf(informatieobject), besluit }))
    }),
  )
  const byDocument = Map.groupBy(held.flat(), ({ id }) => id)
  return new Map([...byDocument].map(([id, found]) => [id, found.map(({ besluit }) => besluit)]))
}

const bekendgemaakt = ({ verzenddatum, publicatiedatum }: Besluit) => verzenddatum ?? publicatiedatum

function toDocument(
  document: z.infer<typeof documentSchema>,
  id: string,
  besluit: Besluit | undefined,
): DocumentVanBurger {
  const { titel, versie, formaat, bestandsnaam, bestandsomvang, informatieobjecttype } = document
  const shown = titel.replace(INVISIBLE, '').trim()
  const datum = document.verzenddatum ?? document.ontvangstdatum ?? document.creatiedatum
  return {
    id,
    titel: shown || cleanNaam(bestandsnaam),
    informatieobjecttype: uuidOf(informatieobjecttype),
    datum,
    formaat: FORMAAT.test(formaat) ? formaat : 'application/octet-stream',
    grootte: bestandsomvang ?? null,
    sha256: null,
    vertrouwelijkheidaanduiding: document.vertrouwelijkheidaanduiding,
    zichtbaarVanaf: (besluit && bekendgemaakt(besluit)) ?? datum,
    besluit: besluit ? uuidOf(besluit.url) : null,
    documentversie: versie,
    versie: 0,
    zgw: {
      soort: withoutOverrides(document._expand?.informatieobjecttype.omschrijving ?? null),
      // the extension of `formaat`, unverified, makes the file open in the right program
      naam: (bestandsnaam ? cleanNaam : naamVanTitel)(
        bestandsnaam || titel,
        formaat in FORMATEN ? (formaat as Formaat) : undefined,
      ),
    },
  }
}
