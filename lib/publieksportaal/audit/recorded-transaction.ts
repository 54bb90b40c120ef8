import { type NewAuditregel, recordedTransactions } from '#lib/platform/audit/with-auditregels.ts'
import type { Prisma } from '../generated/client.ts'

/** Who acts. `id`: of the row of a burger, or the keyed hash of a beheerder's `sub`. `namens`: of another burger, whom it is done for. */
export type Actor = { soort: 'burger' | 'beheerder' | 'opdrachtregel'; id: string; namens?: string }

/** Whoever may run commands where the portal runs. */
export const OPDRACHTREGEL: Actor = { soort: 'opdrachtregel', id: 'opdrachtregel' }

/** What a citizen is recorded to do, by its stable code. */
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

/** Everything that is recorded. */
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
