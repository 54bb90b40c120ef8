'use server'

import { balie } from '#lib/ui/texts/balie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handeling/change-status.ts'
import type { FormState } from './form-state.ts'
import { statusForm } from './read-zaak-form.ts'
import { saveZaakForm } from './save-zaak-form.ts'

export async function changeStatusAction(previous: FormState, formData: FormData): Promise<FormState> {
  return saveZaakForm(
    { previous, formData },
    {
      schema: statusForm,
      save: (change) => changeStatus(zaaksysteem(), change),
      errors: {
        closed: { name: 'statustype', text: balie.fout.gesloten },
        status_not_offered: { name: 'statustype', text: balie.fout.statusPastNiet },
        resultaat_required: { name: 'resultaat', text: balie.fout.kiesResultaat },
        resultaat_not_of_zaaktype: { name: 'resultaat', text: balie.fout.resultaatPastNiet },
        besluit_in_future: { name: 'besluitdatum', text: balie.fout.besluitInToekomst },
        besluit_before_zaak: { name: 'besluitdatum', text: balie.fout.besluitVoorZaak },
        bekendmaking_before_besluit: { name: 'bekendmakingsdatum', text: balie.fout.bekendmakingVoorBesluit },
      },
    },
  )
}
