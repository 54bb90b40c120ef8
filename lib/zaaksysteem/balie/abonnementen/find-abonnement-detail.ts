import { z } from 'zod'
import { countBezorgingen } from '../../bezorging/claim/count-bezorgingen.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Abonnement, Geheim, Herstelactie, Toegang } from '../../generated/client.ts'
import { type AbonnementOverzicht, toOverzicht } from './find-abonnement-overzicht.ts'
import { type MeldingRegel, toMeldingRegel } from './find-meldingen.ts'
import { findStatistiek24u, findUren, type Uur } from './find-statistiek.ts'

const NEWEST_MELDINGEN = 20

type Instellingen = Pick<
  Abonnement,
  | 'contact'
  | 'types'
  | 'filters'
  | 'contentmodus'
  | 'natsStream'
  | 'toegestaneRate'
  | 'maxGelijktijdig'
  | 'herhaalschema'
  | 'aangemaaktOp'
  | 'bevestigdOp'
  | 'statusSinds'
  | 'foutcode'
  | 'falendSinds'
  | 'circuitOpenTot'
>

export type AbonnementDetail = AbonnementOverzicht &
  Instellingen & {
    /** 24 of them, oldest first */
    uren: Uur[]
    /** the valid ones, newest first, without the secrets themselves */
    geheimen: Pick<Geheim, 'id' | 'aangemaaktOp' | 'vervaltOp'>[]
    /** what the sink asks before it lets us in, without the secrets themselves */
    toegangen: Pick<Toegang, 'soort' | 'kenmerk' | 'aangemaaktOp' | 'verlooptOp'>[]
    /** those not ready yet */
    herstelacties: (Pick<Herstelactie, 'id' | 'vanaf' | 'aangemaaktOp' | 'totaal' | 'hersteld'> & {
      gevraagdDoorNaam: string | null
    })[]
    /** the newest, including those that were seen */
    meldingen: MeldingRegel[]
  }

/**
 * One abonnement with its settings, its last 24 hours hour by hour, its herstelacties and its meldingen.
 *
 * @param client the API client that must own it; absent for the desk
 */
export async function findAbonnementDetail(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'clock'>,
  id: string,
  client?: string,
): Promise<AbonnementDetail | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined
  const now = ctx.clock()
  const [abonnement, telling, statistiek, uren] = await Promise.all([
    ctx.db.abonnement.findFirst({
      where: { id, client },
      include: {
        geheimen: { where: { OR: [{ vervaltOp: null }, { vervaltOp: { gt: now } }] }, orderBy: { id: 'desc' } },
        toegangen: { orderBy: { soort: 'asc' } },
        herstelacties: { where: { klaarOp: null }, orderBy: { id: 'asc' }, include: { gevraagdDoor: true } },
        meldingen: { orderBy: [{ aangemaaktOp: 'desc' }, { id: 'desc' }], take: NEWEST_MELDINGEN },
      },
    }),
    countBezorgingen(ctx, [id]),
    findStatistiek24u(ctx, [id]),
    findUren(ctx, id),
  ])
  if (!abonnement) return undefined
  return {
    ...toOverzicht(abonnement, now),
    ...telling.of(id),
    ...statistiek.of(id),
    ...toInstellingen(abonnement),
    uren,
    geheimen: abonnement.geheimen.map(({ id, aangemaaktOp, vervaltOp }) => ({ id, aangemaaktOp, vervaltOp })),
    toegangen: abonnement.toegangen.map(({ soort, kenmerk, aangemaaktOp, verlooptOp }) => ({
      soort,
      kenmerk,
      aangemaaktOp,
      verlooptOp,
    })),
    herstelacties: abonnement.herstelacties.map(({ id, vanaf, aangemaaktOp, totaal, hersteld, gevraagdDoor }) => ({
      id,
      vanaf,
      aangemaaktOp,
      totaal,
      hersteld,
      gevraagdDoorNaam: gevraagdDoor?.naam ?? null,
    })),
    meldingen: abonnement.meldingen.map((melding) => toMeldingRegel({ ...melding, abonnement })),
  }
}

function toInstellingen(abonnement: Abonnement): Instellingen {
  const { contact, types, filters, contentmodus, natsStream, toegestaneRate, maxGelijktijdig, herhaalschema } =
    abonnement
  const { aangemaaktOp, bevestigdOp, statusSinds, foutcode, falendSinds, circuitOpenTot } = abonnement
  return {
    contact,
    types,
    filters,
    contentmodus,
    natsStream,
    toegestaneRate,
    maxGelijktijdig,
    herhaalschema,
    aangemaaktOp,
    bevestigdOp,
    statusSinds,
    foutcode,
    falendSinds,
    circuitOpenTot,
  }
}
