import type { ZaakDetail } from '#lib/zaaksysteem/balie/werkvoorraad/find-zaak-detail.ts'
import { mag } from '#lib/zaaksysteem/rechten/mag.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { findNaarOptions } from '../../../verdelen/find-naar-options.ts'
import { teamValue, zaakValue } from '../../../verdelen/read-verdeel-form.ts'
import { Behandeling } from './behandeling.tsx'

/** The block with only what this behandelaar may do with this zaak now. */
export async function BehandelingOfZaak({ zaak, behandelaar }: { zaak: ZaakDetail; behandelaar: SignedInBehandelaar }) {
  const isOpen = zaak.einddatum === null
  const isOwn = zaak.behandelaarId === behandelaar.id
  const mayTreat = mag(behandelaar, 'behandelen', zaak)
  const options = isOpen ? await findNaarOptions(behandelaar, zaak) : []
  const mayGiveBack = mag(behandelaar, 'coordineren', zaak) || (isOwn && mayTreat)
  // these have buttons of their own, or are so already
  const covered = [behandelaar.id, zaak.behandelaarId, teamValue(zaak.team)]
  return (
    <Behandeling
      zaak={zaakValue(zaak)}
      behandelaarNaam={zaak.behandelaarNaam}
      team={zaak.team}
      mayTake={isOpen && mayTreat && !isOwn}
      mayGiveBack={isOpen && zaak.behandelaarId !== null && mayGiveBack}
      options={options.filter(({ value }) => !covered.includes(value))}
    />
  )
}
