import { z } from 'zod'
import { bewijssoort } from '#lib/contract/bewijzen.ts'
import { statusSoort } from '#lib/contract/zaak-resource.ts'
import type { ZaakVanBurger } from '../zaak/zaak-van-burger.ts'
import type { BewijsVanWijziging } from './find-bewijs-of-zaak.ts'

const moment = z.iso.datetime()

/** The file with which a citizen can show what the portal told, and when. Names as in the glossary; times in UTC. */
export const bewijsbestand = z.strictObject({
  gemaaktOp: moment,
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
      bewijzen: z.array(z.strictObject({ soort: bewijssoort, tijdstip: moment, gemeldOp: moment.nullable() })),
    }),
  ),
})
export type Bewijsbestand = z.infer<typeof bewijsbestand>

export function toBewijsbestand(
  { zaak, wijzigingen }: { zaak: ZaakVanBurger; wijzigingen: BewijsVanWijziging[] },
  now: Date,
): Bewijsbestand {
  const { id, identificatie, omschrijving, zaaktype } = zaak
  return {
    gemaaktOp: now.toISOString(),
    zaak: { kenmerk: id, zaaknummer: identificatie, zaaktype: zaaktype.omschrijving.nl, omschrijving },
    wijzigingen: wijzigingen.map((wijziging) => toRegel(zaaktype, wijziging)),
  }
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
    bewijzen: bewijzen.map(({ soort, tijdstip, gemeldOp }) => ({
      soort,
      tijdstip: tijdstip.toISOString(),
      gemeldOp: gemeldOp?.toISOString() ?? null,
    })),
  }
}
