'use server'

import { balie } from '#lib/ui/texts/balie.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { reopenZaak } from '#lib/zaaksysteem/zaak/handeling/reopen-zaak.ts'
import type { FormState } from './form-state.ts'
import { reopenForm } from './read-zaak-form.ts'
import { saveZaakForm } from './save-zaak-form.ts'

export async function reopenZaakAction(previous: FormState, formData: FormData): Promise<FormState> {
  return saveZaakForm(
    { previous, formData },
    {
      schema: reopenForm,
      save: (change) => reopenZaak(zaaksysteem(), change),
      errors: {
        not_permitted: { name: 'toelichting', text: balie.fout.nietBevoegd },
        not_closed: { name: 'toelichting', text: balie.fout.nietGesloten },
      },
    },
  )
}
