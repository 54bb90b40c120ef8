import { z } from 'zod'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { MAX_NOTITIE } from '#lib/zaaksysteem/zaak/notitie/add-notitie.ts'
import { storableText } from '../read-zaak-form.ts'

const { leeg, teLang, teken } = behandeling.notitie

const hiddenFields = z.object({ zaakId: z.uuid() })
const tekst = storableText(MAX_NOTITIE, { teLang: teLang(MAX_NOTITIE), teken }).pipe(z.string().min(1, leeg))

type Read = { zaakId: string } & ({ ok: true; tekst: string } | { ok: false; error: string; entered: string })

/** `undefined` when no page of ours sends that. */
export function readNotitieForm(formData: FormData): Read | undefined {
  const hidden = hiddenFields.safeParse({ zaakId: formData.get('zaakId') })
  const entered = formData.get('notitie')
  if (!hidden.success || typeof entered !== 'string') return undefined
  const { zaakId } = hidden.data
  const read = tekst.safeParse(entered)
  if (read.success) return { ok: true, zaakId, tekst: read.data }
  return { ok: false, zaakId, entered, error: read.error.issues.map(({ message }) => message).join(' ') }
}
