import { z } from 'zod'
import { statuscode } from './zaak-event.ts'

const ELFPROEF_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1]

/** A text for citizens, B1, in Dutch and English. May hold `{fataleDatum}` and `{bezwaardatum}`. */
export const tweetalig = z.object({ nl: z.string(), en: z.string() })
export type Tweetalig = z.infer<typeof tweetalig>

/** What a citizen is told about a status that has been reached. */
const statusteksten = {
  /** label on the tijdlijn */
  omschrijving: tweetalig,
  /** one sentence that says where the zaak stands */
  antwoord: tweetalig,
  /** what it means (ZGW statustekst) */
  statustekst: tweetalig,
  /** what the citizen must or can do; null when nothing is needed */
  handeling: tweetalig.nullable(),
}

/** ZGW StatusType, with the texts for citizens. */
export const statustypeResource = z.object({
  code: statuscode,
  /** order within the zaaktype, from 1 */
  volgnummer: z.int32().positive(),
  isEindstatus: z.boolean(),
  ...statusteksten,
})

/** ZGW ResultaatType. `statuscode` is the status in events when the zaak closes with this resultaat. */
export const resultaattypeResource = z.object({ code: z.string(), statuscode, ...statusteksten })

export const zaaktypeResource = z.object({
  identificatie: z.string(),
  omschrijving: tweetalig,
  statustypen: z.array(statustypeResource).min(1),
  resultaattypen: z.array(resultaattypeResource).min(1),
})

/** One row of a zaak's history. */
export const statusResource = z.object({
  /** id of the event that announced it */
  gebeurtenisId: z.uuid(),
  /** the zaak's versie after this status, contiguous from 1 */
  versie: z.int32().positive(),
  soort: z.enum(['registratie', 'statuswijziging', 'heropening']),
  statuscode,
  datumStatusGezet: z.iso.datetime(),
  statustoelichting: z.string().nullable(),
})

/**
 * A burgerservicenummer: nine digits that pass the elfproef, so that no typing error points at another person. Eight
 * digits are none: a lost leading zero cannot be told from another lost digit. What it finds wrong never quotes the
 * number.
 */
export const bsn = z
  .string()
  .regex(/^\d{9}$/)
  .refine((digits) => digits !== '000000000' && passesElfproef(digits))

function passesElfproef(digits: string): boolean {
  return ELFPROEF_WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11 === 0
}

/**
 * `GET /v1/zaken/{uuid}`: what events leave out, also personal data. For API clients with the scope `zaken.lezen`; never
 * log it. Dates `yyyy-mm-dd`.
 */
export const zaakResource = z.object({
  uuid: z.uuid(),
  identificatie: z.string(),
  omschrijving: z.string(),
  /** +1 with every change */
  versie: z.int32().positive(),
  startdatum: z.iso.date(),
  einddatumGepland: z.iso.date(),
  uiterlijkeEinddatumAfdoening: z.iso.date(),
  einddatum: z.iso.date().nullable(),
  behandelendTeam: z.string(),
  status: statuscode,
  /** only with the scope `zaken.bsn.lezen` as well */
  initiator: z.object({ bsn }),
  zaaktype: zaaktypeResource,
  statussen: z.array(statusResource).min(1),
})

/** What an API client without the scope `zaken.bsn.lezen` gets instead, alone and in a page. */
export const zaakResourceZonderBsn = zaakResource.omit({ initiator: true })

/**
 * `GET /v1/zaken?na=<uuid>&limiet=<1..100>`: all zaken, ordered by uuid. `volgende` is the next `na`, or null.
 * `laatste`, on the page without `na`, is the uuid of the last zaak at that moment, or null when there is none. A client
 * that reads the pages up to that one has all zaken from before it began, also while others are being registered.
 * `GET /v1/zaken?uuid__in=<uuid>,<uuid>`: those of the given zaken (at most 100) that exist; `volgende` is null.
 */
export const zakenPage = z.object({
  zaken: z.array(zaakResource),
  volgende: z.uuid().nullable(),
  laatste: z.uuid().nullish(),
})

export type StatustypeResource = z.infer<typeof statustypeResource>
export type ResultaattypeResource = z.infer<typeof resultaattypeResource>
export type ZaaktypeResource = z.infer<typeof zaaktypeResource>
export type StatusResource = z.infer<typeof statusResource>
export type ZaakResource = z.infer<typeof zaakResource>
export type ZaakResourceZonderBsn = z.infer<typeof zaakResourceZonderBsn>
