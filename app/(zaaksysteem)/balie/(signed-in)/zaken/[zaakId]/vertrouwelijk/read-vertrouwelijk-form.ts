import { z } from 'zod'
import { vertrouwelijk } from '#lib/ui/texts/balie/vertrouwelijk.ts'
import { MAX_REDEN } from '#lib/zaaksysteem/zaak/vertrouwelijkheid/set-vertrouwelijk.ts'
import { storableText } from '../read-zaak-form.ts'

const { leeg, teLang, teken } = vertrouwelijk.fout

const hiddenFields = z.object({
  zaakId: z.uuid(),
  vertrouwelijk: z.enum(['ja', 'nee']).transform((answer) => answer === 'ja'),
})
const reden = storableText(MAX_REDEN, { teLang: teLang(MAX_REDEN), teken }).pipe(z.string().min(1, leeg))

type Read = { zaakId: string; vertrouwelijk: boolean; entered: string } & (
  | { ok: true; reden: string }
  | { ok: false; error: string }
)

/** `undefined` when no page of ours sends that. */
export function readVertrouwelijkForm(formData: FormData): Read | undefined {
  const hidden = hiddenFields.safeParse(Object.fromEntries(formData))
  const entered = formData.get('reden')
  if (!hidden.success || typeof entered !== 'string') return undefined
  const read = reden.safeParse(entered)
  if (read.success) return { ok: true, ...hidden.data, entered, reden: read.data }
  return { ok: false, ...hidden.data, entered, error: read.error.issues.map(({ message }) => message).join(' ') }
}
