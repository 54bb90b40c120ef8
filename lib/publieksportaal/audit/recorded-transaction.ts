import { type NewAuditregel, recordedTransactions } from '#lib/platform/audit/with-auditregels.ts'
import type { Prisma } from '#lib/publieksportaal/generated/client.ts'

/**
 * `id` is a burger's id or the keyed hash of a beheerder's `sub`. `namens` is the id of the represented
 * burger.
 */
export type Actor = { soort: 'burger' | 'beheerder' | 'opdrachtregel'; id: string; namens?: string }

/** Somebody with shell access to the portal. */
export const OPDRACHTREGEL: Actor = { soort: 'opdrachtregel', id: 'opdrachtregel' }

/** The acts of a citizen that are recorded, by their stable code. */
export type Burgerhandeling =
  | 'inloggen'
  | 'uitloggen'
  | 'vestiging_kiezen'
  | 'gegevens_downloaden'
  | 'bewijs_downloaden'
  | 'lezen_bevestigen'
  | 'aanvulling_melden'
  | 'melding_terugnemen'
  | 'intrekking_vragen'
  | 'vraag_stellen'
  | 'emailadres_opgeven'
  | 'emailadres_bevestigen'
  | 'emailadres_verwijderen'
  | 'voorkeuren_wijzigen'
  | 'apparaat_toevoegen'
  | 'apparaat_verwijderen'
  | 'agenda_maken'
  | 'agenda_vernieuwen'
  | 'agenda_stoppen'

type Naam =
  | Burgerhandeling
  | 'bewijssleutel_wisselen'
  | 'bewijssleutel_direct_wisselen'
  | 'bron_registreren'
  | 'bron_intrekken'
  | 'bron_toelaten'
  | 'proefdeur_openen'
  | 'proefdeur_sluiten'
  | 'zaken_herbouwen'

export const { recordedTransaction, recordedPgTransaction } = recordedTransactions<
  Prisma.TransactionClient,
  NewAuditregel<Actor['soort'], Naam>
>()

/** The burger and the gemachtigde who acts for him: both are rows of `burger`. */
export type Handelende = {
  burgerId: string
  /** null when the burger acts himself */
  gemachtigdeId: string | null
}

export function burgerActor({ burgerId, gemachtigdeId }: Handelende): Actor {
  return gemachtigdeId === null
    ? { soort: 'burger', id: burgerId }
    : { soort: 'burger', id: gemachtigdeId, namens: burgerId }
}
