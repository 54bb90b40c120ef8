'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { MOST_SIGNALERINGEN } from '#lib/zaaksysteem/signalering/find-signaleringen.ts'
import { markSignaleringenGezien } from '#lib/zaaksysteem/signalering/mark-signaleringen-gezien.ts'

const ids = z
  .string()
  .transform((value) => value.split(' '))
  .pipe(z.array(z.uuid()).max(MOST_SIGNALERINGEN))
const shown = z.object({ signalering: ids.optional(), getoond: ids })

/** Marks one signalering, or all that the page showed; newer ones have not been seen. */
export async function markGezienAction(formData: FormData): Promise<void> {
  const { id: behandelaarId } = await requireBehandelaar()
  const { signalering, getoond } = readHidden(shown, formData)
  await markSignaleringenGezien(zaaksysteem(), { behandelaarId, of: { ids: signalering ?? getoond } })
  refresh()
}
