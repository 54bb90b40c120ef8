import { hash } from 'node:crypto'
import { z } from 'zod'
import { bewijssoort } from '#lib/contract/bewijzen.ts'
import { statusSoort } from '#lib/contract/zaak-resource.ts'
import { spokenCode } from '#lib/platform/crypto/secret.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { Inzendingsoort } from '../generated/enums.ts'
import type { ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import type { BewijsVanWijziging, BewijsVanZaak } from './find-bewijs-of-zaak.ts'

const moment = z.iso.datetime()

/**
 * The file with which a citizen proves what the portal told, and when. Names as in the glossary; times in
 * UTC.
 */
export const bewijsbestand = z.strictObject({
  gemaaktOp: moment,
  /** over the members below: the same on the page and in every file with this content */
  code: z.string(),
  /** the page to check the file, with instructions to check it offline */
  controleren: z.url(),
  gemeente: z.string(),
  zaak: z.strictObject({ kenmerk: z.uuid(), zaaknummer: z.string(), zaaktype: z.string(), omschrijving: z.string() }),
  wijzigingen: z.array(
    z.strictObject({
      versie: z.int(),
      soort: statusSoort,
      status: z.string().nullable(),
      gebeurtenis: z.uuid(),
      traceId: z
        .string()
        .regex(/^[0-9a-f]{32}$/)
        .nullable(),
      gebeurdOp: moment,
      ontvangenOp: moment.nullable(),
      ontvangst: z.enum(['bezorgd', 'opgehaald', 'met_de_zaak']),
      bewijzen: z.array(
        z.strictObject({
          soort: bewijssoort,
          tijdstip: moment,
          gemeldOp: moment.nullable(),
          /** the fetched document; absent for other soorten, so that their code stays the same */
          document: z.strictObject({ kenmerk: z.uuid(), titel: z.string(), sha256: z.string() }).optional(),
        }),
      ),
    }),
  ),
  /** the things that the citizen sent or asked */
  inzendingen: z.array(
    z.strictObject({
      nummer: z.string(),
      soort: z.enum(Inzendingsoort),
      tijdstip: moment,
      aanvullingen: z.array(z.string()),
      bestanden: z.array(z.strictObject({ naam: z.string(), grootte: z.int(), sha256: z.string() })),
      tekst: z.string().nullable(),
      doorGemachtigde: z.boolean(),
      uitkomst: z.string().nullable(),
      doorgegevenOp: moment.nullable(),
      teruggenomenOp: moment.nullable(),
    }),
  ),
  /** a JWS over all members before it (handtekening/sign-bewijs.ts) */
  handtekening: z.string(),
})
export type Bewijsbestand = Omit<z.infer<typeof bewijsbestand>, 'handtekening'>

/** The part that a checked file shows. Accepts every bewijs ever made: older ones lack `gemeente`. */
export const getoondBestand = z.object({
  gemeente: z.string().optional(),
  zaak: z.object({ zaaknummer: z.string(), zaaktype: z.string(), omschrijving: z.string() }),
  wijzigingen: z.array(
    z.object({ versie: z.int(), soort: z.string(), status: z.string().nullable(), gebeurdOp: z.coerce.date() }),
  ),
  inzendingen: z.array(z.object({ nummer: z.string(), soort: z.string(), tijdstip: z.coerce.date() })),
})
export type GetoondBestand = z.infer<typeof getoondBestand>

export function toBewijsbestand(
  { zaak, wijzigingen, inzendingen }: BewijsVanZaak,
  { now, controleren }: { now: Date; controleren: string },
): Bewijsbestand {
  const { id, identificatie, omschrijving, zaaktype } = zaak
  const content = {
    zaak: { kenmerk: id, zaaknummer: identificatie, zaaktype: zaaktype.omschrijving.nl, omschrijving },
    wijzigingen: wijzigingen.map((wijziging) => toRegel(zaaktype, wijziging)),
    inzendingen: inzendingen.map((inzending) => ({
      nummer: inzending.nummer,
      soort: inzending.soort,
      tijdstip: inzending.tijdstip.toISOString(),
      aanvullingen: inzending.aanvullingen.map(({ naam }) => naam),
      bestanden: inzending.bestanden.map(({ naam, grootte, sha256 }) => ({ naam, grootte, sha256 })),
      tekst: inzending.tekst,
      doorGemachtigde: inzending.gemachtigdeId !== null,
      uitkomst: inzending.uitkomst,
      doorgegevenOp: inzending.doorgegevenOp?.toISOString() ?? null,
      teruggenomenOp: inzending.teruggenomenOp?.toISOString() ?? null,
    })),
  }
  const code = spokenCode(hash('sha256', JSON.stringify(content), 'buffer'))
  return { gemaaktOp: now.toISOString(), code, controleren, gemeente: platformEnv().GEMEENTE_NAAM, ...content }
}

function toRegel(
  { statustypen, resultaattypen }: ZaakVanBurger['zaaktype'],
  wijziging: BewijsVanWijziging,
): Bewijsbestand['wijzigingen'][number] {
  const { versie, soort, statuscode, gebeurtenisId, traceId, gebeurdOp, ontvangenOp, isOpgehaald, bewijzen } = wijziging
  const status =
    resultaattypen.find((type) => type.statuscode === statuscode) ?? statustypen.find(({ code }) => code === statuscode)
  return {
    versie,
    soort,
    status: status?.omschrijving.nl ?? null,
    gebeurtenis: gebeurtenisId,
    traceId,
    gebeurdOp: gebeurdOp.toISOString(),
    ontvangenOp: ontvangenOp?.toISOString() ?? null,
    ontvangst: ontvangenOp ? (isOpgehaald ? 'opgehaald' : 'bezorgd') : 'met_de_zaak',
    bewijzen: bewijzen.map(({ soort, tijdstip, gemeldOp, document }) => ({
      soort,
      tijdstip: tijdstip.toISOString(),
      gemeldOp: gemeldOp?.toISOString() ?? null,
      ...(document && { document: { kenmerk: document.id, titel: document.titel, sha256: document.sha256 } }),
    })),
  }
}
