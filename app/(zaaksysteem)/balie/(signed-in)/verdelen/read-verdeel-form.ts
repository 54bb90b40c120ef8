import { z } from 'zod'
import { behandeling } from '#lib/ui/texts/balie/behandeling.ts'
import { type Assignment, MAX_ZAKEN, type Toewijzing } from '#lib/zaaksysteem/zaak/toewijzing/assign-zaken.ts'

/** A zaak to be chosen in a form, with the toewijzing that the page shows. */
export const zaakValue = ({ id, behandelaarId, team }: { id: string } & Toewijzing) =>
  `${id}/${behandelaarId ?? ''}/${team}`

/** To another team than the zaak has. */
export const teamValue = (team: string) => `team:${team}`

/** PostgreSQL takes no NUL in a text. */
const teamName = z
  .string()
  .max(100)
  .regex(/^[^\0]*$/)

const zaak = z
  .string()
  .max(200)
  .transform((value) => {
    const [id, behandelaarId, ...team] = value.split('/')
    return { id, gezien: { behandelaarId: behandelaarId || null, team: team.join('/') } }
  })
  .pipe(z.object({ id: z.uuid(), gezien: z.object({ behandelaarId: z.uuid().nullable(), team: teamName }) }))

type Read<T> = ({ ok: true; zaken: Assignment['zaken'] } & T) | { ok: false; text: string }

/** Reads which zaken were chosen. `undefined` when no page of ours sends that. */
export function readChosenZaken(formData: FormData): Read<object> | undefined {
  const { fout } = behandeling
  const chosen = formData.getAll('zaak')
  if (chosen.length === 0) return { ok: false, text: fout.geenZaken }
  if (chosen.length > MAX_ZAKEN) return { ok: false, text: fout.teVeel(MAX_ZAKEN) }
  const zaken = z.array(zaak).safeParse(chosen)
  return zaken.success ? { ok: true, zaken: zaken.data } : undefined
}

/**
 * Reads which zaken go to whom: `knop` of a button that says it all, or `naar` of a choice. `undefined` when no page of
 * ours sends that.
 */
export function readVerdeelForm(
  formData: FormData,
  behandelaarId: string,
): Read<{ naar: Assignment['naar'] }> | undefined {
  const chosen = readChosenZaken(formData)
  if (!chosen?.ok) return chosen
  const wanted = formData.get('knop') ?? formData.get('naar')
  if (!wanted) return { ok: false, text: behandeling.fout.geenDoel }
  const naar = readNaar(wanted, behandelaarId)
  return naar && { ...chosen, naar }
}

function readNaar(wanted: FormDataEntryValue, behandelaarId: string): Assignment['naar'] | undefined {
  if (wanted === 'mij') return { behandelaar: { id: behandelaarId } }
  if (wanted === 'team') return { behandelaar: null }
  const collega = z.uuid().safeParse(wanted)
  if (collega.success) return { behandelaar: { id: collega.data } }
  const prefix = teamValue('')
  if (typeof wanted !== 'string' || !wanted.startsWith(prefix)) return undefined
  const team = teamName.safeParse(wanted.slice(prefix.length))
  return team.success ? { behandelaar: null, team: team.data } : undefined
}
